#include "core/engine/closed_runner.h"

#include <algorithm>

namespace bw::engine {

using runplan::LoadModel;

namespace {

constexpr std::uint32_t kStartsATurn = 256;

} // namespace

ClosedRunner::ClosedRunner(WorkerContext& worker, std::uint32_t phase, unsigned part, unsigned parts,
                           std::atomic<std::uint64_t>* shared, std::function<void()> onDone)
    : m_worker(worker)
    , m_scenario(worker.plan.scenarios[phase])
    , m_phase(phase)
    , m_active(m_scenario.load.active(part, parts))
    , m_reserved(m_scenario.load.reserved(part, parts))
    , m_shared(shared)
    , m_onDone(std::move(onDone))
    , m_users(worker, *this, phase, part, parts) {}

void ClosedRunner::begin(Instant start) {
    m_start = start;
    m_worker.reactor.arm(m_timer, start);
}

void ClosedRunner::onDue(Instant /*now*/) {
    const Instant now = m_worker.reactor.now();
    if (m_stopped && now >= m_deadline) {
        abort();
        return;
    }
    follow(now);
}

void ClosedRunner::follow(Instant now) {
    m_hasBegun = true;
    const Duration at = now - m_start;
    const std::uint32_t reserved = m_stopped ? UINT32_MAX : m_reserved.count(at);
    const std::uint32_t active = m_stopped ? 0 : m_active.count(at);
    for (std::uint32_t local = reserved; local < m_users.size(); ++local) {
        if (VirtualUser* user = m_users.find(local); user != nullptr && user->isBusy()) {
            cutOff(*user);
        }
    }
    if (std::exchange(m_wantedCount, active) != active) {
        m_wantedSince = now;
    }
    startMore();
    if (m_activeCount < m_wantedCount) {
        m_worker.reactor.arm(m_timer, Instant::min());
    } else if (!m_stopped) {
        armNext(at);
    }
    finishIfIdle();
}

// A few at a time, so that the first of thousands have their answers before the last are made.
void ClosedRunner::startMore() {
    const std::uint32_t before = m_activeCount;
    m_activeCount = std::min(m_wantedCount, before + kStartsATurn);
    for (std::uint32_t local = before; local < m_activeCount; ++local) {
        activate(local, m_wantedSince);
    }
}

void ClosedRunner::armNext(Duration at) {
    const auto nextActive = m_active.nextChange(at);
    const auto nextReserved = m_reserved.nextChange(at);
    Duration due = Duration::max();
    if (nextActive) {
        due = nextActive->offset;
    }
    if (nextReserved) {
        due = std::min(due, nextReserved->offset);
    }
    if (due != Duration::max()) {
        m_worker.reactor.arm(m_timer, m_start + due);
    }
}

void ClosedRunner::activate(std::uint32_t local, Instant due) {
    VirtualUser& user = m_users[local];
    // One that still finishes its last iteration just goes on afterwards.
    if (!user.isBusy() && mayStart(user)) {
        ++m_busy;
        next(user, due);
    }
}

bool ClosedRunner::mayStart(const VirtualUser& user) {
    if (user.local >= m_activeCount) {
        return false;
    }
    switch (m_scenario.load.model()) {
    case LoadModel::PerVuIterations:
        return user.iterations() < m_scenario.load.iterations();
    case LoadModel::SharedIterations:
        if (!m_usedUp && m_shared->fetch_add(1, std::memory_order_relaxed) >= m_scenario.load.iterations()) {
            m_usedUp = true;
        }
        return !m_usedUp;
    default:
        return true;
    }
}

void ClosedRunner::next(VirtualUser& user, Instant due) {
    countBusy();
    user.start(due);
}

void ClosedRunner::onUserFree(VirtualUser& user, IterationEnd end) {
    if (end == IterationEnd::Done && mayStart(user)) {
        next(user, user.endedAt());
        return;
    }
    if (end != IterationEnd::Retired) {
        user.retire();
        return;
    }
    --m_busy;
    countBusy();
    // A ramp may want it again in the meantime.
    if (m_scenario.load.model() == LoadModel::Vus && user.local < m_activeCount &&
        !user.state().ranOutOfRows()) {
        activate(user.local, m_worker.reactor.now());
    }
    finishIfIdle();
}

void ClosedRunner::cutOff(VirtualUser& user) {
    user.interrupt();
    --m_busy;
    countBusy();
}

void ClosedRunner::countBusy() {
    m_worker.counters.scenario(m_phase).activeVus.set(m_busy);
}

void ClosedRunner::stop() {
    if (m_stopped || m_isDone) {
        return;
    }
    m_stopped = true;
    m_deadline = m_worker.reactor.now() + m_scenario.gracefulStop;
    m_worker.reactor.arm(m_timer, m_deadline);
    m_activeCount = m_wantedCount = 0;
    finishIfIdle();
}

void ClosedRunner::abort() {
    m_stopped = true;
    m_activeCount = m_wantedCount = 0;
    for (std::uint32_t local = 0; local < m_users.size(); ++local) {
        if (VirtualUser* user = m_users.find(local); user != nullptr && user->isBusy()) {
            cutOff(*user);
        }
    }
    finishIfIdle();
}

void ClosedRunner::finishIfIdle() {
    if (m_isDone || m_busy > 0) {
        return;
    }
    const bool isTimeUp = m_hasBegun && m_worker.reactor.now() - m_start >= m_active.end();
    // Users that may start and are at rest have nothing left: no iteration, or no row of a feed.
    const bool isAllDone = m_hasBegun && m_activeCount == m_wantedCount &&
                           (m_activeCount > 0 || m_usedUp || m_active.peak() == 0);
    if (!m_stopped && !isTimeUp && !isAllDone) {
        return;
    }
    m_isDone = true;
    m_timer.cancel();
    m_activeCount = m_wantedCount = 0;
    countUnstarted();
    m_onDone();
}

// Iterations the plan promised and time did not allow, as k6 counts them. Of shared ones the first worker to
// ask counts all.
void ClosedRunner::countUnstarted() {
    std::uint64_t dropped = 0;
    const std::uint64_t wanted = m_scenario.load.iterations();
    if (m_scenario.load.model() == LoadModel::PerVuIterations) {
        for (std::uint32_t local = 0; local < m_active.peak(); ++local) {
            const VirtualUser* user = m_users.find(local);
            const std::uint64_t started =
                user == nullptr ? 0 : user->iterations() + (user->wasInterrupted() ? 1 : 0);
            dropped += wanted - std::min(wanted, started);
        }
    } else if (m_scenario.load.model() == LoadModel::SharedIterations) {
        const std::uint64_t taken = m_shared->fetch_add(wanted, std::memory_order_relaxed);
        dropped = wanted - std::min(wanted, taken);
    }
    if (dropped > 0) {
        m_worker.writer.advanceTo(m_worker.runTime(m_worker.reactor.now()));
        m_worker.steps.dropped(m_phase, dropped);
        m_worker.counters.scenario(m_phase).iterationsDropped.add(static_cast<std::int64_t>(dropped));
    }
}

} // namespace bw::engine
