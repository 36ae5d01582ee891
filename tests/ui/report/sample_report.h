#pragma once

#include "core/report/report_model.h"

// Runs as they might have been, made of frames.
namespace bw::ui_report {

[[nodiscard]] report::ReportModel failedReport();    // two minutes, everything in it
[[nodiscard]] report::ReportModel oneSecondReport(); // passed
[[nodiscard]] report::ReportModel longReport();      // eight hours, inconclusive

} // namespace bw::ui_report
