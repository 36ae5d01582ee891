#pragma once

#include "core/engine/added_arrivals.h"
#include "core/engine/scenario_runner.h"
#include "core/engine/user_set.h"
#include "core/net/timer.h"
#include "core/runplan/run_plan.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

namespace bw::engine {

// The open model: iterations start when the clock says, whether or not the target keeps up. An arrival takes
// a user that is free, or a new one up to maxVUs; when all are busy a neighbouring worker is asked, and then
// it is dropped and counted. Arrivals that this worker itself was late for start at once, with their lateness
// on record.
class ArrivalRunner final : public ScenarioRunner {
public:
    // Offers an arrival to the other workers; false when there is none to ask.
    using Offer = std::function<bool(Instant intended)>;

    ArrivalRunner(WorkerContext& worker, std::uint32_t phase, unsigned part, unsigned parts, Offer offer,
                  std::function<void()> onDone);

    void begin(Instant start) override;
    void stop() override;
    void abort() override;
    void pause(Instant at) override;
    void resume(Instant at) override;
    void setAdded(double amount, Instant at) override;
    void onUserFree(VirtualUser& user, IterationEnd end) override;
    [[nodiscard]] bool takeOver(Instant intended) override;
    void drop() override;
    [[nodiscard]] bool isDone() const override { return m_stage == Stage::Done; }

private:
    enum class Stage : std::uint8_t { Waiting, Releasing, Draining, Done };

    void onDue(Instant now);
    void release(Instant now);
    void armNext();
    [[nodiscard]] Instant nextDue() const;
    [[nodiscard]] Instant end() const { return m_start + m_scenario.load.duration(); }
    void advance();
    [[nodiscard]] bool keepsPlanned(Instant due);
    [[nodiscard]] bool startOne(Instant intended);
    void drain(Instant deadline);
    void retireAll();
    void cutOff(VirtualUser& user);
    void finishIfIdle();
    void countBusy();

    WorkerContext& m_worker;
    const runplan::Scenario& m_scenario;
    std::uint32_t m_phase;
    unsigned m_part;
    unsigned m_parts;
    std::uint32_t m_maxUsers;
    runplan::ArrivalCursor m_cursor;
    std::optional<runplan::Arrival> m_next;
    AddedArrivals m_added;
    double m_kept = 0; // planned arrivals that may start before the next one is left out, below 1
    Offer m_offer;
    std::function<void()> m_onDone;
    UserSet m_users;
    std::vector<VirtualUser*> m_free; // the last one used first: its connection is the warmest
    Instant m_start{};
    std::optional<Instant> m_pausedAt;
    Instant m_deadline = Instant::max();
    std::int64_t m_busy = 0;
    std::uint32_t m_exhausted = 0; // users for whom a feed has no row left
    Stage m_stage = Stage::Waiting;
    net::MemberTimer<&ArrivalRunner::onDue> m_timer{*this};
};

} // namespace bw::engine
