#pragma once

#include "core/history/history_store.h"
#include "tests/bench/history/load_source.h"

#include <cstdint>
#include <functional>
#include <string>

namespace bw::bench {

inline constexpr std::int64_t kDay = 86'400; // seconds
inline constexpr int kManyRuns = 10'000;
// In the note of every fiftieth run of many.
inline constexpr const char* kRareWord = "canary";
inline constexpr int kRareEvery = 50;

// Opens the file; makes it with `write` when it is not there. Ends the program when that fails.
[[nodiscard]] history::HistoryStore storeOf(const std::string& file,
                                            const std::function<void(const history::HistoryStore&)>& write);

// A finished run of so many seconds of the load, written by the run's own writer as fast as the disk takes
// it. Tells how long that took.
history::RunId writeRun(const history::HistoryStore& store, const LoadShape& shape, std::int64_t seconds);

// Many finished runs of three seconds, with different plans, environments, builds, tags and notes.
void writeManyRuns(const history::HistoryStore& store);

} // namespace bw::bench
