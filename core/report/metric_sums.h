#pragma once

#include "core/metrics/metric.h"
#include "core/metrics/totals.h"
#include "core/verdict/verdict.h"

#include <string>
#include <vector>

namespace bw::report {

// A metric, or a part of it, over the whole run.
struct MetricSum {
    std::string name; // of the metric
    std::string tags; // of a part: "name:order_placement"; empty for the whole
    metrics::MetricType type = metrics::MetricType::Counter;
    metrics::MetricKind kind = metrics::MetricKind::Default;
    metrics::SeriesValue value;

    [[nodiscard]] bool isPart() const { return !tags.empty(); }
    // "http_req_duration{name:order_placement}"
    [[nodiscard]] std::string selector() const { return isPart() ? name + '{' + tags + '}' : name; }
};

// The metrics that were measured or have a threshold, by name, each followed by the parts that thresholds
// look at. As in k6, http_req_duration has the part expected_response:true, too.
[[nodiscard]] std::vector<MetricSum> metricSums(const metrics::Totals& totals,
                                                const metrics::MetricRegistry& metrics,
                                                const verdict::Verdict& verdict);

} // namespace bw::report
