#pragma once

#include "core/history/baseline.h"
#include "core/history/run_record.h"

#include <cstddef>
#include <optional>
#include <vector>

namespace bw::history {

// Which runs go: those that are older, and those beyond the newest of each plan and environment. Starred
// ones, baselines and what still runs stay.
struct Retention {
    std::optional<Duration> olderThan;
    std::optional<std::size_t> keep;
};
[[nodiscard]] std::vector<RunSummary> runsToPrune(const std::vector<RunSummary>& newestFirst,
                                                  const std::vector<Baseline>& baselines,
                                                  const Retention& retention, WallTime now);

} // namespace bw::history
