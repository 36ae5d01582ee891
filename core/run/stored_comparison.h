#pragma once

#include "core/analysis/comparison.h"
#include "core/history/history_store.h"
#include "core/history/run_record.h"
#include "core/report/comparison_model.h"

#include <vector>

// Comparing runs that were kept.
namespace bw::run {

struct CompareRequest {
    std::vector<history::RunId> before; // at least one
    std::vector<history::RunId> after;  // at least one
    history::Window window{};           // of every run's time
    analysis::CompareOptions options{};
};

// Compares runs of a history with each other. Up to 30 other finished runs of the same plan, load and
// environment say how far runs of one program differ. NoSuchRun for a run that is not there.
[[nodiscard]] history::HistoryResult<report::ComparisonModel> compareRuns(const history::HistoryStore& store,
                                                                          const CompareRequest& request);

} // namespace bw::run
