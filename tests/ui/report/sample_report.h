#pragma once

#include "core/report/comparison_model.h"
#include "core/report/report_model.h"

// Runs as they might have been, made of frames.
namespace bw::ui_report {

[[nodiscard]] report::ReportModel failedReport();    // two minutes, everything in it
[[nodiscard]] report::ReportModel oneSecondReport(); // passed
[[nodiscard]] report::ReportModel longReport();      // eight hours, inconclusive

// Two runs with a row of each finding; their names carry markup.
[[nodiscard]] report::ComparisonModel sampleComparison();

} // namespace bw::ui_report
