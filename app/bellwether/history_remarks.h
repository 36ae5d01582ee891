#pragma once

#include "core/history/history_store.h"
#include "core/history/retention.h"

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

// What Retention lets go of.
enum class Pruning : std::uint8_t { Tell, Do };
[[nodiscard]] int pruneRuns(const history::HistoryStore& store, const history::Retention& retention,
                            Pruning pruning);

} // namespace bw::app
