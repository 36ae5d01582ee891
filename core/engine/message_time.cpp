#include "core/engine/message_time.h"

#include <charconv>
#include <chrono>
#include <cmath>
#include <limits>

namespace bw::engine {
namespace {

std::optional<std::int64_t> fromNumber(double number) {
    // Milliseconds have 12 or 13 digits before the year 5138, microseconds three more, nanoseconds six.
    constexpr double kLeast = 1e11;
    constexpr double kMicroseconds = 1e14;
    constexpr double kNanoseconds = 1e17;
    if (!(number >= kLeast) || number >= static_cast<double>(std::numeric_limits<std::int64_t>::max())) {
        return std::nullopt;
    }
    const std::int64_t scale = number < kMicroseconds ? 1'000'000 : number < kNanoseconds ? 1'000 : 1;
    if (number * static_cast<double>(scale) >=
        static_cast<double>(std::numeric_limits<std::int64_t>::max())) {
        return std::nullopt; // beyond the year 2262
    }
    // The whole part as what it is: no double holds today's nanoseconds.
    const double whole = std::floor(number);
    const auto fraction =
        static_cast<std::int64_t>(std::llround((number - whole) * static_cast<double>(scale)));
    return static_cast<std::int64_t>(whole) * scale + fraction;
}

// Reads pieces of a text from its front; after the first that does not fit, all is wrong.
class Pieces {
public:
    explicit Pieces(std::string_view text)
        : m_text(text) {}

    [[nodiscard]] bool isGood() const { return m_isGood; }
    [[nodiscard]] bool isAtEnd() const { return m_text.empty(); }

    int number(std::size_t digits) {
        int value = 0;
        const std::string_view part = m_text.substr(0, digits);
        const auto [end, error] = std::from_chars(part.data(), part.data() + part.size(), value);
        m_isGood = m_isGood && error == std::errc() && end == part.data() + digits && part.front() != '-';
        m_text.remove_prefix(part.size());
        return value;
    }
    bool take(char c) {
        const bool isThere = m_text.starts_with(c);
        m_text.remove_prefix(isThere ? 1 : 0);
        return isThere;
    }
    void need(char c) { m_isGood = take(c) && m_isGood; }
    // Digits behind a point, as nanoseconds.
    std::int64_t fraction() {
        std::int64_t value = 0;
        std::int64_t unit = 100'000'000;
        std::size_t count = 0;
        for (; count < m_text.size() && m_text[count] >= '0' && m_text[count] <= '9'; ++count) {
            value += (m_text[count] - '0') * unit;
            unit /= 10;
        }
        m_isGood = m_isGood && count > 0;
        m_text.remove_prefix(count);
        return value;
    }

private:
    std::string_view m_text;
    bool m_isGood = true;
};

} // namespace

std::optional<std::int64_t> isoTime(std::string_view text) {
    namespace chrono = std::chrono;
    Pieces pieces(text);
    const int year = pieces.number(4);
    pieces.need('-');
    const int month = pieces.number(2);
    pieces.need('-');
    const int day = pieces.number(2);
    if (!pieces.take(' ')) {
        pieces.need('T');
    }
    const int hour = pieces.number(2);
    pieces.need(':');
    const int minute = pieces.number(2);
    pieces.need(':');
    const int second = pieces.number(2);
    const std::int64_t nanoseconds = pieces.take('.') ? pieces.fraction() : 0;
    int offset = 0; // minutes east
    if (!pieces.take('Z')) {
        const int sign = pieces.take('-') ? -1 : 1;
        if (sign > 0) {
            pieces.need('+');
        }
        offset = 60 * pieces.number(2);
        pieces.take(':');
        offset = sign * (offset + pieces.number(2));
    }
    const chrono::year_month_day date{chrono::year(year), chrono::month(static_cast<unsigned>(month)),
                                      chrono::day(static_cast<unsigned>(day))};
    // Beyond these years nanoseconds do not fit.
    const bool isInRange = year >= 1678 && year <= 2261 && hour < 24 && minute < 60 && second <= 60;
    if (!pieces.isGood() || !pieces.isAtEnd() || !date.ok() || !isInRange) {
        return std::nullopt;
    }
    const chrono::nanoseconds time = chrono::sys_days(date).time_since_epoch() + chrono::hours(hour) +
                                     chrono::minutes(minute - offset) + chrono::seconds(second) +
                                     chrono::nanoseconds(nanoseconds);
    return time.count();
}

std::optional<std::int64_t> messageTime(const expr::Value& value) {
    if (value.isNumber()) {
        return fromNumber(value.asNumber());
    }
    if (!value.isString()) {
        return std::nullopt;
    }
    const std::string_view text = value.asString();
    std::int64_t whole = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), whole);
    if (error == std::errc() && end == text.data() + text.size()) {
        constexpr std::int64_t kNanoseconds = 100'000'000'000'000'000;
        return whole >= kNanoseconds ? std::optional(whole)
                                     : fromNumber(static_cast<double>(whole)); // to the last digit
    }
    return isoTime(text);
}

} // namespace bw::engine
