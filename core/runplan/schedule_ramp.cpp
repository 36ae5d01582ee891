#include "core/runplan/schedule_ramp.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace bw::runplan {
namespace {

constexpr Wide maxCount = std::numeric_limits<std::uint64_t>::max();

// The leading 64 bits, which is all a long double holds.
long double approximate(Wide value) {
    int shift = 0;
    while (value > maxCount) {
        const int step = value >> 128 > 0 ? 64 : 1;
        value >>= step;
        shift += step;
    }
    return std::ldexp(static_cast<long double>(static_cast<std::uint64_t>(value)), shift);
}

long double approximate(__int128 value) {
    return static_cast<long double>(value);
}

// dividend / divisor rounded down; 256-bit division is slow, and hardly ever needed.
std::int64_t quotient(Wide dividend, Wide divisor) {
    if (dividend >> 126 == 0) {
        return static_cast<std::int64_t>(static_cast<unsigned __int128>(dividend) /
                                         static_cast<unsigned __int128>(divisor));
    }
    return static_cast<std::int64_t>(dividend / divisor);
}

// The last whole nanosecond x of a ramp at which the load since its start, 2·from·x + (to−from)·x²/length,
// has not passed `load`. Int holds (2·max(from, to)·length)².
template <class Int>
std::int64_t solve(Int from, Int to, std::int64_t length, Int load) {
    const Int slope = to - from;
    const Int linear = from * length;
    const Int goal = load * length;
    const auto passed = [&](std::int64_t x) { return slope * x * x + 2 * linear * x > goal; };

    const long double root = std::sqrt(approximate(std::max(linear * linear + slope * goal, Int(0))));
    const long double divisor = approximate(linear) + root;
    const long double estimate = divisor > 0 ? approximate(goal) / divisor : 0;
    auto x = static_cast<std::int64_t>(std::clamp(estimate, 0.0L, static_cast<long double>(length)));
    // The estimate is off by a few nanoseconds at most.
    while (x > 0 && passed(x)) {
        --x;
    }
    while (x < length && !passed(x + 1)) {
        ++x;
    }
    return x;
}

std::uint64_t saturated(Wide count) {
    return static_cast<std::uint64_t>(std::min(count, maxCount));
}

} // namespace

RateCurve::RateCurve(std::int64_t rate, Duration timeUnit, Duration duration)
    : m_timeUnit(std::max<std::int64_t>(timeUnit.count(), 1)) {
    addPiece(duration, std::max<std::int64_t>(rate, 0), std::max<std::int64_t>(rate, 0));
    finish(First::AtStart);
}

RateCurve::RateCurve(std::int64_t startRate, Duration timeUnit, std::span<const testplan::Stage> stages)
    : m_timeUnit(std::max<std::int64_t>(timeUnit.count(), 1)) {
    std::int64_t from = std::max<std::int64_t>(startRate, 0);
    for (const testplan::Stage& stage : stages) {
        const std::int64_t to = std::max<std::int64_t>(stage.target, 0);
        addPiece(stage.duration.value, from, to);
        from = to;
    }
    finish(First::AtOne);
}

void RateCurve::addPiece(Duration length, std::int64_t from, std::int64_t to) {
    length = std::min(length, Duration::max() - m_duration);
    if (length <= Duration(0)) {
        return;
    }
    if (from > 0 || to > 0) {
        const Wide before = m_pieces.empty() ? Wide(0) : m_pieces.back().loadAfter;
        const Wide load = (Wide(from) + to) * length.count();
        m_pieces.push_back({m_duration, length.count(), from, to, before, before + load});
    }
    m_duration += length;
}

void RateCurve::finish(First first) {
    m_first = first;
    if (m_pieces.empty()) {
        return;
    }
    const Wide load = m_pieces.back().loadAfter;
    const Wide iteration = Wide(2) * m_timeUnit;
    m_count = saturated(first == First::AtStart ? (load + iteration - 1) / iteration : load / iteration);
    m_total = approximate(load) / (2 * static_cast<long double>(m_timeUnit));
}

Duration RateCurve::within(const Piece& piece, Wide load) {
    if (piece.from == piece.to) {
        return Duration(quotient(load, 2 * Wide(piece.from)));
    }
    const Wide reach = 2 * Wide(std::max(piece.from, piece.to)) * piece.length;
    if (reach <= std::numeric_limits<std::int64_t>::max()) {
        return Duration(solve<__int128>(piece.from, piece.to, piece.length, static_cast<__int128>(load)));
    }
    return Duration(solve<Wide>(piece.from, piece.to, piece.length, load));
}

Duration RateCurve::timeOf(Wide load, Cursor& cursor) const {
    if (m_pieces.empty()) {
        return {};
    }
    while (cursor.piece + 1 < m_pieces.size() && m_pieces[cursor.piece].loadAfter < load) {
        ++cursor.piece;
    }
    while (cursor.piece > 0 && m_pieces[cursor.piece - 1].loadAfter >= load) {
        --cursor.piece;
    }
    const Piece& piece = m_pieces[cursor.piece];
    const Wide inside = std::clamp(load, piece.loadBefore, piece.loadAfter) - piece.loadBefore;
    return piece.start + within(piece, inside);
}

Duration RateCurve::startOf(std::uint64_t index, Cursor& cursor) const {
    const Wide iterations = Wide(index) + (m_first == First::AtOne ? 1 : 0);
    return timeOf(2 * iterations * m_timeUnit, cursor);
}

Duration RateCurve::timeOfLoad(long double load, Cursor& cursor) const {
    const long double units = std::clamp(load, 0.0L, m_total) * 2 * static_cast<long double>(m_timeUnit);
    return timeOf(static_cast<unsigned __int128>(std::min(units, 0x1p127L)), cursor);
}

double RateCurve::rateAt(Duration at) const {
    const auto piece = std::ranges::upper_bound(m_pieces, at, {},
                                                [](const Piece& p) { return p.start + Duration(p.length); });
    if (piece == m_pieces.end() || at < piece->start) {
        return 0;
    }
    const double done = static_cast<double>((at - piece->start).count()) / static_cast<double>(piece->length);
    const double from = static_cast<double>(piece->from);
    const double perUnit = from + (static_cast<double>(piece->to) - from) * done;
    return perUnit * 1e9 / static_cast<double>(m_timeUnit);
}

} // namespace bw::runplan
