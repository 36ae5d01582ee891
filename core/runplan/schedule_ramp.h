#pragma once

#include "core/base/clock.h"
#include "core/testplan/scenario.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace bw::runplan {

// Wide enough that no product of two times and two rates overflows.
#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Wbit-int-extension"
using Wide = _BitInt(256);
#pragma clang diagnostic pop

// A rate of iterations, piecewise linear in time, and the inverse of its integral, exact to the nanosecond:
// places are found by floating point and settled in integers, so no rounding adds up over a run of any
// length. Immutable, usable from any thread.
class RateCurve {
public:
    // Where the last search ended; makes searches in ascending order O(1).
    struct Cursor {
        std::size_t piece = 0;
    };

    // When iteration 0 is due.
    enum class First {
        AtStart, // the integral is 0: constant-arrival-rate
        AtOne,   // the integral has reached 1: ramping-arrival-rate
    };

    RateCurve(std::int64_t rate, Duration timeUnit, Duration duration);
    RateCurve(std::int64_t startRate, Duration timeUnit, std::span<const testplan::Stage> stages);

    // How many iterations are due at the regular spacing; saturates.
    [[nodiscard]] std::uint64_t count() const { return m_count; }

    // When iteration `index` < count() is due, rounded down.
    [[nodiscard]] Duration startOf(std::uint64_t index, Cursor& cursor) const;

    // When the integral reaches `load`, 0 <= load <= total(), rounded down.
    [[nodiscard]] Duration timeOfLoad(long double load, Cursor& cursor) const;

    // The integral over all pieces, in iterations.
    [[nodiscard]] long double total() const { return m_total; }

    [[nodiscard]] Duration duration() const { return m_duration; }

    // Iterations per second at `at`.
    [[nodiscard]] double rateAt(Duration at) const;

private:
    // Rates are in iterations per timeUnit; loads are in units of 1 / (2 · timeUnit) iterations.
    struct Piece {
        Duration start{};
        std::int64_t length = 0; // ns, > 0
        std::int64_t from = 0;
        std::int64_t to = 0;
        Wide loadBefore = 0;
        Wide loadAfter = 0;
    };

    void addPiece(Duration length, std::int64_t from, std::int64_t to);
    void finish(First first);
    [[nodiscard]] static Duration within(const Piece& piece, Wide load);
    [[nodiscard]] Duration timeOf(Wide load, Cursor& cursor) const;

    std::vector<Piece> m_pieces; // those in which the load grows
    std::int64_t m_timeUnit = 1; // ns
    Duration m_duration{};
    First m_first = First::AtStart;
    std::uint64_t m_count = 0;
    long double m_total = 0;
};

} // namespace bw::runplan
