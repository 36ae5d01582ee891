#include "core/runplan/segment_share.h"

#include <queue>

#include <algorithm>
#include <limits>
#include <numeric>
#include <span>

namespace bw::runplan {
namespace {

using Rank = unsigned __int128;

constexpr std::uint64_t unreachable = std::numeric_limits<std::uint64_t>::max();

std::uint64_t saturated(Rank value) {
    return value > unreachable ? unreachable : static_cast<std::uint64_t>(value);
}

// One turn of a segment that owns `length` of every `cycle` indices: its n-th index of a cycle must lie in
// [release, deadline), the window in which the n-th falls when the segment is served at its exact rate.
struct Turn {
    std::uint64_t release = 0;
    std::uint64_t deadline = 0;
    std::size_t segment = 0;
    std::uint64_t n = 0;
};

Turn turnOf(std::size_t segment, std::uint64_t n, std::uint64_t length, std::uint64_t cycle) {
    return {n * cycle / length, ((n + 1) * cycle + length - 1) / length, segment, n};
}

struct LaterRelease {
    bool operator()(const Turn& a, const Turn& b) const { return a.release > b.release; }
};

struct LaterDeadline {
    bool operator()(const Turn& a, const Turn& b) const {
        return a.deadline != b.deadline ? a.deadline > b.deadline : a.segment > b.segment;
    }
};

// Deals the indices of one cycle to the segments, always to the turn that is due first. The windows can all
// be kept (the exact rates are a fractional solution), and earliest-deadline-first then keeps them; so after
// n indices every segment has its part of n, rounded up or down.
std::vector<std::uint32_t> offsetsOf(std::size_t segment, std::span<const std::uint64_t> lengths,
                                     std::uint64_t cycle) {
    std::priority_queue<Turn, std::vector<Turn>, LaterRelease> waiting;
    std::priority_queue<Turn, std::vector<Turn>, LaterDeadline> ready;
    for (std::size_t i = 0; i < lengths.size(); ++i) {
        waiting.push(turnOf(i, 0, lengths[i], cycle));
    }
    std::vector<std::uint32_t> offsets;
    offsets.reserve(lengths[segment]);
    for (std::uint64_t index = 0; index < cycle; ++index) {
        while (!waiting.empty() && waiting.top().release <= index) {
            ready.push(waiting.top());
            waiting.pop();
        }
        const Turn turn = ready.top();
        ready.pop();
        if (turn.segment == segment) {
            offsets.push_back(static_cast<std::uint32_t>(index));
        }
        if (turn.n + 1 < lengths[turn.segment]) {
            waiting.push(turnOf(turn.segment, turn.n + 1, lengths[turn.segment], cycle));
        }
    }
    return offsets;
}

bool isAscending(const SegmentSequence& sequence) {
    const auto& at = sequence.boundaries;
    return at.size() >= 2 && at.front() == Fraction{0, 1} && at.back() == Fraction{1, 1} &&
           std::ranges::adjacent_find(at, std::greater_equal<>()) == at.end();
}

// 0 when there is none small enough.
std::int64_t commonDenominator(const SegmentSequence& sequence) {
    std::int64_t common = 1;
    for (const Fraction& boundary : sequence.boundaries) {
        if (boundary.denominator > maxDenominator) {
            return 0;
        }
        common = std::lcm(common, boundary.denominator);
        if (common > maxDenominator) {
            return 0;
        }
    }
    return common;
}

} // namespace

Result<SegmentShare, SegmentError> SegmentShare::create(const Segment& segment,
                                                        const SegmentSequence& sequence) {
    if (!isAscending(sequence) || segment.from >= segment.to) {
        return std::unexpected(SegmentError{SegmentErrorKind::NotAscending});
    }
    const auto& at = sequence.boundaries;
    const auto found = std::ranges::find(at, segment.from);
    if (found == at.end() || found + 1 == at.end() || *(found + 1) != segment.to) {
        return std::unexpected(SegmentError{SegmentErrorKind::NotInSequence});
    }
    const std::int64_t cycle = commonDenominator(sequence);
    if (cycle == 0) {
        return std::unexpected(SegmentError{SegmentErrorKind::TooFine});
    }
    SegmentShare share;
    if (at.size() == 2) {
        return share;
    }
    std::vector<std::uint64_t> lengths;
    for (std::size_t i = 0; i + 1 < at.size(); ++i) {
        const auto inCycles = [&](const Fraction& f) { return f.numerator * (cycle / f.denominator); };
        lengths.push_back(static_cast<std::uint64_t>(inCycles(at[i + 1]) - inCycles(at[i])));
    }
    share.m_cycle = static_cast<std::uint64_t>(cycle);
    share.m_offsets = std::make_shared<const std::vector<std::uint32_t>>(
        offsetsOf(static_cast<std::size_t>(found - at.begin()), lengths, share.m_cycle));
    return share;
}

Result<SegmentShare, SegmentError> SegmentShare::create(const Segment& segment) {
    return create(segment, sequenceAround(segment));
}

SegmentShare SegmentShare::split(std::uint64_t part, std::uint64_t parts) const {
    SegmentShare share = *this;
    share.m_part = part * m_parts + m_part;
    share.m_parts = parts * m_parts;
    return share;
}

std::uint64_t SegmentShare::of(std::uint64_t n) const {
    const std::uint64_t ours = segmentOf(n);
    return ours > m_part ? (ours - m_part - 1) / m_parts + 1 : 0;
}

std::uint64_t SegmentShare::index(std::uint64_t k) const {
    const Rank rank = static_cast<Rank>(k) * m_parts + m_part;
    if (!m_offsets) {
        return saturated(rank);
    }
    const std::size_t length = m_offsets->size();
    const Rank cycles = rank / length;
    if (cycles > unreachable) {
        return unreachable;
    }
    return saturated(cycles * m_cycle + (*m_offsets)[static_cast<std::size_t>(rank % length)]);
}

std::uint64_t SegmentShare::segmentOf(std::uint64_t n) const {
    if (!m_offsets) {
        return n;
    }
    const auto below = std::ranges::lower_bound(*m_offsets, n % m_cycle);
    return n / m_cycle * m_offsets->size() + static_cast<std::uint64_t>(below - m_offsets->begin());
}

} // namespace bw::runplan
