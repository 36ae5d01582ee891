#include "core/testplan/text_scan.h"

#include <algorithm>
#include <charconv>
#include <limits>
#include <string>

namespace bw::testplan {
namespace {

constexpr std::string_view kBlanks = " \t\r\n\v\f";
constexpr std::size_t kLongestNumber = 400;

bool isHexDigit(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
}

// Underscores may only stand between digits.
bool removeUnderscores(std::string& text) {
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '_' &&
            (i == 0 || i + 1 == text.size() || !isHexDigit(text[i - 1]) || !isHexDigit(text[i + 1]))) {
            return false;
        }
    }
    std::erase(text, '_');
    return true;
}

std::optional<double> scanMagnitude(std::string text) {
    if (text == "inf" || text == "infinity") {
        return std::numeric_limits<double>::infinity();
    }
    if (!removeUnderscores(text) || text.empty() || (!isHexDigit(text.front()) && text.front() != '.')) {
        return std::nullopt;
    }
    auto format = std::chars_format::general;
    if (text.starts_with("0x")) {
        if (text.find('p') == std::string::npos) {
            return std::nullopt;
        }
        text.erase(0, 2);
        format = std::chars_format::hex;
    }
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value, format);
    return error == std::errc() && end == text.data() + text.size() ? std::optional(value) : std::nullopt;
}

} // namespace

std::string_view trimmed(std::string_view text) {
    const std::size_t begin = text.find_first_not_of(kBlanks);
    if (begin == std::string_view::npos) {
        return {};
    }
    return text.substr(begin, text.find_last_not_of(kBlanks) - begin + 1);
}

std::optional<double> scanNumber(std::string_view text) {
    if (text.size() > kLongestNumber) {
        return std::nullopt;
    }
    std::string lower(text);
    std::ranges::transform(lower, lower.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; });
    if (lower == "nan") {
        return std::numeric_limits<double>::quiet_NaN();
    }
    const bool negative = lower.starts_with('-');
    if (negative || lower.starts_with('+')) {
        lower.erase(0, 1);
    }
    const std::optional<double> magnitude = scanMagnitude(std::move(lower));
    return magnitude && negative ? std::optional(-*magnitude) : magnitude;
}

} // namespace bw::testplan
