#pragma once

#include "core/metrics/histogram.h"
#include "core/metrics/series.h"
#include "core/report/report_model.h"

#include <cstdint>
#include <string>
#include <string_view>

// From what was measured to what a report says of it.
namespace bw::report {

[[nodiscard]] inline std::uint64_t wholeNumber(double sum) {
    return sum > 0 ? static_cast<std::uint64_t>(sum) : 0;
}

// Empty when the series has no such tag.
[[nodiscard]] inline std::string tagOf(const metrics::Series& series, std::string_view key) {
    const std::string* value = series.tags.find(key);
    return value == nullptr ? std::string() : *value;
}

[[nodiscard]] inline Percentiles percentilesOf(const metrics::Histogram& times) {
    return {.p50 = times.percentile(0.50) / 1e6,
            .p95 = times.percentile(0.95) / 1e6,
            .p99 = times.percentile(0.99) / 1e6};
}

[[nodiscard]] inline Times timesOf(const metrics::Histogram& times) {
    return times.empty() ? Times()
                         : Times{.count = times.count(),
                                 .percentiles = percentilesOf(times),
                                 .max = static_cast<double>(times.max()) / 1e6};
}

} // namespace bw::report
