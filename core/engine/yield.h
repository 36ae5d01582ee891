#pragma once

#include "core/net/reactor.h"
#include "core/net/timer.h"

#include <coroutine>

namespace bw::engine {

// co_await Yield(reactor) resumes in the loop's next turn, whatever the clock says by then: what never waits
// gives the others their turn. Destroying the waiting coroutine cancels it.
class Yield {
public:
    explicit Yield(net::Reactor& reactor)
        : m_reactor(reactor)
        , m_timer(&Yield::onTurn, this) {}
    Yield(const Yield&) = delete;
    Yield& operator=(const Yield&) = delete;

    [[nodiscard]] bool await_ready() const { return false; }
    void await_suspend(std::coroutine_handle<> waiter) {
        m_waiter = waiter;
        m_reactor.arm(m_timer, Instant::min());
    }
    void await_resume() const {}

private:
    static void onTurn(void* self, Instant /*now*/) { static_cast<Yield*>(self)->m_waiter.resume(); }

    net::Reactor& m_reactor;
    std::coroutine_handle<> m_waiter;
    net::Timer m_timer;
};

} // namespace bw::engine
