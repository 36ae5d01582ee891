#pragma once

#include "core/report/regression_model.h"

#include <QString>

// A run beside its baseline, in words.
namespace bw::format {

[[nodiscard]] QString severityText(analysis::Severity severity);
[[nodiscard]] QString trendText(analysis::Trend trend);

// "run 12", "the last 5 good runs (7, 8, 9, 10, 11)"
[[nodiscard]] QString baselineText(const report::RegressionModel& model);

// The sentence that is read first: "2 regressions from run 12, the severest critical: order_placement got 40
// % slower at P95."
[[nodiscard]] QString regressionSentence(const report::RegressionModel& model);

} // namespace bw::format
