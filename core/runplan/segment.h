#pragma once

#include "core/base/result.h"

#include <compare>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace bw::runplan {

// An exact fraction in lowest terms, denominator > 0.
struct Fraction {
    std::int64_t numerator = 0;
    std::int64_t denominator = 1;

    friend bool operator==(const Fraction&, const Fraction&) = default;
    friend std::strong_ordering operator<=>(const Fraction& a, const Fraction& b) {
        return static_cast<__int128>(a.numerator) * b.denominator <=>
               static_cast<__int128>(b.numerator) * a.denominator;
    }
};

// The part of a run's load that one process carries: [from, to) of the whole, 0 <= from < to <= 1.
struct Segment {
    Fraction from{0, 1};
    Fraction to{1, 1};

    friend bool operator==(const Segment&, const Segment&) = default;
};

// Where all segments of a run meet: ascending from 0 to 1.
struct SegmentSequence {
    std::vector<Fraction> boundaries{{0, 1}, {1, 1}};

    friend bool operator==(const SegmentSequence&, const SegmentSequence&) = default;
};

enum class SegmentErrorKind {
    NotAFraction,  // neither "1/4", "0.25" nor "25%"
    OutOfRange,    // outside [0, 1]
    NotAscending,  // empty, or its parts are out of order
    TooFine,       // the parts have no common denominator up to maxDenominator
    NotInSequence, // the sequence has no such segment
};

struct SegmentError {
    SegmentErrorKind kind;
    std::size_t offset = 0; // of the offending part, in bytes from the start of the text

    friend bool operator==(const SegmentError&, const SegmentError&) = default;
};

// The finest common denominator a sequence may have. Bounds the memory of a share to 4 MiB.
inline constexpr std::int64_t maxDenominator = 1 << 20;

// "1/4:1/2"; a lone "1/4" is the first quarter. Each part is a fraction, a decimal or a percentage. "" is the
// whole.
[[nodiscard]] Result<Segment, SegmentError> parseSegment(std::string_view text);

// "0,1/4,1/2,1". What is missing at either end is filled up to 0 and 1. "" is one segment, the whole.
[[nodiscard]] Result<SegmentSequence, SegmentError> parseSegmentSequence(std::string_view text);

// The coarsest sequence that has this segment.
[[nodiscard]] SegmentSequence sequenceAround(const Segment& segment);

} // namespace bw::runplan
