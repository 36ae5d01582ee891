#pragma once

#include "core/engine/vu_state.h"
#include "core/net/task.h"
#include "core/net/timer.h"
#include "core/runplan/run_plan.h"

#include <deque>
#include <string>
#include <string_view>
#include <vector>

namespace bw::engine {

// Who waits for which message of a session, and the messages that nobody waited for yet. Belongs to one
// session; not thread-safe.
class Expectations {
public:
    explicit Expectations(VuState& user)
        : m_user(user)
        , m_worker(user.worker) {}
    Expectations(const Expectations&) = delete;
    Expectations& operator=(const Expectations&) = delete;
    ~Expectations();

    // Until a message fulfils the condition, one that came since the last such step included. False: too
    // late, or no more messages come. The object may be gone when it goes on.
    [[nodiscard]] static net::Task<bool> wait(Expectations& from, const runplan::ExpectStep& step,
                                              Instant due, std::string_view group);

    // To those who wait for it; otherwise it is kept for who comes later. May destroy this.
    void offer(std::string_view message, Instant at);

    // No more messages come. Those who wait hear of it in the next turn.
    void end();

private:
    // Somebody who waits for a message.
    struct Waiter {
        const runplan::ExpectStep& step;
        std::vector<Waiter*>* line; // it stands in; null: the session is gone
        net::OneShot<bool> turn{};  // whether the message came
        Instant came{};
        void onDeadline(Instant /*now*/) { turn.give(false); }
        net::MemberTimer<&Waiter::onDeadline> deadline{*this};
    };

    [[nodiscard]] bool findRecent(const runplan::ExpectStep& step);
    [[nodiscard]] bool fulfils(const runplan::ExpectStep& step, std::string_view message);

    VuState& m_user;
    WorkerContext& m_worker;
    std::vector<Waiter*> m_waiters;
    std::deque<std::string> m_recent; // messages that no expect step has looked behind yet; bounded
    std::size_t m_recentBytes = 0;
    bool m_isOver = false;
};

} // namespace bw::engine
