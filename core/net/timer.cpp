#include "core/net/timer.h"

#include <algorithm>

namespace bw::net {
namespace {

constexpr std::size_t kChildren = 4;
constexpr std::size_t kEmptyAllowed = 64;
constexpr std::size_t kFiring = static_cast<std::size_t>(1) << 63; // places in m_due are marked by this bit

} // namespace

void Timer::cancel() {
    if (m_queue != nullptr) {
        m_queue->cancel(*this);
    }
}

TimerQueue::~TimerQueue() {
    for (const Entry& entry : m_heap) {
        if (entry.timer != nullptr) {
            entry.timer->m_queue = nullptr;
        }
    }
}

void TimerQueue::arm(Timer& timer, Instant due) {
    timer.cancel();
    timer.m_queue = this;
    timer.m_due = due;
    m_heap.push_back({});
    up(m_heap.size() - 1, {due, &timer});
}

void TimerQueue::cancel(Timer& timer) {
    if (timer.m_queue != this) {
        return;
    }
    timer.m_queue = nullptr;
    if ((timer.m_place & kFiring) != 0) {
        m_due[timer.m_place & ~kFiring] = nullptr;
    } else if (timer.m_place == 0) {
        removeFirst();
    } else {
        m_heap[timer.m_place].timer = nullptr;
        if (++m_empty > kEmptyAllowed && m_empty > m_heap.size() / 2) {
            dropEmpty();
        }
    }
}

void TimerQueue::dropEmpty() {
    std::erase_if(m_heap, [](const Entry& entry) { return entry.timer == nullptr; });
    m_empty = 0;
    for (std::size_t place = m_heap.size(); place-- > 0;) {
        down(place, m_heap[place]);
    }
}

void TimerQueue::fire(Instant now) {
    // All that is due leaves the heap first: a callback that arms its timer for the past cannot hold the
    // loop.
    m_due.clear();
    while (!m_heap.empty() && m_heap.front().due <= now) {
        Timer* timer = m_heap.front().timer;
        removeFirst();
        timer->m_place = m_due.size() | kFiring;
        m_due.push_back(timer);
    }
    for (std::size_t i = 0; i < m_due.size(); ++i) {
        if (Timer* timer = m_due[i]; timer != nullptr) {
            timer->m_queue = nullptr;
            timer->m_callback(timer->m_context, now);
        }
    }
}

void TimerQueue::put(std::size_t place, Entry entry) {
    m_heap[place] = entry;
    if (entry.timer != nullptr) {
        entry.timer->m_place = place;
    }
}

void TimerQueue::up(std::size_t place, Entry entry) {
    while (place > 0) {
        const std::size_t parent = (place - 1) / kChildren;
        if (m_heap[parent].due <= entry.due) {
            break;
        }
        put(place, m_heap[parent]);
        place = parent;
    }
    put(place, entry);
}

void TimerQueue::down(std::size_t place, Entry entry) {
    for (;;) {
        const std::size_t first = place * kChildren + 1;
        if (first >= m_heap.size()) {
            break;
        }
        const std::size_t end = std::min(first + kChildren, m_heap.size());
        std::size_t least = first;
        for (std::size_t child = first + 1; child < end; ++child) {
            if (m_heap[child].due < m_heap[least].due) {
                least = child;
            }
        }
        if (m_heap[least].due >= entry.due) {
            break;
        }
        put(place, m_heap[least]);
        place = least;
    }
    put(place, entry);
}

void TimerQueue::removeFirst() {
    do {
        const Entry last = m_heap.back();
        m_heap.pop_back();
        if (m_heap.empty()) {
            break;
        }
        down(0, last);
        m_empty -= m_heap.front().timer == nullptr ? 1 : 0;
    } while (m_heap.front().timer == nullptr);
}

} // namespace bw::net
