#pragma once

#include "core/history/history_reader.h"
#include "core/report/report_builder.h"
#include "core/run/stored_frames.h"

#include <cstdint>

namespace bw::run {

// Feeds the builder a run of so many seconds without going through all of them: the sums of the whole, and of
// the series that are drawn every second while those are few, else the history's own sums of 16, 256 or 4,096
// s. `frames` were just opened.
[[nodiscard]] history::HistoryResult<void> readOverview(StoredFrames& frames, history::HistoryReader& reader,
                                                        std::int64_t seconds, report::ReportBuilder& builder);

} // namespace bw::run
