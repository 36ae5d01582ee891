#pragma once

#include "core/report/comparison_model.h"

#include <QString>

namespace bw::ui_report {

// What changed between two sides of runs as one self-contained HTML page: the sentence, what it rests on, the
// runs, every figure with its interval drawn on one scale. No script, nothing loaded.
[[nodiscard]] QString comparisonReport(const report::ComparisonModel& model);

} // namespace bw::ui_report
