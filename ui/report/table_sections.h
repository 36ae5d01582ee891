#pragma once

#include "core/report/report_model.h"
#include "ui/report/medium.h"

#include <QString>

namespace bw::ui_report {

// Pieces of the page; each is empty when there is nothing to say.
[[nodiscard]] QString requestsSection(const report::ReportModel& model);
[[nodiscard]] QString errorsSection(const report::ReportModel& model);
// The kept requests and responses, folded; on paper the first ones.
[[nodiscard]] QString examplesSection(const report::ReportModel& model, Medium medium);
[[nodiscard]] QString surroundingsSection(const report::RunInfo& run);
[[nodiscard]] QString planSection(const report::ReportModel& model);

} // namespace bw::ui_report
