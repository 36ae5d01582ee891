#pragma once

#include "core/history/history_error.h"
#include "core/history/history_store.h"
#include "core/history/run_record.h"
#include "core/metrics/metric.h"
#include "core/metrics/totals.h"
#include "core/report/report_model.h"

#include <cstdint>
#include <vector>

namespace bw::run {

// A run out of the history, as it was when it ended (or as far as it is).
struct StoredRun {
    report::ReportModel model; // `warnings` is the caller's, who has words for `messages`
    metrics::Totals totals;
    metrics::MetricRegistry metrics;
    std::vector<history::ExampleRecord> examples;
    std::vector<history::LogRecord> messages;
    std::vector<history::MarkRecord> marks;
    std::int64_t recordsDropped = 0; // examples and messages beyond the history's bounds
};

// How finely the curves are read. Totals, figures and errors are exact in both.
enum class CurveDetail : std::uint8_t {
    Seconds,  // every second, and every value of the run: a day's takes seconds
    Overview, // a long run's in stretches of 16, 256 or 4,096 s, so that any opens in a moment
};

// A run without a verdict of ours is inconclusive, without a reason.
[[nodiscard]] history::HistoryResult<StoredRun>
loadRun(const history::HistoryStore& store, history::RunId run, CurveDetail detail = CurveDetail::Seconds);

} // namespace bw::run
