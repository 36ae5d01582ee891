#pragma once

#include "core/history/database.h"
#include "core/history/history_check.h"
#include "core/history/run_record.h"

#include <vector>

// What of a history contradicts itself, and how much of it can be mended.
namespace bw::history {

// Reads every value of a run as if it came from a stranger, and holds the sums against what they are sums of.
// Part of the caller's transaction.
[[nodiscard]] HistoryResult<std::vector<Finding>> checkValues(Database& database, RunId run);

// Rows of runs that are not there, a finding for each run.
[[nodiscard]] HistoryResult<std::vector<Finding>> findStrays(Database& database);

// Mends in place and says so in `remedy`; what cannot be mended stays as it is to the last byte. A
// transaction for each finding's run.
[[nodiscard]] HistoryResult<void> repair(Database& database, std::vector<Finding>& findings);

} // namespace bw::history
