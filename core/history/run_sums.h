#pragma once

#include "core/history/database.h"
#include "core/history/run_record.h"

#include <cstdint>
#include <functional>
#include <span>

// The levels of a run made again from its packs. All of it is part of the caller's transaction.
namespace bw::history {

// A row of `levels` as it has to be.
struct BlockSum {
    std::int64_t width = 16;
    std::int64_t block = 0;
    metrics::SeriesValue value;
    double magnitude = 0; // of what was added up, signs aside: how large a rounding error may be
};

// Ascending by series; each call has the sums of one series in 4,096 s. Damaged when a pack cannot be read.
using VisitSums = std::function<HistoryResult<void>(metrics::SeriesId, std::span<const BlockSum>)>;
[[nodiscard]] HistoryResult<void> forEachSum(Database& database, RunId run, const VisitSums& visit);

// Whether `levels` holds exactly what `packs` holds. Sums of doubles depend on their order in the last
// digits; everything else is the same to the last bit.
[[nodiscard]] HistoryResult<bool> sumsHold(Database& database, RunId run);

[[nodiscard]] HistoryResult<void> rebuildSums(Database& database, RunId run);

} // namespace bw::history
