#pragma once

#include "core/runplan/segment.h"

#include <cstdint>
#include <memory>
#include <vector>

namespace bw::runplan {

// Which of the things counted 0, 1, 2, … (VUs, iterations, starts) belong to one segment. Every index belongs
// to exactly one segment of a sequence, so shares sum to the whole; among the first n indices a segment has
// its part of n to within one. A value, cheap to copy, immutable, usable from any thread. All functions are
// O(1) or O(log) and allocate nothing, except create().
class SegmentShare {
public:
    // The whole.
    SegmentShare() = default;

    [[nodiscard]] static Result<SegmentShare, SegmentError> create(const Segment& segment,
                                                                   const SegmentSequence& sequence);
    // With the coarsest sequence that has the segment.
    [[nodiscard]] static Result<SegmentShare, SegmentError> create(const Segment& segment);

    // Every `parts`-th index of this share, beginning with its `part`-th: how a process divides its share
    // among workers. 0 <= part < parts.
    [[nodiscard]] SegmentShare split(std::uint64_t part, std::uint64_t parts) const;

    // How many of the indices 0 … n−1 are ours.
    [[nodiscard]] std::uint64_t of(std::uint64_t n) const;

    [[nodiscard]] bool contains(std::uint64_t index) const { return of(index) != of(index + 1); }

    // Our k-th index, counted from 0. Saturates at the largest number when it lies beyond.
    [[nodiscard]] std::uint64_t index(std::uint64_t k) const;

private:
    // How many of 0 … n−1 belong to the segment, before it was split.
    [[nodiscard]] std::uint64_t segmentOf(std::uint64_t n) const;

    std::shared_ptr<const std::vector<std::uint32_t>> m_offsets; // ours within a cycle, ascending; null: all
    std::uint64_t m_cycle = 1;
    std::uint64_t m_part = 0;
    std::uint64_t m_parts = 1;
};

} // namespace bw::runplan
