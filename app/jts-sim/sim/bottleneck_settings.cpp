#include "app/jts-sim/sim/bottleneck_settings.h"

#include "app/jts-sim/sim/json_writer.h"
#include "app/jts-sim/sim/setting_text.h"
#include "core/base/duration_text.h"

#include <algorithm>
#include <cmath>

namespace bw::jts {

namespace {

enum class Kind : std::uint8_t { Count, Rate, Span, Bytes };

struct Row {
    std::string_view name;
    Kind kind;
    double lowest;
    double highest;
    double standard; // of a parameter; a switch is off
};

constexpr double ms = 1e6;
constexpr double second = 1e9;
constexpr double hour = 3'600 * second;

// In the order of Setting.
constexpr std::array<Row, settingCount> rows{{
    {"pool", Kind::Count, 1, 10'000, 0},
    {"pool.hold", Kind::Span, 0, hour, 5 * ms},
    {"pool.timeout", Kind::Span, 0, hour, second},
    {"queue", Kind::Count, 1, 10'000, 0},
    {"queue.waiting", Kind::Count, 0, 10'000, 16},
    {"queue.work", Kind::Span, 0, hour, 5 * ms},
    {"ceiling", Kind::Rate, 0.001, 1e6, 0},
    {"ceiling.wait", Kind::Span, 0, hour, 30 * second},
    {"memoryLeak", Kind::Bytes, 1, 16e6, 0},
    {"memoryLeak.most", Kind::Bytes, 1, 2e9, 256e6},
    {"latencyLeak", Kind::Span, 1e3, hour, 0},
    {"latencyLeak.most", Kind::Span, 0, hour, 10 * second},
    {"broker", Kind::Rate, 0.001, 1e6, 0},
    {"broker.burst", Kind::Count, 1, 1e6, 10},
}};

const Row* rowOf(std::string_view name) {
    const auto* const row =
        std::find_if(rows.begin(), rows.end(), [&](const Row& candidate) { return candidate.name == name; });
    return row == rows.end() ? nullptr : row;
}

bool isSwitch(const Row& row) {
    return row.name.find('.') == std::string_view::npos;
}

// "64KB" is 64,000, as in the plans' limits; without a unit it is bytes.
std::optional<double> parseBytes(std::string_view text) {
    struct Unit {
        std::string_view name;
        double bytes;
    };
    constexpr std::array<Unit, 4> kUnits{{{"kB", 1e3}, {"KB", 1e3}, {"MB", 1e6}, {"GB", 1e9}}};
    for (const Unit& unit : kUnits) {
        if (text.ends_with(unit.name)) {
            text.remove_suffix(unit.name.size());
            const auto number = parseNumber(text);
            return number ? std::optional(*number * unit.bytes) : std::nullopt;
        }
    }
    return parseNumber(text);
}

std::optional<double> parse(const Row& row, std::string_view text) {
    std::optional<double> value;
    if (row.kind == Kind::Span) {
        if (const auto span = parseDuration(text)) {
            value = static_cast<double>(span->count());
        }
    } else {
        value = row.kind == Kind::Bytes ? parseBytes(text) : parseNumber(text);
    }
    const bool isIn = value && *value >= row.lowest && *value <= row.highest;
    const bool isWhole = row.kind == Kind::Rate || (isIn && *value == std::floor(*value));
    return isIn && isWhole ? value : std::nullopt;
}

Duration asSpan(double nanoseconds) {
    return Duration(std::llround(nanoseconds));
}

std::string limitText(const Row& row, double limit) {
    if (row.kind == Kind::Span) {
        return durationText(asSpan(limit));
    }
    return limit < 1 ? numberText(limit) : std::to_string(std::llround(limit)); // never 1e+06
}

std::string_view nounOf(Kind kind) {
    switch (kind) {
    case Kind::Count:
        return "a whole number";
    case Kind::Rate:
        return "a number a second";
    case Kind::Span:
        return "a duration";
    case Kind::Bytes:
        return "a number of bytes (64KB)";
    }
    return {};
}

} // namespace

bool BottleneckSettings::knows(std::string_view name) {
    return rowOf(name) != nullptr;
}

std::string BottleneckSettings::expected(std::string_view name) {
    const Row* const row = rowOf(name);
    if (row == nullptr) {
        return {};
    }
    return std::string(nounOf(row->kind)) + " from " + limitText(*row, row->lowest) + " to " +
           limitText(*row, row->highest);
}

Result<void, SettingError> BottleneckSettings::set(std::string_view name, std::string_view value) {
    const Row* const row = rowOf(name);
    if (row == nullptr) {
        return std::unexpected(SettingError::UnknownName);
    }
    // Nothing is a value of some parameters: no time to wait, no places to wait in.
    const bool isOff = value.empty() || value == "off" || (value == "0" && isSwitch(*row));
    const auto parsed = isOff ? std::nullopt : parse(*row, value);
    if (!isOff && !parsed) {
        return std::unexpected(SettingError::BadValue);
    }
    m_values[static_cast<std::size_t>(row - rows.data())] = parsed;
    return {};
}

double BottleneckSettings::value(Setting setting) const {
    return m_values[index(setting)].value_or(rows[index(setting)].standard);
}

std::size_t BottleneckSettings::count(Setting setting) const {
    return static_cast<std::size_t>(value(setting));
}

Duration BottleneckSettings::span(Setting setting) const {
    return asSpan(value(setting));
}

Duration BottleneckSettings::interval(Setting rate) const {
    return asSpan(second / std::max(value(rate), rows[index(rate)].lowest));
}

void BottleneckSettings::appendMembers(JsonWriter& json) const {
    for (std::size_t i = 0; i < settingCount; ++i) {
        if (!m_values[i]) {
            continue;
        }
        if (rows[i].kind == Kind::Span) {
            json.text(rows[i].name, durationText(asSpan(*m_values[i])));
        } else {
            json.number(rows[i].name, *m_values[i]);
        }
    }
}

} // namespace bw::jts
