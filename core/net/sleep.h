#pragma once

#include "core/net/reactor.h"

#include <coroutine>

namespace bw::net {

// co_await Sleep(reactor, due): goes on when it is `due`, at once when it is past. Destroying the waiting
// coroutine cancels the timer.
class Sleep {
public:
    Sleep(Reactor& reactor, Instant due)
        : m_reactor(reactor)
        , m_due(due)
        , m_timer(&Sleep::onDue, this) {}
    Sleep(const Sleep&) = delete;
    Sleep& operator=(const Sleep&) = delete;

    [[nodiscard]] bool await_ready() const { return m_due <= m_reactor.now(); }
    void await_suspend(std::coroutine_handle<> waiter) {
        m_waiter = waiter;
        m_reactor.arm(m_timer, m_due);
    }
    void await_resume() const {}

private:
    static void onDue(void* self, Instant /*now*/) { static_cast<Sleep*>(self)->m_waiter.resume(); }

    Reactor& m_reactor;
    Instant m_due;
    std::coroutine_handle<> m_waiter;
    Timer m_timer;
};

} // namespace bw::net
