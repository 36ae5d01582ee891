#pragma once

#include "core/engine/scenario_runner.h"
#include "core/engine/user_set.h"
#include "core/net/timer.h"
#include "core/runplan/run_plan.h"

#include <atomic>
#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

namespace bw::engine {

// The closed model: as many users as the schedule wants, each beginning its next iteration when it is free.
// Serves constant-vus and ramping-vus, and with a number of iterations per-vu-iterations and
// shared-iterations.
class ClosedRunner final : public ScenarioRunner {
public:
    // `shared` counts the iterations that all workers took of a shared-iterations scenario; null for the
    // others. `onDone` is called once, when the scenario is over on this worker.
    ClosedRunner(WorkerContext& worker, std::uint32_t phase, unsigned part, unsigned parts,
                 std::atomic<std::uint64_t>* shared, std::function<void()> onDone);

    void begin(Instant start) override;
    void stop() override;
    void abort() override;
    void pause(Instant at) override;
    void resume(Instant at) override;
    void setAdded(double amount, Instant at) override;
    void onUserFree(VirtualUser& user, IterationEnd end) override;
    [[nodiscard]] bool isDone() const override { return m_isDone; }

private:
    void onDue(Instant now);
    void follow(Instant now);
    void adjust(Instant now);
    void startMore();
    void activate(std::uint32_t local, Instant due);
    void cutOff(VirtualUser& user);
    [[nodiscard]] bool mayStart(const VirtualUser& user);
    void next(VirtualUser& user, Instant due);
    void armNext(Duration at);
    [[nodiscard]] Duration scheduleTime(Instant now) const;
    [[nodiscard]] std::uint32_t activeAt(Duration at) const;
    [[nodiscard]] std::uint32_t reservedAt(Duration at) const;
    [[nodiscard]] Duration nextChange(Duration at) const;
    void countBusy();
    void countUnstarted();
    void finishIfIdle();

    WorkerContext& m_worker;
    const runplan::Scenario& m_scenario;
    std::uint32_t m_phase;
    unsigned m_part;
    unsigned m_parts;
    runplan::VuSchedule m_active;
    runplan::VuSchedule m_reserved;
    std::atomic<std::uint64_t>* m_shared;
    std::function<void()> m_onDone;
    UserSet m_users;
    Instant m_start{};
    std::optional<Instant> m_pausedAt;
    std::vector<VirtualUser*> m_resting; // done with an iteration while paused; they count as busy
    // Once there was load by hand: the schedule of all workers, which it is added to, and how much.
    std::optional<runplan::VuSchedule> m_whole;
    std::int64_t m_added = 0;
    std::uint32_t m_activeCount = 0; // users below it may start iterations
    std::uint32_t m_wantedCount = 0; // what it grows to
    Instant m_wantedSince{};
    std::int64_t m_busy = 0;
    bool m_hasBegun = false;
    bool m_stopped = false;
    Instant m_deadline = Instant::max(); // after stop(): when those in flight are cut off
    bool m_isDone = false;
    bool m_usedUp = false; // shared iterations: none is left
    net::MemberTimer<&ClosedRunner::onDue> m_timer{*this};
};

} // namespace bw::engine
