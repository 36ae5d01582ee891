#pragma once

#include <chrono>
#include <cstdint>

namespace bw {

// A span of time in nanoseconds; the unit of every duration in the program.
using Duration = std::chrono::nanoseconds;

// A moment on the monotonic clock. Only differences mean anything.
using Instant = std::chrono::time_point<std::chrono::steady_clock, Duration>;

// Nanoseconds since 1970-01-01T00:00:00Z, for what people and other machines read.
struct WallTime {
    std::int64_t nanoseconds = 0;
    friend auto operator<=>(const WallTime&, const WallTime&) = default;
};

// The one door through which time enters, so that tests can hold it still.
// Thread-safe: both functions may be called from any thread.
class Clock {
public:
    virtual ~Clock() = default;
    [[nodiscard]] virtual Instant now() const = 0;
    [[nodiscard]] virtual WallTime wallNow() const = 0;
};

// CLOCK_MONOTONIC and CLOCK_REALTIME of the machine.
class SystemClock final : public Clock {
public:
    [[nodiscard]] Instant now() const override;
    [[nodiscard]] WallTime wallNow() const override;

    // One instance lives as long as the program.
    static const SystemClock& instance();
};

} // namespace bw
