#include "core/engine/arrival_runner.h"

#include <algorithm>

namespace bw::engine {

ArrivalRunner::ArrivalRunner(WorkerContext& worker, std::uint32_t phase, unsigned part, unsigned parts,
                             Offer offer, std::function<void()> onDone)
    : m_worker(worker)
    , m_scenario(worker.plan.scenarios[phase])
    , m_phase(phase)
    , m_part(part)
    , m_parts(parts)
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
    m_worker.reactor.arm(m_timer, nextDue());
}

// After the last arrival the scenario still lasts to its end.
Instant ArrivalRunner::nextDue() const {
    const Instant planned = m_next ? m_start + m_next->offset : end();
    return std::min(planned, m_added.next().value_or(planned));
}

void ArrivalRunner::advance() {
    if (const auto added = m_added.next(); added && (!m_next || *added < m_start + m_next->offset)) {
        m_added.advance();
    } else {
        m_next = m_cursor.next();
    }
}

// Of load that is taken away by hand every so many-th arrival is left out.
bool ArrivalRunner::keepsPlanned(Instant due) {
    const double planned = m_scenario.load.arrivalRateAt(due - m_start);
    if (m_added.rate() >= 0 || planned <= 0) {
        return true;
    }
    m_kept += std::max(0.0, 1 + m_added.rate() / planned);
    if (m_kept < 1) {
        return false;
    }
    m_kept -= 1;
    return true;
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
    for (Instant due = nextDue(); due <= now && (m_next || due < end()); due = nextDue()) {
        advance();
        if (keepsPlanned(due) && !startOne(due) && !m_offer(due)) {
            drop();
        }
    }
    if (m_next || now < end()) {
        armNext();
    } else {
        drain(end() + m_scenario.gracefulStop);
    }
}

void ArrivalRunner::pause(Instant at) {
    if (m_stage == Stage::Waiting || m_stage == Stage::Releasing) {
        m_pausedAt = at;
        m_timer.cancel();
    }
}

void ArrivalRunner::resume(Instant at) {
    if (!m_pausedAt) {
        return;
    }
    const Duration gap = at - *std::exchange(m_pausedAt, std::nullopt);
    m_start += gap;
    m_added.shift(gap);
    armNext();
}

void ArrivalRunner::setAdded(double amount, Instant at) {
    m_added.set(amount, std::max(m_pausedAt.value_or(at), m_start), m_part, m_parts);
    m_kept = 0;
    if (m_stage == Stage::Releasing && !m_pausedAt) {
        armNext();
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
        m_pausedAt.reset();
        drain(m_worker.reactor.now() + m_scenario.gracefulStop);
    }
}

void ArrivalRunner::abort() {
    if (m_stage == Stage::Done) {
        return;
    }
    m_stage = Stage::Draining;
    m_pausedAt.reset();
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
