#pragma once

#include "core/history/database.h"
#include "core/history/history_error.h"
#include "core/history/run_record.h"

// A run on its way from one file to another.
namespace bw::history {

// Copies a run with all that belongs to it, under a new number, in one transaction of `to`. RunIsRunning
// while it goes on. What is longer than anything we write is Damaged.
[[nodiscard]] HistoryResult<RunId> copyRun(Database& from, RunId run, Database& to);

} // namespace bw::history
