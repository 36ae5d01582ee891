#pragma once

#include "core/history/run_record.h"
#include "core/run/stored_run.h"

#include <QString>

#include <string>
#include <vector>

// Stored runs for people, as plain text.
namespace bw::app {

// A table, a line for each run; one sentence when there is none.
[[nodiscard]] QString runTable(const std::vector<history::RunSummary>& runs);

// What stands above a run's summary: which one it is, and on what it ran.
[[nodiscard]] QString runHeading(const history::RunSummary& summary, const report::RunInfo& info);

// What stands below it: failing exchanges, marks and the log, but for its debug lines. Empty when there are
// none.
[[nodiscard]] QString runRecords(const run::StoredRun& run);

// What the run warned of, in words, for its report.
[[nodiscard]] std::vector<std::string> warningsOf(const run::StoredRun& run);

} // namespace bw::app
