#pragma once

#include "core/report/report_model.h"

#include <QString>

namespace bw::ui_report {

// Pieces of the page; each is empty when there is nothing to say.
[[nodiscard]] QString requestsSection(const report::ReportModel& model);
[[nodiscard]] QString errorsSection(const report::ReportModel& model);
// The kept requests and responses, folded.
[[nodiscard]] QString examplesSection(const report::ReportModel& model);
[[nodiscard]] QString surroundingsSection(const report::RunInfo& run);
[[nodiscard]] QString planSection(const report::ReportModel& model);

} // namespace bw::ui_report
