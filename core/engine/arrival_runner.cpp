#include "core/engine/arrival_runner.h"

#include <algorithm>

namespace bw::engine {

ArrivalRunner::ArrivalRunner(WorkerContext& worker, std::uint32_t phase, unsigned part, unsigned parts,
                             Offer offer, std::function<void()> onDone)
    : m_worker(worker)
    , m_scenario(worker.plan.scenarios[phase])
    , m_phase(phase)
    , m_maxUsers(m_scenario.load.maxVus(part, parts))
    , m_cursor(m_scenario.load.arrivals(part, parts))
    , m_next(m_cursor.next())
    , m_offer(std::move(offer))
    , m_onDone(std::move(onDone))
    , m_users(worker, *this, phase, part, parts) {}

void ArrivalRunner::begin(Instant start) {
    m_start = start;
    m_stage = Stage::Releasing;
    armNext();
}

void ArrivalRunner::armNext() {
    // After the last arrival the scenario still lasts to its end.
    m_worker.reactor.arm(m_timer, m_start + (m_next ? m_next->offset : m_scenario.load.duration()));
}

void ArrivalRunner::onDue(Instant /*now*/) {
    const Instant now = m_worker.reactor.now();
    if (m_stage == Stage::Releasing) {
        release(now);
    } else if (now >= m_deadline) {
        abort();
    }
}

void ArrivalRunner::release(Instant now) {
    while (m_next && m_start + m_next->offset <= now) {
        const Instant intended = m_start + m_next->offset;
        m_next = m_cursor.next();
        if (!startOne(intended) && !m_offer(intended)) {
            drop();
        }
    }
    if (m_next || now < m_start + m_scenario.load.duration()) {
        armNext();
    } else {
        drain(m_start + m_scenario.load.duration() + m_scenario.gracefulStop);
    }
}

bool ArrivalRunner::startOne(Instant intended) {
    VirtualUser* user = nullptr;
    if (!m_free.empty()) {
        user = m_free.back();
        m_free.pop_back();
    } else if (m_users.size() < m_maxUsers) {
        user = &m_users[m_users.size()];
    } else {
        return false;
    }
    ++m_busy;
    countBusy();
    user->start(intended);
    return true;
}

bool ArrivalRunner::takeOver(Instant intended) {
    return m_stage == Stage::Releasing && startOne(intended);
}

void ArrivalRunner::drop() {
    m_worker.writer.advanceTo(m_worker.runTime(m_worker.reactor.now()));
    m_worker.steps.dropped(m_phase, 1);
    m_worker.counters.scenario(m_phase).iterationsDropped.add();
    m_worker.tellOnce("vus " + m_scenario.name, InsufficientVus{m_scenario.name, m_scenario.load.maxVus()});
}

void ArrivalRunner::onUserFree(VirtualUser& user, IterationEnd end) {
    if (end == IterationEnd::Retired) {
        --m_busy;
        countBusy();
        // One that retires while arrivals still come found no row in a feed.
        if (m_stage == Stage::Releasing && ++m_exhausted == m_maxUsers) {
            stop();
        }
        finishIfIdle();
        return;
    }
    if (m_stage != Stage::Releasing || end == IterationEnd::NoRows) {
        user.retire();
        return;
    }
    --m_busy;
    countBusy();
    m_free.push_back(&user);
}

void ArrivalRunner::drain(Instant deadline) {
    m_stage = Stage::Draining;
    m_deadline = deadline;
    m_worker.reactor.arm(m_timer, deadline);
    retireAll();
    finishIfIdle();
}

// The users at rest end their lives; the busy ones follow when they are free.
void ArrivalRunner::retireAll() {
    for (VirtualUser* user : std::exchange(m_free, {})) {
        ++m_busy;
        user->retire();
    }
    countBusy();
}

void ArrivalRunner::stop() {
    if (m_stage == Stage::Waiting || m_stage == Stage::Releasing) {
        m_next.reset();
        drain(m_worker.reactor.now() + m_scenario.gracefulStop);
    }
}

void ArrivalRunner::abort() {
    if (m_stage == Stage::Done) {
        return;
    }
    m_stage = Stage::Draining;
    m_free.clear();
    for (std::uint32_t local = 0; local < m_users.size(); ++local) {
        if (VirtualUser* user = m_users.find(local); user != nullptr && user->isBusy()) {
            cutOff(*user);
        }
    }
    finishIfIdle();
}

void ArrivalRunner::cutOff(VirtualUser& user) {
    user.interrupt();
    --m_busy;
    countBusy();
}

void ArrivalRunner::countBusy() {
    m_worker.counters.scenario(m_phase).activeVus.set(m_busy);
}

void ArrivalRunner::finishIfIdle() {
    if (m_stage != Stage::Draining || m_busy > 0) {
        return;
    }
    m_stage = Stage::Done;
    m_timer.cancel();
    m_onDone();
}

} // namespace bw::engine
