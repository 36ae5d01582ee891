#include "core/metrics/series_value.h"

#include "core/metrics/byte_coding.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <type_traits>
#include <utility>

namespace bw::metrics {

namespace {

// Whole sums up to here are exact as doubles and stored as varints.
constexpr double kWhole = 9007199254740992.0; // 2^53

// Sums stay finite: they stop at the largest double.
double plus(double a, double b) {
    constexpr double largest = std::numeric_limits<double>::max();
    return std::clamp(a + b, -largest, largest);
}

enum class SumForm : std::uint8_t { Whole = 0, Double = 1 };

void encode(const CounterValue& value, std::string& out) {
    // The sign test keeps -0.0 a double, so that decoding gives the same bits.
    const bool isWhole = std::abs(value.sum) <= kWhole && std::trunc(value.sum) == value.sum &&
                         !(value.sum == 0 && std::signbit(value.sum));
    out.push_back(static_cast<char>(isWhole ? SumForm::Whole : SumForm::Double));
    if (isWhole)
        putZigzag(out, static_cast<std::int64_t>(value.sum));
    else
        putDouble(out, value.sum);
    putVarint(out, value.count);
}

void encode(const GaugeValue& value, std::string& out) {
    putVarint(out, value.count);
    if (value.count == 0)
        return;
    putDouble(out, value.last);
    putDouble(out, value.min);
    putDouble(out, value.max);
    putDouble(out, value.sum);
    putZigzag(out, value.lastAt.count());
}

void encode(const RateValue& value, std::string& out) {
    putVarint(out, value.total);
    putVarint(out, value.trues);
}

void encode(const Histogram& value, std::string& out) {
    value.encode(out);
}

using Decoded = Result<SeriesValue, HistogramError>;

Decoded decodeCounter(ByteReader& reader) {
    const auto form = reader.getByte();
    if (form && *form > static_cast<std::uint8_t>(SumForm::Double))
        return std::unexpected(HistogramError::Damaged);
    std::optional<double> sum;
    if (form == static_cast<std::uint8_t>(SumForm::Whole)) {
        if (const auto whole = reader.getZigzag())
            sum = static_cast<double>(*whole);
    } else {
        sum = reader.getDouble();
    }
    const auto count = reader.getVarint();
    if (!form || !sum || !count)
        return std::unexpected(HistogramError::Truncated);
    if (!std::isfinite(*sum))
        return std::unexpected(HistogramError::Damaged);
    return CounterValue{*sum, *count};
}

Decoded decodeGauge(ByteReader& reader) {
    const auto count = reader.getVarint();
    if (!count)
        return std::unexpected(HistogramError::Truncated);
    if (*count == 0)
        return GaugeValue{};
    const auto last = reader.getDouble();
    const auto min = reader.getDouble();
    const auto max = reader.getDouble();
    const auto sum = reader.getDouble();
    const auto lastAt = reader.getZigzag();
    if (!last || !min || !max || !sum || !lastAt)
        return std::unexpected(HistogramError::Truncated);
    // Written so that NaN fails.
    if (!(*min <= *last && *last <= *max) || !std::isfinite(*min) || !std::isfinite(*max) ||
        !std::isfinite(*sum))
        return std::unexpected(HistogramError::Damaged);
    return GaugeValue{*last, *min, *max, *sum, *count, Duration(*lastAt)};
}

Decoded decodeRate(ByteReader& reader) {
    const auto total = reader.getVarint();
    const auto trues = reader.getVarint();
    if (!total || !trues)
        return std::unexpected(HistogramError::Truncated);
    if (*trues > *total)
        return std::unexpected(HistogramError::Damaged);
    return RateValue{*trues, *total};
}

} // namespace

void CounterValue::add(double amount) {
    sum = plus(sum, amount);
    ++count;
}

void CounterValue::merge(const CounterValue& other) {
    sum = plus(sum, other.sum);
    count += other.count;
}

void GaugeValue::set(double value, Duration at) {
    merge({value, value, value, value, 1, at});
}

void GaugeValue::merge(const GaugeValue& other) {
    if (other.count == 0)
        return;
    if (count == 0) {
        *this = other;
        return;
    }
    if (other.lastAt >= lastAt) {
        last = other.last;
        lastAt = other.lastAt;
    }
    min = std::min(min, other.min);
    max = std::max(max, other.max);
    sum = plus(sum, other.sum);
    count += other.count;
}

void RateValue::add(bool value) {
    trues += value ? 1 : 0;
    ++total;
}

void RateValue::merge(const RateValue& other) {
    trues += other.trues;
    total += other.total;
}

SeriesValue emptyValue(MetricType type) {
    switch (type) {
    case MetricType::Counter:
        return CounterValue{};
    case MetricType::Gauge:
        return GaugeValue{};
    case MetricType::Rate:
        return RateValue{};
    case MetricType::Trend:
        break;
    }
    return Histogram{};
}

std::uint64_t sampleCount(const SeriesValue& value) {
    struct Count {
        std::uint64_t operator()(const CounterValue& v) const { return v.count; }
        std::uint64_t operator()(const GaugeValue& v) const { return v.count; }
        std::uint64_t operator()(const RateValue& v) const { return v.total; }
        std::uint64_t operator()(const Histogram& v) const { return v.count(); }
    };
    return std::visit(Count{}, value);
}

void mergeInto(SeriesValue& target, const SeriesValue& part) {
    std::visit(
        [&part](auto& value) {
            if (const auto* same = std::get_if<std::remove_reference_t<decltype(value)>>(&part))
                value.merge(*same);
        },
        target);
}

void clearValue(SeriesValue& value) {
    if (auto* histogram = std::get_if<Histogram>(&value))
        histogram->clear();
    else
        value = emptyValue(typeOf(value));
}

void encodeValue(const SeriesValue& value, std::string& out) {
    std::visit([&out](const auto& known) { encode(known, out); }, value);
}

Result<SeriesValue, HistogramError> decodeValue(MetricType type, ByteReader& reader) {
    switch (type) {
    case MetricType::Counter:
        return decodeCounter(reader);
    case MetricType::Gauge:
        return decodeGauge(reader);
    case MetricType::Rate:
        return decodeRate(reader);
    case MetricType::Trend:
        break;
    }
    auto histogram = Histogram::decode(reader);
    if (!histogram)
        return std::unexpected(histogram.error());
    return SeriesValue(std::move(*histogram));
}

} // namespace bw::metrics
