#pragma once

#include "core/analysis/measured_run.h"
#include "core/history/history_reader.h"

#include <cstdint>

namespace bw::run {

enum class MeasureDetail : std::uint8_t {
    Whole,  // what all seconds come to: a run that only says how far runs differ
    Blocks, // in blocks of seconds, too
};

// What the analysis compares of a stored run: requests, groups and sessions by name and all together, the
// plan's own trends, throughput, failures, checks. A name that is the only one stands for all. Blocks are the
// cube root of the seconds long, and for runs of more than 20 minutes the history's own sums, so that even a
// day is read in a moment.
[[nodiscard]] history::HistoryResult<analysis::MeasuredRun> measureRun(history::HistoryReader& reader,
                                                                       const history::RunSummary& run,
                                                                       history::Window window,
                                                                       MeasureDetail detail);

} // namespace bw::run
