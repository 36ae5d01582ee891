#pragma once

#include "core/history/history_store.h"
#include "core/report/regression_model.h"

#include <optional>

namespace bw::run {

// Holds a run against the baseline of its plan in its environment. Of a baseline without a run, the last good
// ones before it are taken: finished, not failed, with the same flows and load. Empty when there is no
// baseline, or no good run yet. Trends are over the last 10 runs of the plan up to this one.
[[nodiscard]] history::HistoryResult<std::optional<report::RegressionModel>>
checkAgainstBaseline(const history::HistoryStore& store, history::RunId run);

} // namespace bw::run
