#pragma once

#include "core/base/result.h"
#include "core/engine/event.h"
#include "core/engine/load_engine.h"
#include "core/engine/trace.h"
#include "core/net/net_error.h"
#include "core/run/run_prepare.h"

#include <atomic>
#include <functional>
#include <memory>
#include <string>
#include <variant>
#include <vector>

namespace bw::run {

// What is tried.
struct TryRequest {
    RunRequest run;   // the plan, environment, variables, allowed hosts; loads and outputs are passed over
    std::string flow; // its name
    // Only these steps of the flow, by their places in the plan, and what stands around them; empty: all.
    std::vector<std::string> only;
    // Values that extractors would have found before: of an earlier try.
    std::vector<std::pair<std::string, std::string>> known; // as JSON
};

// What came of it since the last time.
struct TryNews {
    std::vector<engine::Trace> traces;
    std::vector<engine::Event> events;
};

using TryError = std::variant<PrepareError, net::NetError>;

// What there is to know once it has begun.
struct TryPlan {
    std::vector<std::string> places; // of a trace's step in the plan, by its site
    std::vector<std::string> hosts;  // of other machines, that the plan names and the person must allow
};

// One iteration of a flow as one user, at once: setup first, then the flow's first steps, its steps and its
// last ones, teardown. Waiting is left out and a WebSocket session stays open 5 s at the most; nothing is
// judged or kept. One object, one try.
class TryRunner {
public:
    [[nodiscard]] static Result<std::unique_ptr<TryRunner>, TryError> create(const TryRequest& request);

    [[nodiscard]] const TryPlan& plan() const { return m_plan; }
    // Goes on until the end, or until it was stopped; tells from the calling thread.
    void run(const std::function<void(TryNews)>& tell);
    // Any thread.
    void stop() { m_isStopped.store(true, std::memory_order_relaxed); }

private:
    explicit TryRunner(PreparedRun prepared)
        : m_prepared(std::move(prepared)) {}

    PreparedRun m_prepared;
    TryPlan m_plan;
    std::unique_ptr<engine::LoadEngine> m_engine;
    std::atomic<bool> m_isStopped{false};
};

// The plan as it is tried.
[[nodiscard]] testplan::TestPlan planToTry(testplan::TestPlan plan, const TryRequest& request);

} // namespace bw::run
