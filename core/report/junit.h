#pragma once

#include "core/report/report_model.h"

#include <string>

namespace bw::report {

// JUnit XML as build servers read it: a suite "thresholds" with a test case for each threshold, and a suite
// for each budget with a test case for each row. A limit that failed is a failure, what was not measured or
// not exercised is skipped, what leaves the verdict open is an error; a doubt in the generator is an error in
// a suite of its own. Figures are the plan's, without units.
[[nodiscard]] std::string junitXml(const ReportModel& model);

} // namespace bw::report
