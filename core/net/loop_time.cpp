#include "core/net/loop_time.h"

#include <pthread.h>

namespace bw::net {

void LoopTime::begin() {
    if (m_clock.load(std::memory_order_relaxed) != kNone) {
        return;
    }
    clockid_t clock = kNone;
    if (::pthread_getcpuclockid(::pthread_self(), &clock) == 0) {
        m_clock.store(clock, std::memory_order_relaxed);
        m_before.fetch_sub(used().count(), std::memory_order_relaxed);
    }
}

void LoopTime::end() {
    const Duration all = busy();
    m_clock.store(kNone, std::memory_order_relaxed);
    m_before.store(all.count(), std::memory_order_relaxed);
}

Duration LoopTime::used() const {
    timespec time{};
    const clockid_t clock = m_clock.load(std::memory_order_relaxed);
    if (clock == kNone || ::clock_gettime(clock, &time) != 0) {
        return {};
    }
    return std::chrono::seconds(time.tv_sec) + std::chrono::nanoseconds(time.tv_nsec);
}

Duration LoopTime::busy() const {
    return used() + Duration(m_before.load(std::memory_order_relaxed));
}

} // namespace bw::net
