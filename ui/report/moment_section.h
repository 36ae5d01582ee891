#pragma once

#include "core/report/report_model.h"
#include "ui/report/svg_chart.h"

#include <QString>

#include <vector>

namespace bw::ui_report {

// What happened to the run beside its load, numbered; empty when nothing did.
[[nodiscard]] QString momentsSection(const report::ReportModel& model);
// The same under the same numbers, for charts.
[[nodiscard]] std::vector<ChartMoment> chartMoments(const report::ReportModel& model);

} // namespace bw::ui_report
