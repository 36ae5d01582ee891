#include "core/run/clock_watch.h"

#include <ctime>

namespace bw::run {
namespace {

constexpr Duration kNoticed = std::chrono::seconds(1);

Duration read(clockid_t clock) {
    timespec time{};
    ::clock_gettime(clock, &time);
    return std::chrono::seconds(time.tv_sec) + std::chrono::nanoseconds(time.tv_nsec);
}

} // namespace

ClockReadings readClocks() {
    return {read(CLOCK_MONOTONIC), read(CLOCK_BOOTTIME), read(CLOCK_REALTIME)};
}

std::optional<ClockEvent> ClockWatch::take(const ClockReadings& now) {
    const Duration slept = (now.boot - m_last.boot) - (now.monotonic - m_last.monotonic);
    const Duration jumped = (now.wall - m_last.wall) - (now.boot - m_last.boot);
    m_last = now;
    if (slept > kNoticed) {
        return ClockEvent{ClockEvent::Kind::Suspend, slept};
    }
    if (jumped > kNoticed || jumped < -kNoticed) {
        return ClockEvent{ClockEvent::Kind::Jump, jumped};
    }
    return std::nullopt;
}

} // namespace bw::run
