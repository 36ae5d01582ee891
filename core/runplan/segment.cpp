#include "core/runplan/segment.h"

#include "core/base/trim.h"

#include <algorithm>
#include <charconv>
#include <numeric>

namespace bw::runplan {
namespace {

constexpr std::size_t maxDigits = 18; // fits an int64 whatever the digits are

using MaybeFraction = Result<Fraction, SegmentErrorKind>;

bool allDigits(std::string_view text) {
    return !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

std::optional<std::int64_t> readWhole(std::string_view text) {
    std::int64_t value = 0;
    if (!allDigits(text) || text.size() > maxDigits) {
        return std::nullopt;
    }
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

std::optional<Fraction> readDecimal(std::string_view text, std::int64_t divisor) {
    const std::size_t dot = text.find('.');
    const std::string_view whole = text.substr(0, dot);
    const std::string_view fraction = dot == std::string_view::npos ? "" : text.substr(dot + 1);
    if (dot != std::string_view::npos && !allDigits(fraction)) {
        return std::nullopt;
    }
    if ((!whole.empty() && !allDigits(whole)) || whole.size() + fraction.size() == 0 ||
        whole.size() + fraction.size() > maxDigits - 2) {
        return std::nullopt;
    }
    Fraction value{0, divisor};
    for (const char digit : whole) {
        value.numerator = value.numerator * 10 + (digit - '0');
    }
    for (const char digit : fraction) {
        value.numerator = value.numerator * 10 + (digit - '0');
        value.denominator *= 10;
    }
    return value;
}

std::optional<Fraction> readQuotient(std::string_view text, std::size_t slash) {
    const auto numerator = readWhole(trimBlanks(text.substr(0, slash)));
    const auto denominator = readWhole(trimBlanks(text.substr(slash + 1)));
    if (!numerator || !denominator || *denominator == 0) {
        return std::nullopt;
    }
    return Fraction{*numerator, *denominator};
}

MaybeFraction readFraction(std::string_view text) {
    text = trimBlanks(text);
    std::optional<Fraction> value;
    if (const std::size_t slash = text.find('/'); slash != std::string_view::npos) {
        value = readQuotient(text, slash);
    } else if (text.ends_with('%')) {
        value = readDecimal(trimBlanks(text.substr(0, text.size() - 1)), 100);
    } else {
        value = readDecimal(text, 1);
    }
    if (!value) {
        return std::unexpected(SegmentErrorKind::NotAFraction);
    }
    if (value->numerator > value->denominator) {
        return std::unexpected(SegmentErrorKind::OutOfRange);
    }
    const std::int64_t divisor = std::gcd(value->numerator, value->denominator);
    return Fraction{value->numerator / divisor, value->denominator / divisor};
}

} // namespace

Result<Segment, SegmentError> parseSegment(std::string_view text) {
    if (trimBlanks(text).empty()) {
        return Segment{};
    }
    const std::size_t colon = text.find(':');
    const std::size_t second = colon == std::string_view::npos ? 0 : colon + 1;
    Segment segment;
    if (second > 0) {
        const auto from = readFraction(text.substr(0, colon));
        if (!from) {
            return std::unexpected(SegmentError{from.error(), 0});
        }
        segment.from = *from;
    }
    const auto to = readFraction(text.substr(second));
    if (!to) {
        return std::unexpected(SegmentError{to.error(), second});
    }
    segment.to = *to;
    if (segment.from >= segment.to) {
        return std::unexpected(SegmentError{SegmentErrorKind::NotAscending, second});
    }
    return segment;
}

Result<SegmentSequence, SegmentError> parseSegmentSequence(std::string_view text) {
    if (trimBlanks(text).empty()) {
        return SegmentSequence{};
    }
    SegmentSequence sequence{.boundaries = {{0, 1}}};
    for (std::size_t start = 0; start <= text.size();) {
        const std::size_t end = std::min(text.find(',', start), text.size());
        const auto boundary = readFraction(text.substr(start, end - start));
        if (!boundary) {
            return std::unexpected(SegmentError{boundary.error(), start});
        }
        const bool first = start == 0 && boundary->numerator == 0;
        if (!first && *boundary <= sequence.boundaries.back()) {
            return std::unexpected(SegmentError{SegmentErrorKind::NotAscending, start});
        }
        if (!first) {
            sequence.boundaries.push_back(*boundary);
        }
        start = end + 1;
    }
    if (sequence.boundaries.back() != Fraction{1, 1}) {
        sequence.boundaries.push_back({1, 1});
    }
    return sequence;
}

SegmentSequence sequenceAround(const Segment& segment) {
    SegmentSequence sequence{.boundaries = {{0, 1}}};
    for (const Fraction& boundary : {segment.from, segment.to, Fraction{1, 1}}) {
        if (boundary > sequence.boundaries.back()) {
            sequence.boundaries.push_back(boundary);
        }
    }
    return sequence;
}

} // namespace bw::runplan
