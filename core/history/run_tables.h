#pragma once

#include "core/history/database.h"
#include "core/history/history_error.h"
#include "core/history/run_owner.h"
#include "core/history/run_record.h"
#include "core/metrics/frame.h"
#include "core/metrics/metric.h"

#include <cstdint>
#include <vector>

// How a run gets into the tables, changes there, and gets out. Every function is one transaction.
namespace bw::history {

[[nodiscard]] HistoryResult<RunId> insertRun(Database& database, const RunStart& start,
                                             const RunOwner& owner);

// A frame that is already stored (the answer to an earlier try was lost) is left as it is.
[[nodiscard]] HistoryResult<void> storeFrame(Database& database, RunId run, const metrics::Frame& frame,
                                             const metrics::MetricRegistry& metrics);

// Records carry their number in the run, so that storing them twice does no harm.
template <class Record>
struct Numbered {
    std::int64_t number = 0;
    Record record;
};

struct RunRecords {
    std::vector<Numbered<ExampleRecord>> examples;
    std::vector<Numbered<LogRecord>> messages;
    std::vector<Numbered<MarkRecord>> marks;
    std::int64_t lost = 0; // in all, so far

    [[nodiscard]] bool empty() const { return examples.empty() && messages.empty() && marks.empty(); }
};
[[nodiscard]] HistoryResult<void> storeRecords(Database& database, RunId run, const RunRecords& records);

// Packs what is left and stores the outcome.
[[nodiscard]] HistoryResult<void> finishRun(Database& database, RunId run, const RunOutcome& outcome);

// Marks running runs whose process is gone as interrupted and packs what they left.
[[nodiscard]] HistoryResult<void> recoverRuns(Database& database, WallTime now);

// NoSuchRun, or RunIsRunning while its process lives.
[[nodiscard]] HistoryResult<void> deleteRun(Database& database, RunId run, WallTime now);

} // namespace bw::history
