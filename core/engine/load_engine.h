#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/engine/event.h"
#include "core/engine/sample_writer.h"
#include "core/engine/worker.h"
#include "core/metrics/recorder.h"
#include "core/metrics/snapshot.h"
#include "core/net/net_error.h"
#include "core/net/reactor.h"
#include "core/runplan/run_plan.h"

#include <condition_variable>
#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <vector>

namespace bw::engine {

struct EngineOptions {
    unsigned workers = 1;
    // More of them, when the plan may need more connections than so many event loops have sockets.
    enum class MoreWorkers : std::uint8_t { No, Yes } more = MoreWorkers::No;
    net::ReactorKind reactor = net::ReactorKind::Auto;
    enum class Points : std::uint8_t {
        No,
        Yes
    } points = Points::No; // every sample into queues, see points()
    RunContext::Debug debug = RunContext::Debug::Off;
    enum class Traces : std::uint8_t { No, Yes } traces = Traces::No; // see takeTraces()
};

// Where a run stands.
enum class EngineStage : std::uint8_t {
    Setup,
    Load,
    Teardown,
    Ended,
};

// Executes a compiled plan: setup, the scenarios on all workers, teardown. One object, one run. Called by one
// thread (the controller) unless a function says otherwise; nothing calls back, the controller asks.
class LoadEngine {
public:
    [[nodiscard]] static Result<std::unique_ptr<LoadEngine>, net::NetError>
    create(std::shared_ptr<const runplan::RunPlan> plan, const EngineOptions& options, const Clock& clock);
    LoadEngine(const LoadEngine&) = delete;
    LoadEngine& operator=(const LoadEngine&) = delete;
    ~LoadEngine();

    // Run time 0. Setup begins.
    void start();

    // Moves from stage to stage when the workers are ready for it; to be called often. Returns the stage.
    [[nodiscard]] EngineStage advance();

    // Waits until a worker has something to tell, or until the time is over.
    void wait(Duration atMost);

    // No new iterations; those in flight have their graceful time. Teardown still runs.
    void stopGracefully();
    // Cuts iterations off now; teardown still runs.
    void stopNow();
    // Cuts everything off, teardown too.
    void abort();

    // No iteration starts any more, those in flight go on as they would, and all schedules stand still until
    // resume(). False: there is no load to pause, or it is paused already.
    [[nodiscard]] bool pause();
    // False: nothing is paused.
    [[nodiscard]] bool resume();
    [[nodiscard]] bool isPaused() const { return m_pausedAt.has_value(); }
    // Where the schedules stand: time since the load began, without pauses. Precondition: it began.
    [[nodiscard]] Duration scheduleTime() const;

    // So much more load than the plan's from now on: VUs, or iterations a second in the open model; negative
    // takes away, and all is bounded by LoadShape::byHand(). Takes the place of what was added before. False:
    // there is no load, or no such scenario.
    [[nodiscard]] bool setAdded(std::uint32_t scenario, double amount);
    // By scenario.
    [[nodiscard]] std::span<const double> added() const { return m_added; }

    // Setup met a failure: no load was made.
    [[nodiscard]] bool setupFailed() const { return m_setupFailed; }

    // Ends the workers' threads; what is left in the recorders may then be taken. Called by the destructor,
    // too.
    void join();

    [[nodiscard]] std::span<metrics::Recorder* const> recorders() const { return m_recorders; }
    [[nodiscard]] std::span<const metrics::WorkerCounters* const> counters() const { return m_counters; }
    [[nodiscard]] std::span<const std::unique_ptr<PointQueue>> points() const { return m_points; }
    // Share of the time since the last call that each worker was busy.
    [[nodiscard]] std::vector<double> takeBusyShares();
    [[nodiscard]] std::vector<Event> takeEvents() { return m_run.events.take(); }
    // What iterations did, step by step, when it was asked for; what finds no room is left out.
    [[nodiscard]] std::vector<Trace> takeTraces() {
        return m_run.traces ? m_run.traces->take() : std::vector<Trace>();
    }
    [[nodiscard]] std::vector<Example> takeExamples() { return m_run.examples.take(); }
    [[nodiscard]] net::ReactorKind reactorKind() const { return m_workers.front()->reactorKind(); }
    [[nodiscard]] unsigned workers() const { return static_cast<unsigned>(m_workers.size()); }
    [[nodiscard]] Duration runTime() const { return m_clock.now() - m_run.start; }
    // When the load began, in run time; setup lies before it.
    [[nodiscard]] Duration loadStart() const { return m_loadStart - m_run.start; }
    [[nodiscard]] WallTime wallStart() const { return m_run.wallStart; }

private:
    LoadEngine(std::shared_ptr<const runplan::RunPlan> plan, const EngineOptions& options,
               const Clock& clock);

    [[nodiscard]] std::optional<net::NetError> addWorkers(const EngineOptions& options);
    void beginLoad();
    void beginTeardown();
    void endPause(Instant at);
    void signal();

    const Clock& m_clock;
    RunContext m_run;
    std::unique_ptr<net::Resolver> m_resolver;
    Team m_team;
    std::vector<std::unique_ptr<PointQueue>> m_points;
    std::vector<std::unique_ptr<Worker>> m_workers;
    std::vector<metrics::Recorder*> m_recorders;
    std::vector<const metrics::WorkerCounters*> m_counters;
    EngineStage m_stage = EngineStage::Setup;
    Instant m_loadStart{};
    std::optional<Instant> m_pausedAt;
    Duration m_paused{}; // in pauses that are over
    std::vector<double> m_added;
    bool m_stopRequested = false;
    bool m_abortRequested = false;
    bool m_setupFailed = false;

    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::size_t m_ready = 0;               // guarded: workers that ended the present stage
    std::uint64_t m_signals = 0;           // guarded
    std::uint64_t m_failures = 0;          // guarded: of setup
    std::vector<expr::Value> m_setupSlots; // guarded
};

} // namespace bw::engine
