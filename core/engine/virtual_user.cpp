#include "core/engine/virtual_user.h"

#include "core/engine/open_session.h"
#include "core/engine/own_metric.h"
#include "core/engine/yield.h"
#include "core/net/sleep.h"

namespace bw::engine {
namespace {

// How often a user's loops may go round without giving the worker's other users their turn.
constexpr std::uint32_t kRoundsATurn = 1024;

} // namespace

VirtualUser::VirtualUser(WorkerContext& worker, const runplan::Flow& flow, UserOwner& owner,
                         std::uint32_t number, std::uint32_t phase)
    : m_flow(flow)
    , m_owner(owner)
    , m_state(worker, number, phase) {}

void VirtualUser::start(Instant intended) {
    launch(iterate(intended), Work::Iteration);
}

void VirtualUser::retire() {
    if (m_life == Life::Begun && !m_flow.after.empty()) {
        launch(runAfter(), Work::After);
    } else {
        launch({}, Work::After);
    }
}

void VirtualUser::launch(net::Task<void> task, Work work) {
    m_work = work;
    m_wasInterrupted = false;
    m_end = StepEnd::Next;
    if (task) {
        m_task.start(std::move(task), [](void* self) { static_cast<VirtualUser*>(self)->finish(); }, this);
    }
    if (m_task.hasEnded()) {
        // It ended at once. Told in the loop's next turn, so that a flow that never waits neither recurses
        // nor starves the others.
        m_state.worker.reactor.arm(m_settled, Instant::min());
    }
}

void VirtualUser::onSettled(Instant /*now*/) {
    finish();
}

void VirtualUser::finish() {
    const Work work = std::exchange(m_work, Work::None);
    const IterationEnd end = work == Work::After        ? IterationEnd::Retired
                             : m_end == StepEnd::NoRows ? IterationEnd::NoRows
                                                        : IterationEnd::Done;
    if (work == Work::After) {
        m_life = Life::Fresh;
    }
    m_owner.onUserFree(*this, end); // may start the next, or destroy this user
}

void VirtualUser::interrupt() {
    m_settled.cancel();
    m_task.reset();
    m_wasInterrupted = m_work == Work::Iteration;
    const Work work = std::exchange(m_work, Work::None);
    if (work != Work::Iteration || !isScenario()) {
        return;
    }
    WorkerContext& worker = m_state.worker;
    worker.writer.advanceTo(worker.runTime(worker.reactor.now()));
    worker.steps.interrupted(m_state.phase);
    worker.counters.scenario(m_state.phase).iterationsInterrupted.add();
    recordBytes();
}

void VirtualUser::recordBytes() {
    m_state.worker.steps.bytes(m_state.phase, std::exchange(m_state.bytesSent, 0),
                               std::exchange(m_state.bytesReceived, 0));
}

void VirtualUser::recordStart(Instant intended, Instant now) {
    WorkerContext& worker = m_state.worker;
    if (!isScenario()) {
        return;
    }
    worker.counters.scenario(m_state.phase).iterationsStarted.add();
    if (worker.plan.scenarios[m_state.phase].load.model() == runplan::LoadModel::Arrivals) {
        worker.writer.advanceTo(worker.runTime(now));
        worker.steps.startDelay(m_state.phase, std::max(Duration::zero(), now - intended));
    }
}

void VirtualUser::recordEnd(Instant now) {
    WorkerContext& worker = m_state.worker;
    worker.writer.advanceTo(worker.runTime(now));
    recordBytes();
    ++m_state.iteration;
    if (isScenario()) {
        worker.counters.scenario(m_state.phase).iterationsDone.add();
        worker.steps.iteration(m_state.phase, now - m_state.iterationStart);
    }
}

net::Task<void> VirtualUser::iterate(Instant intended) {
    net::Reactor& reactor = m_state.worker.reactor;
    Branch branch;
    branch.responseLife = m_flow.responseLife;
    branch.due = intended;
    // Before the flow's first steps: what they take is no lateness, and cut off in them it is an iteration.
    m_state.iterationStart = reactor.now();
    recordStart(intended, m_state.iterationStart);
    if (m_life == Life::Fresh) {
        m_life = Life::Begun;
        m_state.beginIteration();
        m_end = co_await runSteps(m_flow.before, branch);
        m_state.iterationStart = reactor.now();
    }
    if (m_end == StepEnd::Next) {
        m_state.beginIteration();
        m_end = co_await runSteps(m_flow.steps, branch);
    }
    m_endedAt = reactor.now();
    if (m_end != StepEnd::NoRows) {
        recordEnd(m_endedAt);
    } else if (isScenario()) {
        // Nothing was done for want of a row; what started is taken back.
        m_state.worker.counters.scenario(m_state.phase).iterationsStarted.add(-1);
    }
}

net::Task<void> VirtualUser::runAfter() {
    Branch branch;
    branch.responseLife = m_flow.responseLife;
    branch.due = m_state.worker.reactor.now();
    m_end = co_await runSteps(m_flow.after, branch);
    m_state.worker.writer.advanceTo(m_state.worker.runTime(m_state.worker.reactor.now()));
    recordBytes();
}

net::Task<StepEnd> VirtualUser::runSteps(const runplan::Steps& steps, Branch& branch) {
    for (const runplan::Step& step : steps) {
        const StepEnd end = co_await runStep(step, branch);
        if (end != StepEnd::Next) {
            co_return end;
        }
    }
    co_return StepEnd::Next;
}

net::Task<StepEnd> VirtualUser::runStep(const runplan::Step& step, Branch& branch) {
    return std::visit([&](const auto& kind) { return run(kind, step, branch); }, step.kind);
}

net::Task<StepEnd> VirtualUser::run(const runplan::HttpStep& step, const runplan::Step& around,
                                    Branch& branch) {
    return runHttp(m_state, step, around.group, branch);
}

Duration VirtualUser::draw(const runplan::Wait& wait) {
    struct Draw {
        Random& random;
        Duration operator()(const runplan::ConstantWait& kind) const { return kind.time; }
        Duration operator()(const runplan::UniformWait& kind) const {
            return Duration(random.between(kind.low.count(), kind.high.count()));
        }
        Duration operator()(const runplan::NormalWait& kind) const {
            const double time = static_cast<double>(kind.mean.count()) +
                                static_cast<double>(kind.deviation.count()) * random.normal();
            return Duration(static_cast<std::int64_t>(std::max(0.0, time)));
        }
        Duration operator()(const runplan::ExponentialWait& kind) const {
            return Duration(
                static_cast<std::int64_t>(static_cast<double>(kind.mean.count()) * random.exponential()));
        }
    };
    return std::visit(Draw{m_state.random}, wait);
}

net::Task<StepEnd> VirtualUser::run(const runplan::ThinkStep& step, const runplan::Step& /*around*/,
                                    Branch& branch) {
    branch.due += draw(step.wait);
    co_await net::Sleep(m_state.worker.reactor, branch.due);
    co_return StepEnd::Next;
}

net::Task<StepEnd> VirtualUser::run(const runplan::PacingStep& step, const runplan::Step& /*around*/,
                                    Branch& branch) {
    branch.due = std::max(branch.due, m_state.iterationStart + step.period);
    co_await net::Sleep(m_state.worker.reactor, branch.due);
    co_return StepEnd::Next;
}

net::Task<StepEnd> VirtualUser::run(const runplan::GroupStep& step, const runplan::Step& /*around*/,
                                    Branch& branch) {
    WorkerContext& worker = m_state.worker;
    const Instant start = worker.reactor.now();
    const StepEnd end = co_await runSteps(step.steps, branch);
    const Instant now = worker.reactor.now();
    worker.writer.advanceTo(worker.runTime(now));
    worker.steps.group(m_state.phase, step, now - start);
    co_return end;
}

std::optional<bool> VirtualUser::test(const expr::Expression& condition, Branch& branch,
                                      std::string_view what) {
    expr::Context context = m_state.context(branch.last.exists() ? &branch.last : nullptr);
    auto result = condition.test(context);
    if (result && !m_state.ranOutOfRows()) {
        return *result;
    }
    if (!result && !m_state.ranOutOfRows()) {
        ++m_state.failures;
        m_state.worker.tellOnce(
            std::string(condition.source()),
            ExpressionFailed{std::string(what), std::string(condition.source()), result.error()});
    }
    return std::nullopt;
}

net::Task<StepEnd> VirtualUser::run(const runplan::LoopStep& step, const runplan::Step& /*around*/,
                                    Branch& branch) {
    const auto* count = std::get_if<runplan::CountLoop>(&step.kind);
    const auto* over = std::get_if<runplan::OverLoop>(&step.kind);
    const auto* loop = std::get_if<runplan::WhileLoop>(&step.kind);
    const std::uint64_t rounds = count != nullptr  ? static_cast<std::uint64_t>(count->count)
                                 : over != nullptr ? over->items.size()
                                                   : UINT64_MAX;
    for (std::uint64_t round = 0; round < rounds; ++round) {
        if (loop != nullptr) {
            const auto goOn = test(loop->condition, branch, "loop");
            if (!goOn || !*goOn) {
                co_return goOn ? StepEnd::Next : failure();
            }
        } else if (over != nullptr) {
            m_state.slots[over->slot.value] = over->items[round];
        }
        const StepEnd end = co_await runSteps(step.steps, branch);
        if (end != StepEnd::Next) {
            co_return end;
        }
        if (++m_rounds % kRoundsATurn == 0) {
            // Loops that never wait, one in the other as well, give the worker's other users their turn.
            co_await Yield(m_state.worker.reactor);
        }
    }
    co_return StepEnd::Next;
}

net::Task<StepEnd> VirtualUser::run(const runplan::IfStep& step, const runplan::Step& /*around*/,
                                    Branch& branch) {
    const auto holds = test(step.condition, branch, "if");
    if (!holds) {
        co_return failure();
    }
    const StepEnd end = co_await runSteps(*holds ? step.thenSteps : step.elseSteps, branch);
    co_return end;
}

net::Task<StepEnd> VirtualUser::run(const runplan::ChooseStep& step, const runplan::Step& /*around*/,
                                    Branch& branch) {
    if (step.choices.empty()) {
        co_return StepEnd::Next;
    }
    const double at = m_state.random.unit() * step.choices.back().upTo;
    const runplan::Choice* chosen = &step.choices.back();
    for (const runplan::Choice& choice : step.choices) {
        if (at < choice.upTo) {
            chosen = &choice;
            break;
        }
    }
    const StepEnd end = co_await runSteps(chosen->steps, branch);
    co_return end;
}

net::Task<StepEnd> VirtualUser::run(const runplan::RetryStep& step, const runplan::Step& /*around*/,
                                    Branch& branch) {
    for (std::int64_t attempt = 0;; ++attempt) {
        const StepEnd end = co_await runSteps(step.steps, branch);
        if (end != StepEnd::Next) {
            co_return end;
        }
        const auto isGood = test(step.until, branch, "retry");
        if (!isGood) {
            co_return failure();
        }
        if (*isGood || attempt >= step.times) {
            co_return StepEnd::Next;
        }
        branch.due += step.backoff;
        co_await net::Sleep(m_state.worker.reactor, branch.due);
        if (++m_rounds % kRoundsATurn == 0) {
            co_await Yield(m_state.worker.reactor);
        }
    }
}

namespace {

// The lanes of a parallel step: each takes the next step that nobody has begun.
struct Lanes {
    struct Lane {
        Branch branch;
        net::TaskRunner runner;
    };
    std::size_t next = 0;
    std::size_t running = 0;
    StepEnd end = StepEnd::Next;
    net::OneShot<bool> allDone;
    std::vector<std::unique_ptr<Lane>> lanes;

    static void onLaneEnd(void* self) { static_cast<Lanes*>(self)->laneEnded(); }
    void laneEnded() {
        if (--running == 0) {
            allDone.give(true);
        }
    }
};

} // namespace

net::Task<StepEnd> VirtualUser::run(const runplan::ParallelStep& step, const runplan::Step& /*around*/,
                                    Branch& branch) {
    Lanes all;
    const auto lane = [](VirtualUser& user, const runplan::Steps& steps, Lanes& lanes,
                         Branch& own) -> net::Task<void> {
        while (lanes.next < steps.size() && lanes.end == StepEnd::Next) {
            const runplan::Step& mine = steps[lanes.next++];
            const StepEnd end = co_await user.runStep(mine, own);
            if (end != StepEnd::Next) {
                lanes.end = end;
            }
        }
    };
    const std::size_t count =
        std::min(step.steps.size(), static_cast<std::size_t>(std::max<std::int64_t>(1, step.max)));
    all.running = count;
    for (std::size_t i = 0; i < count; ++i) {
        all.lanes.push_back(std::make_unique<Lanes::Lane>());
        Lanes::Lane& own = *all.lanes.back();
        own.branch.due = branch.due;
        own.branch.responseLife = branch.responseLife;
        own.runner.start(lane(*this, step.steps, all, own.branch), &Lanes::onLaneEnd, &all);
        if (own.runner.hasEnded()) {
            all.laneEnded();
        }
    }
    if (count > 0) {
        co_await all.allDone;
        for (const auto& own : all.lanes) {
            branch.due = std::max(branch.due, own->branch.due);
        }
        branch.last = std::move(all.lanes.back()->branch.last);
    }
    co_return all.end;
}

net::Task<StepEnd> VirtualUser::run(const runplan::WebSocketStep& step, const runplan::Step& around,
                                    Branch& branch) {
    OpenSession session(m_state, step, around.group);
    StepEnd end = StepEnd::Next;
    const bool stands = co_await session.open(branch, end);
    if (!stands) {
        co_return end;
    }
    end = session.sendAll();
    if (end == StepEnd::Next) {
        end = co_await runSteps(step.steps, branch);
    }
    co_await session.finish(end);
    branch.due = std::max(branch.due, m_state.worker.reactor.now());
    co_return end;
}

net::Task<StepEnd> VirtualUser::run(const runplan::ExpectStep& step, const runplan::Step& around,
                                    Branch& branch) {
    WorkerContext& worker = m_state.worker;
    OpenSession* session = nullptr;
    for (OpenSession* open : m_state.sessions) {
        session = open->name() == step.session ? open : session; // of several the latest
    }
    bool came = false;
    if (session != nullptr && session->expectations() != nullptr) {
        came = co_await Expectations::wait(*session->expectations(), step, branch.due, around.group);
    }
    const Instant now = worker.reactor.now();
    worker.writer.advanceTo(worker.runTime(now));
    if (worker.isTraced()) {
        worker.trace(now, step.site, step.name, TracedExpect{came, now - branch.due});
    }
    worker.steps.check(m_state.phase, step.site, step.name, around.group, came);
    (came ? worker.counters.checksPassed : worker.counters.checksFailed).add();
    m_state.failures += came ? 0 : 1;
    branch.due = now;
    co_return StepEnd::Next;
}

net::Task<StepEnd> VirtualUser::run(const runplan::MetricStep& step, const runplan::Step& around,
                                    Branch& branch) {
    WorkerContext& worker = m_state.worker;
    worker.writer.advanceTo(worker.runTime(worker.reactor.now()));
    expr::Context context = m_state.context(branch.last.exists() ? &branch.last : nullptr);
    const auto recorded = recordOwnMetric(m_state, step, around.group, context, Missing::IsAnError);
    if (!recorded) {
        ++m_state.failures;
        worker.tellOnce(std::string(step.value.source()),
                        ExpressionFailed{"metric", std::string(step.value.source()), recorded.error()});
    }
    if (!recorded || m_state.ranOutOfRows()) {
        co_return failure();
    }
    co_return StepEnd::Next;
}

} // namespace bw::engine
