#pragma once

#include "core/base/clock.h"

#include <cstddef>
#include <vector>

namespace bw::net {

class TimerQueue;

// Something that is due once. Owned by its user, who may arm it anew from within its own callback; destroying
// it cancels it. Belongs to the queue it was last armed in; not thread-safe, never moves.
class Timer {
public:
    using Callback = void (*)(void* context, Instant now);

    Timer(Callback callback, void* context)
        : m_callback(callback)
        , m_context(context) {}
    Timer(const Timer&) = delete;
    Timer& operator=(const Timer&) = delete;
    ~Timer() { cancel(); }

    void cancel();
    [[nodiscard]] bool isArmed() const { return m_queue != nullptr; }
    [[nodiscard]] Instant due() const { return m_due; }

private:
    friend class TimerQueue;

    Callback m_callback;
    void* m_context;
    TimerQueue* m_queue = nullptr;
    std::size_t m_place = 0;
    Instant m_due{};
};

// A timer whose callback is a member function: MemberTimer<&Thing::onDue> m_timer{*this}.
template <auto Function>
class MemberTimer;
template <class Owner, void (Owner::*Function)(Instant)>
class MemberTimer<Function> : public Timer {
public:
    explicit MemberTimer(Owner& owner)
        : Timer(&call, &owner) {}

private:
    static void call(void* context, Instant now) { (static_cast<Owner*>(context)->*Function)(now); }
};

// The armed timers of one event loop, in the order they are due: a heap of four children a node, so arming
// costs a handful of comparisons in neighbouring memory and every timer keeps its exact nanosecond. A
// cancelled one leaves its place empty, and the empty ones go when they are half of all: deadlines that were
// kept, one a request, cost next to nothing. Timers due at the same moment fire in no particular order. Not
// thread-safe.
class TimerQueue {
public:
    TimerQueue() = default;
    TimerQueue(const TimerQueue&) = delete;
    TimerQueue& operator=(const TimerQueue&) = delete;
    ~TimerQueue();

    // Arms, or moves an armed timer. A moment in the past is due at the next turn.
    void arm(Timer& timer, Instant due);
    void cancel(Timer& timer);

    [[nodiscard]] bool empty() const { return m_heap.empty(); }
    // Precondition: not empty.
    [[nodiscard]] Instant next() const { return m_heap.front().due; }

    // Fires what is due at `now`; a timer armed by a callback for `now` or earlier waits for the next call.
    void fire(Instant now);

private:
    struct Entry {
        Instant due;
        Timer* timer; // null: cancelled; never the first one's
    };

    void put(std::size_t place, Entry entry);
    void up(std::size_t place, Entry entry);
    void down(std::size_t place, Entry entry);
    void removeFirst();
    void dropEmpty();

    std::vector<Entry> m_heap;
    std::size_t m_empty = 0;   // of m_heap
    std::vector<Timer*> m_due; // being fired; cancelled ones become null
};

} // namespace bw::net
