#pragma once

#include "core/report/report_model.h"
#include "ui/report/medium.h"

#include <QString>

namespace bw::ui_report {

// The run over time, and the response times of the requests that have a budget or are most frequent.
[[nodiscard]] QString chartsSection(const report::ReportModel& model, Medium medium);

} // namespace bw::ui_report
