#pragma once

#include "core/base/clock.h"

#include <cstdint>
#include <functional>
#include <optional>

namespace bw::run {

// The system's three clocks at one moment.
struct ClockReadings {
    Duration monotonic{}; // stands still while the computer sleeps; what a run is measured with
    Duration boot{};      // goes on
    Duration wall{};      // is set by people and time servers
};

[[nodiscard]] ClockReadings readClocks();
using ReadClocks = std::function<ClockReadings()>;

// What happened between two readings.
struct ClockEvent {
    enum class Kind : std::uint8_t {
        Suspend, // the computer slept
        Jump,    // somebody set the wall clock
    };
    Kind kind = Kind::Suspend;
    Duration amount{}; // of a jump: negative when backwards
};

// Notices sleep and set clocks of more than a second, which a run's figures cannot show. Not thread-safe.
class ClockWatch {
public:
    explicit ClockWatch(const ClockReadings& first)
        : m_last(first) {}

    [[nodiscard]] std::optional<ClockEvent> take(const ClockReadings& now);

private:
    ClockReadings m_last;
};

} // namespace bw::run
