#pragma once

#include "core/engine/http_runner.h"
#include "core/engine/scenario_runner.h"
#include "core/engine/vu_state.h"
#include "core/net/task.h"
#include "core/net/timer.h"
#include "core/runplan/run_plan.h"

#include <cstdint>

namespace bw::engine {

// One simulated user: runs iterations of its flow as a coroutine on its worker, one at a time; its owner
// decides when. Lives on its worker's thread.
class VirtualUser {
public:
    // All arguments outlive the user. `phase` is the scenario's index, or setup's or teardown's.
    VirtualUser(WorkerContext& worker, const runplan::Flow& flow, UserOwner& owner, std::uint32_t number,
                std::uint32_t phase);
    VirtualUser(const VirtualUser&) = delete;
    VirtualUser& operator=(const VirtualUser&) = delete;
    ~VirtualUser() = default;

    // Starts an iteration that was due at `intended`; its owner hears of its end. The flow's `before` steps
    // run ahead of the first. Precondition: not busy.
    void start(Instant intended);

    // Runs the flow's `after` steps if its life has begun; its owner hears Retired. Precondition: not busy.
    void retire();

    // Cuts off what runs: the connection in use is closed, the iteration counts as interrupted. Its owner
    // hears nothing.
    void interrupt();

    // Its number among the users of its set.
    std::uint32_t local = 0;

    [[nodiscard]] bool isBusy() const { return m_work != Work::None; }
    [[nodiscard]] bool isRetiring() const { return m_work == Work::After; }
    [[nodiscard]] bool wasInterrupted() const { return m_wasInterrupted; }
    [[nodiscard]] std::uint64_t iterations() const { return m_state.iteration; }
    // When its last iteration was over.
    [[nodiscard]] Instant endedAt() const { return m_endedAt; }
    [[nodiscard]] VuState& state() { return m_state; }

private:
    enum class Work : std::uint8_t { None, Iteration, After };
    enum class Life : std::uint8_t { Fresh, Begun };

    [[nodiscard]] bool isScenario() const { return m_state.number != 0; }
    void launch(net::Task<void> task, Work work);
    void finish();
    void onSettled(Instant now);
    void recordBytes();
    void recordStart(Instant intended, Instant now);
    void recordEnd(Instant now);

    net::Task<void> iterate(Instant intended);
    net::Task<void> runAfter();
    net::Task<StepEnd> runSteps(const runplan::Steps& steps, Branch& branch);
    net::Task<StepEnd> runStep(const runplan::Step& step, Branch& branch);
    net::Task<StepEnd> run(const runplan::HttpStep& step, const runplan::Step& around, Branch& branch);
    net::Task<StepEnd> run(const runplan::ThinkStep& step, const runplan::Step& around, Branch& branch);
    net::Task<StepEnd> run(const runplan::PacingStep& step, const runplan::Step& around, Branch& branch);
    net::Task<StepEnd> run(const runplan::GroupStep& step, const runplan::Step& around, Branch& branch);
    net::Task<StepEnd> run(const runplan::LoopStep& step, const runplan::Step& around, Branch& branch);
    net::Task<StepEnd> run(const runplan::IfStep& step, const runplan::Step& around, Branch& branch);
    net::Task<StepEnd> run(const runplan::ChooseStep& step, const runplan::Step& around, Branch& branch);
    net::Task<StepEnd> run(const runplan::ParallelStep& step, const runplan::Step& around, Branch& branch);
    net::Task<StepEnd> run(const runplan::RetryStep& step, const runplan::Step& around, Branch& branch);
    net::Task<StepEnd> run(const runplan::MetricStep& step, const runplan::Step& around, Branch& branch);
    net::Task<StepEnd> run(const runplan::WebSocketStep& step, const runplan::Step& around, Branch& branch);
    net::Task<StepEnd> run(const runplan::ExpectStep& step, const runplan::Step& around, Branch& branch);

    // The condition's truth; nothing when it failed, which was told.
    [[nodiscard]] std::optional<bool> test(const expr::Expression& condition, Branch& branch,
                                           std::string_view what);
    [[nodiscard]] StepEnd failure() const {
        return m_state.ranOutOfRows() ? StepEnd::NoRows : StepEnd::GiveUp;
    }
    [[nodiscard]] Duration draw(const runplan::Wait& wait);

    const runplan::Flow& m_flow;
    UserOwner& m_owner;
    VuState m_state;
    net::MemberTimer<&VirtualUser::onSettled> m_settled{*this};
    StepEnd m_end = StepEnd::Next;
    Instant m_endedAt{};
    std::uint32_t m_rounds = 0; // of all loops
    Work m_work = Work::None;
    Life m_life = Life::Fresh;
    bool m_wasInterrupted = false; // its last iteration
    net::TaskRunner m_task;        // last: what runs is destroyed first
};

} // namespace bw::engine
