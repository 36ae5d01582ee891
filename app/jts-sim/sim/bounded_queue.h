#pragma once

#include "app/jts-sim/sim/service_line.h"

#include <optional>

namespace bw::jts {

class JsonWriter;

// The server's workers and the places before them: so many requests are in work, so many wait, and the next
// one is turned away at once. Not thread-safe.
class BoundedQueue {
public:
    struct Limits {
        std::size_t workers = 1;
        std::size_t places = 0;
        Duration work{0}; // that each request takes of a worker, beside what it waits for in its hands
    };

    explicit BoundedQueue(const Limits& limits)
        : m_limits(limits)
        , m_line(limits.workers) {}

    // When a request that comes now gets its worker; none when it is turned away. Who got one must leave()
    // before the next one enters.
    [[nodiscard]] std::optional<Instant> enter(Instant now);
    void leave(Instant arrival, Instant start, Instant end) { m_line.serve(arrival, start, end); }

    [[nodiscard]] Duration work() const { return m_limits.work; }

    // Until somebody who was turned away now would find a place.
    [[nodiscard]] Duration untilPlace(Instant now) const { return m_line.nextEnd(now) - now; }

    // {"workers", "working", "waiting", "taken", "refused"}
    void appendJson(JsonWriter& json, Instant now);

private:
    Limits m_limits;
    ServiceLine m_line;
    std::int64_t m_taken = 0;
    std::int64_t m_refused = 0;
};

} // namespace bw::jts
