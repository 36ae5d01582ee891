#pragma once

#include "core/base/clock.h"

#include <queue>

#include <cstddef>
#include <deque>
#include <vector>

namespace bw::jts {

// A line of requests before a number of servers, first come, first served, in computed time: since it is
// known on arrival how long each request will be served, so are the moments when it begins and ends, and
// nothing has to wait or to be woken. Requests must come in the order of their arrival. Not thread-safe; its
// owner guards it.
class ServiceLine {
public:
    // Records that are kept at most of who has not begun yet: 24 bytes each.
    static constexpr std::size_t kMostAhead = 100'000;

    explicit ServiceLine(std::size_t servers);

    // When a request that arrives then would begin.
    [[nodiscard]] Instant startOf(Instant arrival) const;

    // Notes one that does so (`start` as startOf() told) and keeps its server until `end`.
    void serve(Instant arrival, Instant start, Instant end);

    // Notes one that goes away unserved. All must have the same patience.
    void giveUp(Instant arrival, Instant until);

    // No more records fit; the next one must be turned away.
    [[nodiscard]] bool isFull() const { return m_ahead.size() + m_impatient.size() >= kMostAhead; }

    struct Occupancy {
        std::size_t working = 0; // servers
        std::size_t waiting = 0; // requests
    };
    // Forgets what is over, and counts. `now` must not go back.
    [[nodiscard]] Occupancy occupancy(Instant now);

    // When the next of the servers that work is done, as the last occupancy() knows them.
    [[nodiscard]] Instant nextEnd(Instant now) const;

private:
    struct Served {
        Instant arrival;
        Instant start;
        Instant end;
    };
    struct Impatient {
        Instant arrival;
        Instant until;
    };
    template <class T>
    using Earliest = std::priority_queue<T, std::vector<T>, std::greater<>>;

    Earliest<Instant> m_free; // when each server is through with all that it has been given
    std::deque<Served> m_ahead;
    std::deque<Impatient> m_impatient;
    Earliest<Instant> m_working; // the ends of those that have begun
};

} // namespace bw::jts
