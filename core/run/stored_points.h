#pragma once

#include "core/history/history_store.h"

#include <functional>
#include <string_view>

namespace bw::run {

// A stored run as k6's JSON lines. Its samples were not kept, but what they were in each second: so every
// point stands at the beginning of its second, and
//   a trend has a point for each sample, at the middle of its histogram bucket (at most 0.78 % beside it);
//   the
//     lowest and the highest of a second are exact,
//   a rate has a point for each sample,
//   a counter has one point with the sum,
//   a gauge has its lowest, highest and last value, as far as they differ.
// A sink that says no ends it, as Cancelled. Memory stays small, however long the run.
[[nodiscard]] history::HistoryResult<void> writePoints(const history::HistoryStore& store, history::RunId run,
                                                       const std::function<bool(std::string_view)>& sink);

} // namespace bw::run
