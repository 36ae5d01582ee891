#pragma once

#include "core/report/report_model.h"

#include <QString>

namespace bw::ui_report {

// What the watched processes used; empty when none was watched.
[[nodiscard]] QString processesSection(const report::ReportModel& model);

} // namespace bw::ui_report
