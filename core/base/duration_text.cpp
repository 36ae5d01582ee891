#include "core/base/duration_text.h"

#include <array>
#include <charconv>
#include <cmath>
#include <cstdint>

namespace bw {
namespace {

struct Unit {
    std::string_view name;
    std::int64_t nanoseconds;
};

constexpr std::int64_t kSecond = 1'000'000'000;
constexpr std::array kUnits = {
    Unit{"ns", 1},           Unit{"us", 1'000},          Unit{"\u00b5s", 1'000},
    Unit{"\u03bcs", 1'000},  Unit{"ms", 1'000'000},      Unit{"s", kSecond},
    Unit{"m", 60 * kSecond}, Unit{"h", 3'600 * kSecond}, Unit{"d", 86'400 * kSecond},
};

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

// Digits with an optional fraction, exact in integers: whole, numerator / denominator.
struct Decimal {
    std::int64_t whole = 0;
    std::int64_t numerator = 0;
    std::int64_t denominator = 1;
    bool hasFraction = false;
};

std::optional<Decimal> takeDecimal(std::string_view& text) {
    Decimal decimal;
    std::size_t at = 0;
    while (at < text.size() && isDigit(text[at])) {
        if (decimal.whole > (INT64_MAX - 9) / 10) {
            return std::nullopt;
        }
        decimal.whole = decimal.whole * 10 + (text[at++] - '0');
    }
    std::size_t digits = at;
    if (at < text.size() && text[at] == '.') {
        decimal.hasFraction = true;
        ++at;
        while (at < text.size() && isDigit(text[at])) {
            // Beyond 15 digits nothing changes within a nanosecond of a day.
            if (decimal.denominator < 1'000'000'000'000'000) {
                decimal.numerator = decimal.numerator * 10 + (text[at] - '0');
                decimal.denominator *= 10;
            }
            ++at;
            ++digits;
        }
    }
    if (digits == 0) {
        return std::nullopt;
    }
    text.remove_prefix(at);
    return decimal;
}

const Unit* takeUnit(std::string_view& text) {
    // The longest unit wins, so that "ms" is not read as "m".
    const Unit* found = nullptr;
    for (const Unit& unit : kUnits) {
        if (text.starts_with(unit.name) && (found == nullptr || unit.name.size() > found->name.size())) {
            found = &unit;
        }
    }
    if (found != nullptr) {
        text.remove_prefix(found->name.size());
    }
    return found;
}

std::optional<std::int64_t> scale(const Decimal& decimal, std::int64_t unit) {
    const __int128 total = static_cast<__int128>(decimal.whole) * unit +
                           static_cast<__int128>(decimal.numerator) * unit / decimal.denominator;
    if (total > INT64_MAX) {
        return std::nullopt;
    }
    return static_cast<std::int64_t>(total);
}

std::optional<std::int64_t> parseUnsigned(std::string_view text) {
    std::int64_t total = 0;
    bool first = true;
    while (!text.empty()) {
        const auto decimal = takeDecimal(text);
        if (!decimal) {
            return std::nullopt;
        }
        const bool bare = first && text.empty();
        const Unit* unit = bare ? &kUnits[4] : takeUnit(text);
        if (unit == nullptr || (unit->name == "d" && decimal->hasFraction)) {
            return std::nullopt;
        }
        const auto part = scale(*decimal, unit->nanoseconds);
        if (!part || total > INT64_MAX - *part) {
            return std::nullopt;
        }
        total += *part;
        first = false;
    }
    return first ? std::nullopt : std::optional(total);
}

} // namespace

std::optional<Duration> parseDuration(std::string_view text) {
    bool negative = false;
    if (!text.empty() && (text.front() == '-' || text.front() == '+')) {
        negative = text.front() == '-';
        text.remove_prefix(1);
    }
    const auto nanoseconds = parseUnsigned(text);
    if (!nanoseconds) {
        return std::nullopt;
    }
    return Duration(negative ? -*nanoseconds : *nanoseconds);
}

std::string durationText(Duration duration) {
    if (duration == Duration::zero()) {
        return "0s";
    }
    std::string text = duration < Duration::zero() ? "-" : "";
    auto rest = duration < Duration::zero() ? 0 - static_cast<std::uint64_t>(duration.count())
                                            : static_cast<std::uint64_t>(duration.count());
    const auto take = [&](std::uint64_t unit, std::string_view name) {
        if (rest >= unit) {
            text += std::to_string(rest / unit);
            text += name;
            rest %= unit;
        }
    };
    take(86'400 * static_cast<std::uint64_t>(kSecond), "d");
    take(3'600 * static_cast<std::uint64_t>(kSecond), "h");
    take(60 * static_cast<std::uint64_t>(kSecond), "m");
    if (rest == 0) {
        return text;
    }
    std::uint64_t unit = 1;
    std::string_view name = "ns";
    if (rest >= static_cast<std::uint64_t>(kSecond)) {
        unit = static_cast<std::uint64_t>(kSecond);
        name = "s";
    } else if (rest >= 1'000'000) {
        unit = 1'000'000;
        name = "ms";
    } else if (rest >= 1'000) {
        unit = 1'000;
        name = "us";
    }
    text += std::to_string(rest / unit);
    if (const std::uint64_t part = rest % unit; part != 0) {
        std::string digits = std::to_string(unit + part).substr(1);
        digits.erase(digits.find_last_not_of('0') + 1);
        text += '.' + digits;
    }
    text += name;
    return text;
}

} // namespace bw
