#pragma once

#include "core/history/baseline.h"
#include "core/history/database.h"
#include "core/history/history_error.h"

#include <vector>

// What people say of runs, in and out of the tables. Every change is one transaction.
namespace bw::history {

// NoSuchRun when it is not there.
[[nodiscard]] HistoryResult<void> storeNotes(Database& database, RunId run, const RunNotes& notes);

// A mark on a moment of a run that is over. NoSuchRun when it is not there.
[[nodiscard]] HistoryResult<void> storeMark(Database& database, RunId run, const MarkRecord& mark);
// One that is equal; that there is none is no error.
[[nodiscard]] HistoryResult<void> removeStoredMark(Database& database, RunId run, const MarkRecord& mark);

// Takes the place of the one that the plan had in the environment. NoSuchRun when its run is not there.
[[nodiscard]] HistoryResult<void> storeBaseline(Database& database, const Baseline& baseline);
// That there is none is no error.
[[nodiscard]] HistoryResult<void> removeBaseline(Database& database, const std::string& planName,
                                                 const std::string& environment);
// By plan and environment.
[[nodiscard]] HistoryResult<std::vector<Baseline>> readBaselines(Database& database);

} // namespace bw::history
