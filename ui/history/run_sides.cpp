#include "ui/history/run_sides.h"

#include <algorithm>

namespace bw::history_view {

std::optional<RunSides> sidesOf(std::vector<history::RunSummary> runs) {
    if (runs.size() < 2) {
        return std::nullopt;
    }
    std::ranges::sort(runs, {},
                      [](const history::RunSummary& run) { return std::pair(run.started, run.id); });
    RunSides sides;
    if (runs.size() == 2) {
        return RunSides{{runs.front().id}, {runs.back().id}};
    }
    const std::string& first = runs.front().build;
    const auto other =
        std::ranges::find_if(runs, [&](const history::RunSummary& run) { return run.build != first; });
    if (other == runs.end()) {
        return std::nullopt;
    }
    for (const history::RunSummary& run : runs) {
        if (run.build != first && run.build != other->build) {
            return std::nullopt;
        }
        (run.build == first ? sides.before : sides.after).push_back(run.id);
    }
    return sides;
}

} // namespace bw::history_view
