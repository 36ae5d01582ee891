#pragma once

#include "app/jts-sim/sim/service_line.h"

#include <optional>

namespace bw::jts {

class JsonWriter;

// A leaky bucket: requests begin at least `interval` apart. Below that rate it is hardly felt; above it the
// line grows, and with it everybody's latency, until who would wait too long is turned away. Not thread-safe.
class ThroughputCeiling {
public:
    struct Limits {
        Duration interval{0};
        Duration longestWait{0};
    };

    explicit ThroughputCeiling(const Limits& limits)
        : m_limits(limits) {}

    // When a request that comes at `at`, not before `now`, may begin; none when it is turned away. Neither
    // may go back.
    [[nodiscard]] std::optional<Instant> pass(Instant now, Instant at);

    // Until somebody who comes at `at` would be let in to wait.
    [[nodiscard]] Duration untilPlace(Instant at) const;

    // {"passed", "waiting", "delay_ms", "refused"}; the delay is what the next one will wait.
    void appendJson(JsonWriter& json, Instant now);

private:
    Limits m_limits;
    ServiceLine m_line{1};
    std::int64_t m_passed = 0;
    std::int64_t m_refused = 0;
};

} // namespace bw::jts
