#include "core/expr/number_text.h"

#include "core/expr/value_text.h"

#include <array>
#include <bit>
#include <charconv>
#include <cmath>
#include <limits>

namespace bw::expr {
namespace {

constexpr double kMaxExactInteger = 9007199254740992.0; // 2^53
constexpr double kFirstWithExponent = 1e21;

// The shortest decimal digits and the power of ten of the first one: 0.0012 is "12" and -3.
struct Decimal {
    std::array<char, 20> digits;
    int count = 0;
    int exponent = 0;
};

Decimal shortestDecimal(double positive) {
    std::array<char, 32> text;
    const auto end =
        std::to_chars(text.data(), text.data() + text.size(), positive, std::chars_format::scientific).ptr;
    Decimal decimal;
    const char* at = text.data();
    for (; *at != 'e'; ++at) {
        if (*at != '.') {
            decimal.digits[static_cast<std::size_t>(decimal.count++)] = *at;
        }
    }
    ++at;
    at += *at == '+' ? 1 : 0;
    std::from_chars(at, end, decimal.exponent);
    return decimal;
}

// ECMA-262, Number::toString: n is the position of the decimal point relative to the first digit.
void appendDecimal(const Decimal& decimal, std::string& out) {
    const std::string_view digits(decimal.digits.data(), static_cast<std::size_t>(decimal.count));
    const int n = decimal.exponent + 1;
    if (n > 21 || n <= -6) {
        out += digits.front();
        if (digits.size() > 1) {
            out += '.';
            out += digits.substr(1);
        }
        out += decimal.exponent < 0 ? "e-" : "e+";
        std::array<char, 8> text;
        const auto end =
            std::to_chars(text.data(), text.data() + text.size(), std::abs(decimal.exponent)).ptr;
        out.append(text.data(), end);
    } else if (n <= 0) {
        out += "0.";
        out.append(static_cast<std::size_t>(-n), '0');
        out += digits;
    } else if (n >= decimal.count) {
        out += digits;
        out.append(static_cast<std::size_t>(n - decimal.count), '0');
    } else {
        out += digits.substr(0, static_cast<std::size_t>(n));
        out += '.';
        out += digits.substr(static_cast<std::size_t>(n));
    }
}

// How many binary digits stand behind the point; as many decimal ones does the exact expansion have.
int fractionBits(double number) {
    const auto bits = std::bit_cast<std::uint64_t>(number);
    const int biased = static_cast<int>(bits >> 52 & 0x7ff);
    std::uint64_t mantissa = bits & 0xfffffffffffff;
    if (biased != 0) {
        mantissa |= 1ULL << 52;
    }
    if (mantissa == 0) {
        return 0;
    }
    const int lowest = (biased == 0 ? 1 : biased) - 1075 + std::countr_zero(mantissa);
    return lowest < 0 ? -lowest : 0;
}

// Adds one to the last digit of the decimal text that starts at `from`.
void roundUp(std::string& out, std::size_t from) {
    for (std::size_t i = out.size(); i-- > from;) {
        if (out[i] == '.') {
            continue;
        }
        if (out[i] != '9') {
            ++out[i];
            return;
        }
        out[i] = '0';
    }
    out.insert(out.begin() + static_cast<std::ptrdiff_t>(from), '1');
}

void appendExactly(double positive, int digits, std::string& out) {
    std::array<char, 160> text; // 21 digits, a point, 101 digits
    const auto end =
        std::to_chars(text.data(), text.data() + text.size(), positive, std::chars_format::fixed, digits).ptr;
    out.append(text.data(), end);
}

// Of a decimal number that is far out of range: above 0 when it is huge, below when it is tiny.
std::int64_t decimalExponent(std::string_view text) {
    const std::size_t e = std::min(text.find_first_of("eE"), text.size());
    const std::size_t point = std::min(text.find('.'), e);
    const std::size_t first = text.find_first_of("123456789");
    const auto position = static_cast<std::int64_t>(point) - static_cast<std::int64_t>(first);
    std::string_view written = e < text.size() ? text.substr(e + 1) : "0";
    const bool negative = written.starts_with('-');
    written.remove_prefix(negative || written.starts_with('+') ? 1 : 0);
    std::int64_t exponent = 0;
    if (std::from_chars(written.data(), written.data() + written.size(), exponent).ec != std::errc()) {
        exponent = std::numeric_limits<std::int32_t>::max();
    }
    return position + (negative ? -exponent : exponent);
}

bool isBlank(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
}

} // namespace

void appendNumber(double number, std::string& out) {
    if (number != number) {
        out += "NaN";
        return;
    }
    if (std::abs(number) < kMaxExactInteger && number == std::trunc(number)) {
        std::array<char, 24> text;
        const auto end =
            std::to_chars(text.data(), text.data() + text.size(), static_cast<std::int64_t>(number)).ptr;
        out.append(text.data(), end);
        return;
    }
    if (number < 0) {
        out += '-';
    }
    if (std::isinf(number)) {
        out += "Infinity";
        return;
    }
    appendDecimal(shortestDecimal(std::abs(number)), out);
}

void appendFixed(double number, int digits, std::string& out) {
    const double positive = std::abs(number);
    if (!(positive < kFirstWithExponent)) {
        appendNumber(number, out);
        return;
    }
    if (number < 0) {
        out += '-';
    }
    const std::size_t from = out.size();
    if (fractionBits(positive) != digits + 1) {
        appendExactly(positive, digits, out);
        return;
    }
    // The exact expansion ends with a 5 one place behind the last wanted digit: the one case in which
    // to_chars (halves to even) and toFixed (halves up) may differ.
    appendExactly(positive, digits + 1, out);
    out.pop_back();
    if (digits == 0) {
        out.pop_back();
    }
    roundUp(out, from);
}

double numberFromText(std::string_view text) {
    while (!text.empty() && isBlank(text.front())) {
        text.remove_prefix(1);
    }
    while (!text.empty() && isBlank(text.back())) {
        text.remove_suffix(1);
    }
    if (text.empty()) {
        return 0;
    }
    const bool negative = text.front() == '-';
    if (negative || text.front() == '+') {
        text.remove_prefix(1);
    }
    constexpr double kInfinity = std::numeric_limits<double>::infinity();
    double number = std::numeric_limits<double>::quiet_NaN();
    if (text == "Infinity") {
        number = kInfinity;
    } else if (!text.empty() && (text.front() == '.' || (text.front() >= '0' && text.front() <= '9'))) {
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
        if (error == std::errc::invalid_argument || end != text.data() + text.size()) {
            return std::numeric_limits<double>::quiet_NaN();
        }
        if (error == std::errc::result_out_of_range) {
            number = decimalExponent(text) > 0 ? kInfinity : 0; // from_chars does not say which way it went
        }
    }
    return negative ? -number : number;
}

} // namespace bw::expr
