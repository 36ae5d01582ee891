#include "core/metrics/byte_coding.h"
#include "core/metrics/series_value.h"

#include <cmath>
#include <gtest/gtest.h>
#include <limits>

namespace bw::metrics {
namespace {

using namespace std::chrono_literals;

SeriesValue roundTrip(const SeriesValue& value) {
    std::string bytes;
    encodeValue(value, bytes);
    ByteReader reader(bytes);
    auto back = decodeValue(typeOf(value), reader);
    EXPECT_TRUE(back && reader.atEnd());
    return back ? *back : SeriesValue{};
}

GaugeValue gauge(double value, Duration at) {
    GaugeValue set;
    set.set(value, at);
    return set;
}

TEST(GaugeValue, LaterOneIsLastWhateverTheOrderOfMerging) {
    GaugeValue early = gauge(5, 1s);
    early.merge(gauge(3, 2s));
    EXPECT_EQ(early.last, 3);
    GaugeValue late = gauge(3, 2s);
    late.merge(gauge(5, 1s));
    EXPECT_EQ(late, early);
    EXPECT_EQ(late.min, 3);
    EXPECT_EQ(late.max, 5);
    EXPECT_EQ(late.mean(), 4);
    late.merge(GaugeValue{});
    EXPECT_EQ(late, early);
}

TEST(CounterValue, SumsStayFinite) {
    CounterValue counter;
    counter.add(1e308);
    counter.add(1e308);
    EXPECT_EQ(counter.sum, std::numeric_limits<double>::max());
    EXPECT_EQ(counter.count, 2u);
}

TEST(SeriesValue, AllComeBackFromTheirBytes) {
    Histogram histogram;
    histogram.record(3ms);
    for (const SeriesValue& value : std::initializer_list<SeriesValue>{
             CounterValue{}, CounterValue{12, 7}, CounterValue{-3, 1}, CounterValue{0.5, 2},
             CounterValue{1e300, 1}, CounterValue{9007199254740992.0, 1},
             CounterValue{-9007199254740994.0, 1}, GaugeValue{}, gauge(-1.25, 3s), RateValue{},
             RateValue{3, 9}, Histogram{}, histogram})
        EXPECT_EQ(roundTrip(value), value);
}

TEST(SeriesValue, CountsOfWholeThingsAreShort) {
    std::string bytes;
    encodeValue(CounterValue{60, 60}, bytes);
    EXPECT_EQ(bytes, std::string("\x00\x78\x3c", 3));
}

TEST(SeriesValue, ContradictionsAreRefused) {
    const auto refused = [](MetricType type, std::string_view bytes) {
        ByteReader reader(bytes);
        const auto value = decodeValue(type, reader);
        return value ? std::nullopt : std::optional(value.error());
    };
    EXPECT_EQ(refused(MetricType::Rate, "\x02\x03"), HistogramError::Damaged) << "more trues than additions";
    EXPECT_EQ(refused(MetricType::Counter, "\x02\x03\x01"), HistogramError::Damaged) << "unknown form";
    EXPECT_EQ(refused(MetricType::Counter, ""), HistogramError::Truncated);
    std::string bytes("\x01", 1);
    putDouble(bytes, std::nan(""));
    bytes.push_back(1);
    EXPECT_EQ(refused(MetricType::Counter, bytes), HistogramError::Damaged);
    std::string swapped("\x01", 1);
    for (const double part : {5.0, 7.0, 3.0, 5.0})
        putDouble(swapped, part);
    swapped.push_back(0);
    EXPECT_EQ(refused(MetricType::Gauge, swapped), HistogramError::Damaged) << "min over max";
    EXPECT_EQ(refused(MetricType::Gauge, std::string_view(swapped).substr(0, 20)), HistogramError::Truncated);
}

TEST(SeriesValue, MergeAndClearKeepTheType) {
    for (const auto type : {MetricType::Counter, MetricType::Gauge, MetricType::Rate, MetricType::Trend}) {
        SeriesValue value = emptyValue(type);
        EXPECT_EQ(typeOf(value), type);
        mergeInto(value, emptyValue(type));
        EXPECT_EQ(sampleCount(value), 0u);
        clearValue(value);
        EXPECT_EQ(value, emptyValue(type));
    }
    SeriesValue sum = CounterValue{1, 1};
    mergeInto(sum, CounterValue{2, 3});
    EXPECT_EQ(sum, SeriesValue(CounterValue{3, 4}));
    EXPECT_EQ(sampleCount(sum), 4u);
}

} // namespace
} // namespace bw::metrics
