#pragma once

#include "core/engine/scenario_runner.h"
#include "core/engine/virtual_user.h"
#include "core/engine/worker_context.h"
#include "core/metrics/recorder.h"
#include "core/metrics/snapshot.h"
#include "core/net/reactor.h"

#include <atomic>
#include <functional>
#include <memory>
#include <thread>
#include <vector>

namespace bw::engine {

// What the workers of one run share beside the run's context.
struct Team {
    std::vector<class Worker*> workers;
    std::unique_ptr<std::atomic<std::uint64_t>[]> sharedIterations; // by scenario
    std::atomic<std::int64_t> offers{0};                            // arrivals on their way to a neighbour
};

// One thread of load: an event loop with its own virtual users, connections and series. Everything but the
// functions that say otherwise runs on its thread.
class Worker {
public:
    Worker(RunContext& run, Team& team, unsigned number, unsigned count,
           std::unique_ptr<net::Reactor> reactor, net::Resolver& resolver, PointQueue* points);
    Worker(const Worker&) = delete;
    Worker& operator=(const Worker&) = delete;
    ~Worker();

    // Any thread: runs the event loop on a thread of its own.
    void startThread();
    // Any thread: ends the loop and joins. Everything must be at rest.
    void stopThread();

    // Any thread, each: the work is done on the worker's own.
    // Runs one iteration of setup's or teardown's flow; `onEnd` hears (on the worker's thread) how often it
    // failed.
    void runOnce(runplan::FlowIndex flow, std::uint32_t phase, std::function<void(VuState&)> onEnd);
    // Begins the scenarios: each `startTime` counts from `start`. `onDone` is called on the worker's thread.
    void begin(Instant start, std::vector<expr::Value> slots, std::function<void()> onDone);
    void stopGracefully();
    void abort();
    // See ScenarioRunner; `at` is the same for all workers.
    void pause(Instant at);
    void resume(Instant at);
    void setAdded(std::uint32_t phase, double amount, Instant at);
    // An arrival of a neighbour; `hops` workers were asked already.
    void offer(std::uint32_t phase, Instant intended, unsigned hops);

    [[nodiscard]] metrics::Recorder& recorder() { return m_recorder; }
    [[nodiscard]] const metrics::WorkerCounters& counters() const { return m_counters; }
    [[nodiscard]] net::ReactorKind reactorKind() const { return m_reactor->kind(); }
    // Any thread. Share of the time since the last call that the loop did not wait; for one caller.
    [[nodiscard]] double takeBusyShare();

private:
    void buildRunners();
    template <class Call>
    void postToRunners(Call call);
    [[nodiscard]] bool isMine(std::uint32_t phase) const;
    [[nodiscard]] bool isStriped(std::uint32_t phase) const;
    void onBeat(Instant now);
    void onRunnerDone();
    [[nodiscard]] bool passOn(std::uint32_t phase, Instant intended, unsigned hops);

    // Owns what a setup or teardown flow needs for one iteration.
    struct Once final : UserOwner {
        std::unique_ptr<VirtualUser> user;
        std::function<void(VuState&)> onEnd;
        void onUserFree(VirtualUser& ended, IterationEnd end) override;
    };

    RunContext& m_run;
    Team& m_team;
    unsigned m_number;
    unsigned m_count;
    std::unique_ptr<net::Reactor> m_reactor;
    metrics::Recorder m_recorder;
    metrics::WorkerCounters m_counters;
    WorkerContext m_context;
    std::vector<std::unique_ptr<ScenarioRunner>> m_runners; // by scenario; null: not on this worker
    std::size_t m_running = 0;
    std::function<void()> m_onDone;
    Once m_once;
    net::MemberTimer<&Worker::onBeat> m_beat{*this};
    Instant m_nextBeat{};
    metrics::LocalSeriesId m_lateness{};
    std::thread m_thread;
    Duration m_lastBusy{};
    Instant m_lastBusyAt{};
};

} // namespace bw::engine
