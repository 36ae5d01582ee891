#pragma once

#include "core/history/history_store.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

// Saying something of runs, and letting go of old ones. All print, and return the exit code.
namespace bw::app {

struct Remarks {
    std::optional<std::string> note;
    std::vector<std::string> tags;   // "key=value"
    std::vector<std::string> untags; // keys
    std::optional<bool> isStarred;
};
[[nodiscard]] int annotateRun(const history::HistoryStore& store, history::RunId run, const Remarks& remarks);

// Which runs go: those that are older, and those beyond the newest of each plan and environment. Starred
// ones, baselines and what still runs stay.
struct Retention {
    std::optional<Duration> olderThan;
    std::optional<std::size_t> keep;
};
[[nodiscard]] std::vector<history::RunSummary>
runsToPrune(const std::vector<history::RunSummary>& newestFirst,
            const std::vector<history::Baseline>& baselines, const Retention& retention, WallTime now);

enum class Pruning : std::uint8_t { Tell, Do };
[[nodiscard]] int pruneRuns(const history::HistoryStore& store, const Retention& retention, Pruning pruning);

} // namespace bw::app
