#pragma once

#include "core/report/report_model.h"

#include <string>

namespace bw::report {

// The whole model as UTF-8 JSON, 4 spaces of indent, keys sorted, a line feed at the end: "run", "figures",
// "verdict" (as the history keeps it), "requests", "errors", "seconds", "warnings" and "plan" (its text).
// Units are the model's; what was not measured is absent.
[[nodiscard]] std::string modelJson(const ReportModel& model);

} // namespace bw::report
