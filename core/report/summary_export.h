#pragma once

#include "core/metrics/metric.h"
#include "core/metrics/totals.h"
#include "core/verdict/verdict.h"

#include <string>

namespace bw::report {

// k6's --summary-export: UTF-8 JSON, 4 spaces of indent, keys sorted, a line feed at the end. Of the metrics
// it holds those that were measured and those that have a threshold. Rates are over `duration`.
[[nodiscard]] std::string summaryExport(const metrics::Totals& totals, const metrics::MetricRegistry& metrics,
                                        const verdict::Verdict& verdict, Duration duration);

} // namespace bw::report
