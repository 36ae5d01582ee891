#pragma once

#include "core/history/history_store.h"
#include "core/report/trend_model.h"

namespace bw::run {

// How the figures of a run's plan went in its environment, over the last 100 finished runs that made the same
// requests and load as this one.
[[nodiscard]] history::HistoryResult<report::TrendModel> loadTrend(const history::HistoryStore& store,
                                                                   history::RunId run);

} // namespace bw::run
