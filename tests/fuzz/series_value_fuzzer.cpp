#include "core/metrics/byte_coding.h"
#include "core/metrics/series_value.h"

#include <cmath>
#include <cstdlib>

// A stored value may come out of anybody's file: whatever is read must be whole, merge without trouble and be
// written in bytes that read as the same value. The first byte chooses the type of the metric.

namespace {

using namespace bw::metrics;

void expect(bool condition) {
    if (!condition) {
        std::abort();
    }
}

void checkHistogram(const Histogram& histogram) {
    std::uint64_t counted = 0;
    histogram.forEachBucket([&](const HistogramBucket& bucket) { counted += bucket.count; });
    expect(counted == histogram.count());
    if (histogram.count() > (std::uint64_t{1} << 62)) {
        return; // no run counts that far; twice as much would wrap
    }
    Histogram twice = histogram;
    twice.merge(histogram);
    expect(twice.count() == 2 * histogram.count());
    expect(twice.subtract(histogram) == Histogram::Subtracted::Yes);
    expect(twice.count() == histogram.count());
    if (histogram.count() > 0) {
        const double p95 = histogram.percentile(0.95);
        expect(!std::isnan(p95) && p95 >= 0);
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) {
        return 0;
    }
    constexpr MetricType kTypes[] = {MetricType::Counter, MetricType::Gauge, MetricType::Rate,
                                     MetricType::Trend};
    const MetricType type = kTypes[data[0] % 4];
    ByteReader reader(std::string_view(reinterpret_cast<const char*>(data) + 1, size - 1));
    const auto value = decodeValue(type, reader);
    if (!value) {
        return 0;
    }
    std::string bytes;
    encodeValue(*value, bytes);
    ByteReader again(bytes);
    const auto same = decodeValue(type, again);
    expect(same.has_value() && again.atEnd());
    std::string twice;
    encodeValue(*same, twice); // bytes, since a NaN is equal to nothing
    expect(twice == bytes);
    if (const auto* histogram = std::get_if<Histogram>(&*value)) {
        checkHistogram(*histogram);
    }
    return 0;
}
