#pragma once

#include "core/analysis/regression.h"
#include "core/history/baseline.h"
#include "core/report/comparison_model.h"

#include <string>
#include <string_view>
#include <vector>

// What is said of a run beside its baseline: plain values.
namespace bw::report {

struct RegressionModel {
    history::Baseline baseline;
    ComparisonModel comparison; // before: the baseline's runs; after: the run
    std::vector<analysis::Regression> regressions;
};

// The severest that is sure; none: nothing is.
[[nodiscard]] std::optional<analysis::Severity> worstOf(const RegressionModel& model);

// For scripts: {"run", "baseline": {"plan", "environment", "run" | "goodRuns", "runs": [...]}, "severity",
// "obstacles": [...], "regressions": [{"metric", "name", "statistic", "baseline", "current", "deviation",
// "tolerance", "severity", "sure", "trend"}]}, indented, with a line's end. What there is not is null.
[[nodiscard]] std::string regressionJson(const RegressionModel& model);

// "critical"
[[nodiscard]] std::string_view severityName(analysis::Severity severity);
[[nodiscard]] std::optional<analysis::Severity> severityFromName(std::string_view name);
// "degrading"
[[nodiscard]] std::string_view trendName(analysis::Trend trend);

} // namespace bw::report
