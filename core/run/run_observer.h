#pragma once

#include "core/engine/event.h"
#include "core/engine/load_engine.h"
#include "core/history/run_record.h"
#include "core/history/run_writer.h"
#include "core/metrics/frame.h"
#include "core/metrics/snapshot.h"
#include "core/runplan/load_shape.h"
#include "core/verdict/evaluation.h"

#include <optional>
#include <string>
#include <vector>

namespace bw::run {

// How far a scenario is, beside what its counters say.
struct ScenarioProgress {
    std::string name;
    std::string executor;
    double done = 0;            // 0 to 1, of its time or of its iterations
    std::int64_t wantedVus = 0; // now; 0 in open models
    std::uint32_t maxVus = 0;
    double wantedRate = 0; // iterations a second, now; 0 in closed models
    bool hasBegun = false;
    double added = 0; // by hand, in what is wanted already: VUs, or iterations a second
    runplan::LoadShape::ByHand byHand;
    bool isOpen = false;     // arrivals make the load
    bool isExternal = false; // the plan leaves the number of VUs to the person
};

struct Progress {
    engine::EngineStage stage = engine::EngineStage::Setup;
    metrics::Snapshot snapshot;
    std::vector<ScenarioProgress> scenarios;
    bool isPaused = false;
    Duration paused{};  // in all
    Duration planned{}; // run time at which the last scenario ends, without graceful time
};

// Hears of a run while it goes. All functions are called on the controller's thread, which waits for them:
// hand over and return.
class RunObserver {
public:
    virtual ~RunObserver() = default;
    virtual void onStarted(std::optional<history::RunId> /*run*/) {}
    // Ten times a second.
    virtual void onProgress(const Progress& /*progress*/) {}
    // Once a second.
    virtual void onFrame(const metrics::FramePtr& /*frame*/) {}
    // Every two seconds.
    virtual void onEvaluation(const verdict::Evaluation& /*evaluation*/) {}
    virtual void onEvent(const engine::Event& /*event*/) {}
    virtual void onExample(const engine::Example& /*example*/) {}
    virtual void onMark(const history::MarkRecord& /*mark*/) {}
    // The history's disk; told once for each change.
    virtual void onHistoryState(history::WriterState /*state*/) {}
};

} // namespace bw::run
