#include "core/history/retention.h"

#include <algorithm>
#include <map>
#include <string>
#include <utility>

namespace bw::history {

std::vector<RunSummary> runsToPrune(const std::vector<RunSummary>& newestFirst,
                                    const std::vector<Baseline>& baselines, const Retention& retention,
                                    WallTime now) {
    std::vector<RunSummary> going;
    std::map<std::pair<std::string, std::string>, std::size_t> seen;
    for (const RunSummary& run : newestFirst) {
        const std::size_t newer = seen[{run.planName, run.environment}]++;
        const bool isKept =
            run.state == RunState::Running || run.isStarred ||
            std::ranges::any_of(baselines, [&](const Baseline& one) { return one.run == run.id; });
        const bool isOld =
            retention.olderThan && now.nanoseconds - run.started.nanoseconds > retention.olderThan->count();
        const bool isBeyond = retention.keep && newer >= *retention.keep;
        if (!isKept && (isOld || isBeyond)) {
            going.push_back(run);
        }
    }
    return going;
}

} // namespace bw::history
