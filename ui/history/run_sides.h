#pragma once

#include "core/history/run_record.h"

#include <optional>
#include <vector>

namespace bw::history_view {

// Which of some runs are held against which: what was before is A.
struct RunSides {
    std::vector<history::RunId> before;
    std::vector<history::RunId> after;
};

// Two runs: the earlier and the later. More: those of one build and those of another, the build that ran
// first before. None when it is not clear.
[[nodiscard]] std::optional<RunSides> sidesOf(std::vector<history::RunSummary> runs);

} // namespace bw::history_view
