#pragma once

#include "core/base/clock.h"

#include <cstdint>
#include <optional>

namespace bw::engine {

// Arrivals that a person adds to the plan's by hand: evenly spaced, dealt to the workers in turn like the
// plan's own. Or takes away: then there are none, and rate() is negative. One worker's; lives on its thread.
class AddedArrivals {
public:
    // From `at` on `rate` arrivals a second of all `parts` workers together, of which this is number `part`.
    void set(double rate, Instant at, unsigned part, unsigned parts) {
        m_rate = rate;
        m_from = at;
        m_number = part;
        m_step = parts;
    }
    [[nodiscard]] double rate() const { return m_rate; }

    // When the next one is due.
    [[nodiscard]] std::optional<Instant> next() const {
        if (m_rate <= 0) {
            return std::nullopt;
        }
        return m_from + Duration(static_cast<std::int64_t>(static_cast<double>(m_number + 1) * 1e9 / m_rate));
    }
    void advance() { m_number += m_step; }
    // All of them so much later.
    void shift(Duration by) { m_from += by; }

private:
    double m_rate = 0;
    Instant m_from{};
    std::uint64_t m_number = 0; // of the next one, of all workers'
    unsigned m_step = 1;
};

} // namespace bw::engine
