#pragma once

#include "core/history/history_store.h"

#include <string>
#include <vector>

// Runs and whole histories in files. All print, and return the exit code.
namespace bw::app {

[[nodiscard]] int importRuns(const history::HistoryStore& store, const std::vector<std::string>& files);
[[nodiscard]] int backUp(const history::HistoryStore& store, const std::string& file);

} // namespace bw::app
