#include "core/runplan/schedule_vus.h"

#include "core/runplan/schedule_extent.h"

#include <algorithm>
#include <limits>

namespace bw::runplan {
namespace {

constexpr std::int64_t maxTotal = std::numeric_limits<std::uint32_t>::max();
constexpr std::int64_t never = std::numeric_limits<std::int64_t>::max();

Duration later(Duration at, Duration by) {
    return at > Duration::max() - by ? Duration::max() : at + by;
}

std::int64_t bounded(std::int64_t vus) {
    return std::clamp<std::int64_t>(vus, 0, maxTotal);
}

// factor * part / whole, rounded down; all >= 0, whole > 0.
std::int64_t scaledDown(std::int64_t factor, std::int64_t part, std::int64_t whole) {
    return static_cast<std::int64_t>(static_cast<__int128>(factor) * part / whole);
}

std::int64_t scaledUp(std::int64_t factor, std::int64_t part, std::int64_t whole) {
    return static_cast<std::int64_t>((static_cast<__int128>(factor) * part + whole - 1) / whole);
}

// The total from which on a share is at least `mine`.
std::int64_t totalFor(const SegmentShare& share, std::uint64_t mine) {
    if (mine == 0) {
        return 0;
    }
    const std::uint64_t last = share.index(mine - 1);
    return last >= static_cast<std::uint64_t>(never) ? never : static_cast<std::int64_t>(last) + 1;
}

} // namespace

VuSchedule VuSchedule::active(const testplan::Scenario& scenario, SegmentShare share) {
    VuSchedule schedule(std::move(share));
    schedule.build(scenario);
    schedule.m_end = schedule.m_regularEnd;
    return schedule;
}

VuSchedule VuSchedule::reserved(const testplan::Scenario& scenario, SegmentShare share) {
    VuSchedule schedule(std::move(share));
    schedule.build(scenario);
    if (const auto* ramping = std::get_if<testplan::RampingVus>(&scenario.executor)) {
        schedule.m_hold = std::max(ramping->gracefulRampDown.value, Duration(0));
    }
    if (!isOpenModel(scenario)) {
        schedule.m_end = maxDuration(scenario);
    }
    return schedule;
}

void VuSchedule::build(const testplan::Scenario& scenario) {
    if (isOpenModel(scenario)) {
        return;
    }
    if (const auto* ramping = std::get_if<testplan::RampingVus>(&scenario.executor)) {
        m_final = bounded(ramping->startVUs);
        for (const testplan::Stage& stage : ramping->stages) {
            addStage(stage.duration.value, bounded(stage.target));
        }
        return;
    }
    m_final = bounded(std::visit(
        [](const auto& executor) -> std::int64_t {
            if constexpr (requires { executor.vus; }) {
                return executor.vus;
            }
            return 0;
        },
        scenario.executor));
    addStage(scenarioDuration(scenario), m_final);
}

void VuSchedule::addStage(Duration length, std::int64_t target) {
    if (length > Duration(0)) {
        const Duration end = later(m_regularEnd, length);
        if (end > m_regularEnd) {
            m_pieces.push_back({m_regularEnd, end, m_final, target});
            m_regularEnd = end;
        }
    }
    m_final = target;
}

std::size_t VuSchedule::pieceAt(Duration at) const {
    const auto piece = std::ranges::upper_bound(m_pieces, at, {}, &Piece::end);
    return static_cast<std::size_t>(piece - m_pieces.begin());
}

// Solves k6's step times for the number of VUs. Going up, VU u is there from end − length·(to−u)/(to−from)
// on; going down, VU u is gone from end − length·(u−1−to)/(from−to) on; both divisions truncate.
std::int64_t VuSchedule::totalWithin(const Piece& piece, Duration at) {
    const std::int64_t left = (piece.end - at).count();
    const std::int64_t length = (piece.end - piece.start).count();
    if (piece.to >= piece.from) {
        return piece.to - scaledUp(left, piece.to - piece.from, length);
    }
    return piece.to + scaledUp(left, piece.from - piece.to, length);
}

std::int64_t VuSchedule::totalAt(Duration at) const {
    const std::size_t piece = pieceAt(at);
    return piece < m_pieces.size() ? totalWithin(m_pieces[piece], at) : m_final;
}

// The largest total of [at − m_hold, at].
std::int64_t VuSchedule::heldTotalAt(Duration at) const {
    const Duration from = std::max(at - m_hold, Duration(0));
    std::int64_t most = totalAt(at);
    for (std::size_t i = pieceAt(from); i < m_pieces.size() && m_pieces[i].start <= at; ++i) {
        const Piece& piece = m_pieces[i];
        const Duration last = std::min(piece.end - Duration(1), at);
        most = std::max({most, totalWithin(piece, std::max(piece.start, from)), totalWithin(piece, last)});
    }
    return most;
}

std::uint32_t VuSchedule::count(Duration at) const {
    if (at < Duration(0) || at >= m_end) {
        return 0;
    }
    return static_cast<std::uint32_t>(m_share.of(static_cast<std::uint64_t>(heldTotalAt(at))));
}

// The first moment from `from` on at which the total is outside [low, high).
std::optional<Duration> VuSchedule::firstOutside(std::int64_t low, std::int64_t high, Duration from) const {
    const auto outside = [&](std::int64_t total) { return total < low || total >= high; };
    if (outside(totalAt(from))) {
        return from;
    }
    for (std::size_t i = pieceAt(from); i < m_pieces.size(); ++i) {
        const Piece& piece = m_pieces[i];
        if (piece.start > from && outside(piece.from)) {
            return piece.start;
        }
        const std::int64_t length = (piece.end - piece.start).count();
        std::int64_t left = 0; // from the step out of the range to the piece's end
        if (piece.to > piece.from && piece.to >= high) {
            left = scaledDown(length, piece.to - high, piece.to - piece.from);
        } else if (piece.to < piece.from && piece.to < low) {
            left = scaledDown(length, low - 1 - piece.to, piece.from - piece.to);
        }
        // A step at the very end is the next piece's: a jump may take its place.
        if (left > 0) {
            return piece.end - Duration(left);
        }
    }
    if (outside(m_final)) {
        return m_regularEnd;
    }
    return std::nullopt;
}

// When the share's count, `mine` at `after`, changes next; m_end or later when it does not.
Duration VuSchedule::changeAfter(Duration after, std::uint64_t mine) const {
    const std::int64_t low = totalFor(m_share, mine);
    const std::int64_t high = totalFor(m_share, mine + 1);
    if (mine == 0) {
        return firstOutside(low, high, after).value_or(m_end);
    }
    // The moment in the held window that the present count comes from, then whatever prolongs it.
    std::optional<Duration> at =
        firstOutside(std::numeric_limits<std::int64_t>::min(), low, std::max(after - m_hold, Duration(0)));
    while (at) {
        const std::optional<Duration> out = firstOutside(low, high, *at);
        if (!out || totalAt(*out) >= high) {
            return out.value_or(m_end);
        }
        const Duration expiry = later(*out, m_hold);
        at = firstOutside(std::numeric_limits<std::int64_t>::min(), low, *out);
        if (!at || *at > expiry) {
            return expiry;
        }
    }
    return m_end;
}

std::optional<VuStep> VuSchedule::nextChange(Duration after) const {
    if (after < Duration(0)) {
        if (const std::uint32_t first = count(Duration(0)); first > 0) {
            return VuStep{Duration(0), first};
        }
        after = Duration(0);
    }
    if (after >= m_end) {
        return std::nullopt;
    }
    const std::uint32_t mine = count(after);
    const Duration change = std::min(changeAfter(after, mine), m_end);
    if (change == m_end && mine == 0) {
        return std::nullopt;
    }
    return VuStep{change, count(change)};
}

std::uint32_t VuSchedule::peak() const {
    std::int64_t most = m_end > m_regularEnd ? m_final : 0;
    for (const Piece& piece : m_pieces) {
        most = std::max({most, piece.from, totalWithin(piece, piece.end - Duration(1))});
    }
    return static_cast<std::uint32_t>(m_share.of(static_cast<std::uint64_t>(most)));
}

// A ramp reaches its target when its stage ends; when the next stage jumps elsewhere, or none follows, for no
// time.
std::optional<std::uint32_t> VuSchedule::momentaryCount(Duration at) const {
    const auto piece = std::ranges::lower_bound(m_pieces, at, {}, &Piece::end);
    if (m_hold > Duration(0) || piece == m_pieces.end() || piece->end != at) {
        return std::nullopt;
    }
    return static_cast<std::uint32_t>(m_share.of(static_cast<std::uint64_t>(piece->to)));
}

std::vector<VuStep> VuSchedule::steps(std::size_t limit) const {
    std::vector<VuStep> steps;
    if (limit == 0) {
        return steps;
    }
    steps.push_back({Duration(0), count(Duration(0))});
    while (steps.size() < limit) {
        const auto next = nextChange(steps.back().offset);
        if (!next) {
            break;
        }
        if (const auto brief = momentaryCount(next->offset);
            brief && *brief != steps.back().count && *brief != next->count && steps.size() + 1 < limit) {
            steps.push_back({next->offset, *brief});
        }
        steps.push_back(*next);
    }
    return steps;
}

std::vector<VuStep> plannedVus(const testplan::Scenario& scenario, std::size_t limit) {
    return VuSchedule::active(scenario).steps(limit);
}

std::vector<VuStep> reservedVus(const testplan::Scenario& scenario, std::size_t limit) {
    return VuSchedule::reserved(scenario).steps(limit);
}

} // namespace bw::runplan
