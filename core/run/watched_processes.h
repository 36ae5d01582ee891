#pragma once

#include "core/observe/process_selection.h"
#include "core/run/run_prepare.h"

#include <vector>

namespace bw::run {

// The processes whose resources a run measures: those a person asked for, and those that the plan's budgets
// and thresholds speak of. Each once, in this order. What can be no process is kept, and is never found.
[[nodiscard]] std::vector<observe::ProcessSelection> watchedProcesses(const PreparedRun& prepared);

} // namespace bw::run
