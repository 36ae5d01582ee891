#pragma once

#include "core/report/report_model.h"
#include "ui/report/medium.h"

#include <QString>

namespace bw::ui_report {

// The report as one HTML file that needs nothing else: no script, no font, no picture from elsewhere (its
// content policy forbids them). Light or dark as the reader's system is; made to be printed, too. Whatever
// stands in the model is escaped. Any thread.
[[nodiscard]] QString htmlReport(const report::ReportModel& model, Medium medium = Medium::Screen);

} // namespace bw::ui_report
