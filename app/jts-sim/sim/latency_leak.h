#pragma once

#include "core/base/clock.h"

#include <cstdint>

namespace bw::jts {

class JsonWriter;

// A delay to which every request adds a little and which all later ones pay, up to a limit: a cache that only
// grows, a table without its index. Not thread-safe.
class LatencyLeak {
public:
    struct Limits {
        Duration perThousand{0}; // that a thousand requests add
        Duration most{0};
    };

    explicit LatencyLeak(const Limits& limits)
        : m_limits(limits) {}

    // What the next request pays.
    [[nodiscard]] Duration delay() const;

    // What this request pays; it leaves more to the next one.
    Duration grow();

    // {"requests", "delay_ms"}
    void appendJson(JsonWriter& json) const;

private:
    Limits m_limits;
    std::int64_t m_requests = 0;
};

} // namespace bw::jts
