#include "core/engine/expectations.h"

#include "core/engine/message_view.h"

#include <algorithm>

namespace bw::engine {
namespace {

// Of messages that an expect step may still ask for.
constexpr std::size_t kMaxRecent = 256;
constexpr std::size_t kMaxRecentBytes = 256U << 10;

} // namespace

Expectations::~Expectations() {
    for (Waiter* waiter : m_waiters) { // in other lanes of the flow
        waiter->line = nullptr;
        m_worker.reactor.arm(waiter->deadline, Instant::min());
    }
}

bool Expectations::fulfils(const runplan::ExpectStep& step, std::string_view message) {
    const MessageView view(message);
    expr::Context context = m_user.context(&view);
    const auto result = step.condition.test(context);
    if (!result) {
        m_worker.tellFailed(step.name, step.condition.source(), result.error());
    }
    return result && *result;
}

void Expectations::offer(std::string_view message, Instant at) {
    const auto wanted =
        std::ranges::find_if(m_waiters, [&](const Waiter* waiter) { return fulfils(waiter->step, message); });
    if (wanted != m_waiters.end()) {
        Waiter& waiter = **wanted;
        m_recent.clear();
        m_recentBytes = 0;
        waiter.came = at;
        waiter.turn.give(true); // may destroy this
        return;
    }
    m_recent.emplace_back(message);
    m_recentBytes += message.size();
    while (m_recent.size() > kMaxRecent || m_recentBytes > kMaxRecentBytes) {
        m_recentBytes -= m_recent.front().size();
        m_recent.pop_front();
    }
}

void Expectations::end() {
    m_isOver = true;
    for (Waiter* waiter : m_waiters) {
        // Through their timers: each may go on and take this away.
        m_worker.reactor.arm(waiter->deadline, Instant::min());
    }
}

bool Expectations::findRecent(const runplan::ExpectStep& step) {
    const auto recent =
        std::ranges::find_if(m_recent, [&](const std::string& message) { return fulfils(step, message); });
    if (recent == m_recent.end()) {
        return false;
    }
    m_recent.erase(m_recent.begin(), recent + 1);
    m_recentBytes = 0;
    for (const std::string& message : m_recent) {
        m_recentBytes += message.size();
    }
    return true;
}

net::Task<bool> Expectations::wait(Expectations& from, const runplan::ExpectStep& step, Instant due,
                                   std::string_view group) {
    // Waits in line while it lives, however it ends.
    struct Place : Waiter {
        Place(const runplan::ExpectStep& what, std::vector<Waiter*>& waiters)
            : Waiter{what, &waiters} {
            waiters.push_back(this);
        }
        ~Place() {
            if (line != nullptr) {
                std::erase(*line, this);
            }
        }
    };
    WorkerContext& worker = from.m_worker;
    const std::uint32_t phase = from.m_user.phase;
    bool came = from.findRecent(step);
    Instant at = due;
    if (!came && !from.m_isOver) {
        Place waiting(step, from.m_waiters);
        worker.reactor.arm(waiting.deadline, worker.reactor.now() + step.timeout);
        came = co_await waiting.turn;
        at = waiting.came;
    }
    worker.writer.advanceTo(worker.runTime(worker.reactor.now()));
    if (came) {
        worker.webSockets.expected(phase, step, group, std::max(Duration::zero(), at - due));
    }
    co_return came;
}

} // namespace bw::engine
