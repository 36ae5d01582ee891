#pragma once

#include "ui/bridge/run_list.h"

#include <string>
#include <vector>

namespace bw::history_view {

// A run as the history would list it; the plan is "plan <id>".
inline bridge::RunListEntry entryOf(std::int64_t id,
                                    history::RunVerdict verdict = history::RunVerdict::Pass) {
    bridge::RunListEntry entry;
    entry.run.id = history::RunId(id);
    entry.run.state = history::RunState::Finished;
    entry.run.verdict = verdict;
    entry.run.planName = "plan " + std::to_string(id);
    entry.run.started = WallTime(1'760'000'000'000'000'000 + id * 60'000'000'000);
    entry.run.ended = WallTime(entry.run.started.nanoseconds + 90'400'000'000);
    entry.run.seconds = 90;
    entry.requests = 1234.0 * static_cast<double>(id);
    entry.rate = 13.7 * static_cast<double>(id);
    entry.failedShare = verdict == history::RunVerdict::Fail ? 0.25 : 0;
    entry.p50 = 1.5;
    entry.p95 = 10.0 + static_cast<double>(id);
    entry.p99 = 123.4567;
    return entry;
}

// Newest first, as the history lists them.
inline bridge::RunList runsOf(const std::vector<std::int64_t>& ids) {
    bridge::RunList runs;
    for (const std::int64_t id : ids) {
        runs.push_back(entryOf(id));
    }
    return runs;
}

} // namespace bw::history_view
