#pragma once

#include "core/history/history_reader.h"

#include <functional>
#include <string>

namespace bw::run {

// What a run did to its target, as texts that are equal when it is the same.
struct LoadKey {
    std::string flows;
    std::string load; // scenarios, and what was asked for beyond the plan
    friend bool operator==(const LoadKey&, const LoadKey&) = default;
};
[[nodiscard]] LoadKey loadKey(const history::RunDetail& run);

// It ended whole, and nothing speaks against it.
[[nodiscard]] bool isGood(const history::RunSummary& run);

// Goes through the finished runs of a run's plan in its environment, itself among them, the newest first,
// until `visit` says that it has enough (false). `alike` is null for a run that made other requests or
// another load, or that cannot be read.
using VisitRun = std::function<bool(history::RunSummary& run, const history::RunDetail* alike)>;
[[nodiscard]] history::HistoryResult<void>
forEachRunOfPlan(history::HistoryReader& reader, const history::RunDetail& like, const VisitRun& visit);

} // namespace bw::run
