#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/metrics/histogram.h"
#include "core/metrics/metric.h"

#include <cstdint>
#include <string>
#include <variant>

// What a series was in some span of time. All of them merge: the value of a longer span is the merge of its
// parts.
namespace bw::metrics {

struct CounterValue {
    double sum = 0;
    std::uint64_t count = 0; // additions

    void add(double amount);
    void merge(const CounterValue& other);
    friend bool operator==(const CounterValue&, const CounterValue&) = default;
};

struct GaugeValue {
    double last = 0;
    double min = 0;
    double max = 0;
    double sum = 0;
    std::uint64_t count = 0; // 0: never set, the rest means nothing
    Duration lastAt{};       // run time of `last`: decides between several writers

    void set(double value, Duration at);
    void merge(const GaugeValue& other);
    [[nodiscard]] double mean() const { return count == 0 ? 0 : sum / static_cast<double>(count); }
    friend bool operator==(const GaugeValue&, const GaugeValue&) = default;
};

struct RateValue {
    std::uint64_t trues = 0;
    std::uint64_t total = 0;

    void add(bool value);
    void merge(const RateValue& other);
    // Share of trues, 0 when nothing was added.
    [[nodiscard]] double share() const {
        return total == 0 ? 0 : static_cast<double>(trues) / static_cast<double>(total);
    }
    friend bool operator==(const RateValue&, const RateValue&) = default;
};

// In the order of MetricType.
using SeriesValue = std::variant<CounterValue, GaugeValue, RateValue, Histogram>;

[[nodiscard]] SeriesValue emptyValue(MetricType type);
[[nodiscard]] inline MetricType typeOf(const SeriesValue& value) {
    return static_cast<MetricType>(value.index());
}

// Samples behind the value; 0 means nothing was measured.
[[nodiscard]] std::uint64_t sampleCount(const SeriesValue& value);

// Precondition: both of one type.
void mergeInto(SeriesValue& target, const SeriesValue& part);

// Back to the empty value, memory kept.
void clearValue(SeriesValue& value);

// Appends the bytes that the README describes; the type is not among them.
void encodeValue(const SeriesValue& value, std::string& out);
[[nodiscard]] Result<SeriesValue, HistogramError> decodeValue(MetricType type, ByteReader& reader);

} // namespace bw::metrics
