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
    , m_part(part)
    , m_parts(parts)
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
    adjust(now);
    finishIfIdle();
}

// To as many users as are wanted now.
void ClosedRunner::adjust(Instant now) {
    m_hasBegun = true;
    const Duration at = scheduleTime(now);
    const std::uint32_t reserved = m_stopped ? UINT32_MAX : reservedAt(at);
    const std::uint32_t active = m_stopped ? 0 : activeAt(at);
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
    const Duration due = nextChange(at);
    if (due != Duration::max() && !m_pausedAt) {
        m_worker.reactor.arm(m_timer, m_start + due);
    }
}

Duration ClosedRunner::scheduleTime(Instant now) const {
    return std::min(now, m_pausedAt.value_or(now)) - m_start;
}

std::uint32_t ClosedRunner::activeAt(Duration at) const {
    if (!m_whole || at < Duration::zero() || at >= m_scenario.load.duration()) {
        return m_active.count(at);
    }
    const std::int64_t whole = std::max<std::int64_t>(0, m_whole->count(at) + m_added);
    return static_cast<std::uint32_t>((whole + m_parts - 1 - m_part) / m_parts);
}

// Of users that come and go by hand no ramp says which are to be cut off: they end their iterations, and with
// the scenario's graceful time their lives.
std::uint32_t ClosedRunner::reservedAt(Duration at) const {
    if (!m_whole) {
        return m_reserved.count(at);
    }
    return at < m_scenario.load.duration() + m_scenario.gracefulStop ? UINT32_MAX : 0;
}

Duration ClosedRunner::nextChange(Duration at) const {
    const runplan::VuSchedule& schedule = m_whole ? *m_whole : m_active;
    Duration due = Duration::max();
    if (const auto next = schedule.nextChange(at)) {
        due = next->offset;
    }
    if (!m_whole) {
        const auto next = m_reserved.nextChange(at);
        return next ? std::min(due, next->offset) : due;
    }
    const Duration regularEnd = m_scenario.load.duration();
    for (const Duration end : {regularEnd, regularEnd + m_scenario.gracefulStop}) {
        if (at < end) {
            due = std::min(due, end);
        }
    }
    return due;
}

void ClosedRunner::pause(Instant at) {
    if (m_stopped || m_isDone) {
        return;
    }
    m_pausedAt = at;
    m_timer.cancel();
}

void ClosedRunner::resume(Instant at) {
    if (!m_pausedAt) {
        return;
    }
    const Instant now = m_worker.reactor.now();
    m_start += at - *m_pausedAt;
    m_pausedAt.reset();
    const std::vector<VirtualUser*> resting = std::exchange(m_resting, {});
    if (!m_hasBegun) {
        m_worker.reactor.arm(m_timer, m_start);
        return;
    }
    adjust(now);
    for (VirtualUser* user : resting) {
        if (mayStart(*user)) {
            next(*user, now);
        } else {
            user->retire();
        }
    }
    // Some may have ended their lives meanwhile and are wanted again.
    for (std::uint32_t local = 0; local < m_activeCount; ++local) {
        if (VirtualUser* user = m_users.find(local); user != nullptr && !user->state().ranOutOfRows()) {
            activate(local, now);
        }
    }
    countBusy();
    finishIfIdle();
}

void ClosedRunner::setAdded(double amount, Instant /*at*/) {
    if (!m_whole) {
        m_whole = m_scenario.load.active(0, 1);
    }
    m_added = static_cast<std::int64_t>(amount);
    if (m_hasBegun && !m_pausedAt && !m_stopped && !m_isDone) {
        follow(m_worker.reactor.now());
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
    if (end == IterationEnd::Done && m_pausedAt) {
        m_resting.push_back(&user);
        countBusy();
        return;
    }
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
    if (m_scenario.load.model() == LoadModel::Vus && user.local < m_activeCount && !m_pausedAt &&
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
    m_worker.counters.scenario(m_phase).activeVus.set(m_busy - static_cast<std::int64_t>(m_resting.size()));
}

void ClosedRunner::stop() {
    if (m_stopped || m_isDone) {
        return;
    }
    m_stopped = true;
    m_pausedAt.reset();
    m_deadline = m_worker.reactor.now() + m_scenario.gracefulStop;
    m_worker.reactor.arm(m_timer, m_deadline);
    m_activeCount = m_wantedCount = 0;
    for (VirtualUser* user : std::exchange(m_resting, {})) {
        user->retire();
    }
    finishIfIdle();
}

void ClosedRunner::abort() {
    m_stopped = true;
    m_pausedAt.reset();
    m_activeCount = m_wantedCount = 0;
    m_busy -= static_cast<std::int64_t>(std::exchange(m_resting, {}).size());
    for (std::uint32_t local = 0; local < m_users.size(); ++local) {
        if (VirtualUser* user = m_users.find(local); user != nullptr && user->isBusy()) {
            cutOff(*user);
        }
    }
    finishIfIdle();
}

void ClosedRunner::finishIfIdle() {
    if (m_isDone || m_busy > 0 || m_pausedAt) {
        return;
    }
    const bool isTimeUp = m_hasBegun && scheduleTime(m_worker.reactor.now()) >= m_active.end();
    // Users that may start and are at rest have nothing left: no iteration, or no row of a feed.
    const bool isAllDone = m_hasBegun && m_activeCount == m_wantedCount &&
                           (m_activeCount > 0 || m_usedUp || m_scenario.load.maxVus(m_part, m_parts) == 0);
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
