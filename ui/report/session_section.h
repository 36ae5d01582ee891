#pragma once

#include "core/report/report_model.h"

#include <QString>

namespace bw::ui_report {

// The WebSocket sessions of a run; empty when there were none.
[[nodiscard]] QString sessionsSection(const report::ReportModel& model);

} // namespace bw::ui_report
