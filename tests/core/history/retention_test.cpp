#include "core/history/retention.h"

#include <gmock/gmock.h>

namespace bw::history {
namespace {

using testing::ElementsAre;

constexpr std::int64_t kDay = 86'400'000'000'000;

RunSummary runOf(std::int64_t id, const char* plan, std::int64_t daysOld) {
    RunSummary run;
    run.id = RunId{id};
    run.planName = plan;
    run.started.nanoseconds = (1000 - daysOld) * kDay;
    run.state = RunState::Finished;
    return run;
}

std::vector<std::int64_t> goingOf(const std::vector<RunSummary>& runs, const Retention& retention,
                                  const std::vector<Baseline>& baselines = {}) {
    std::vector<std::int64_t> ids;
    for (const RunSummary& run : runsToPrune(runs, baselines, retention, WallTime{1000 * kDay})) {
        ids.push_back(run.id.value);
    }
    return ids;
}

TEST(RunsToPrune, AreTheOldOnes) {
    const std::vector<RunSummary> runs{runOf(3, "a", 1), runOf(2, "a", 31), runOf(1, "a", 90)};
    EXPECT_THAT(goingOf(runs, {.olderThan = std::chrono::hours(24 * 30), .keep = {}}), ElementsAre(2, 1));
    EXPECT_THAT(goingOf(runs, {}), ElementsAre());
}

TEST(RunsToPrune, AreThoseBeyondTheNewestOfEachPlan) {
    const std::vector<RunSummary> runs{runOf(5, "a", 1), runOf(4, "b", 1), runOf(3, "a", 1), runOf(2, "b", 1),
                                       runOf(1, "a", 1)};
    EXPECT_THAT(goingOf(runs, {.olderThan = {}, .keep = 1}), ElementsAre(3, 2, 1));
    EXPECT_THAT(goingOf(runs, {.olderThan = {}, .keep = 0}), ElementsAre(5, 4, 3, 2, 1));
}

TEST(RunsToPrune, LeaveWhatIsStarredABaselineOrStillRuns) {
    std::vector<RunSummary> runs{runOf(4, "a", 90), runOf(3, "a", 90), runOf(2, "a", 90), runOf(1, "a", 90)};
    runs[0].state = RunState::Running;
    runs[1].isStarred = true;
    Baseline baseline;
    baseline.planName = "a";
    baseline.run = RunId{2};
    EXPECT_THAT(goingOf(runs, {.olderThan = std::chrono::hours(1), .keep = 0}, {baseline}), ElementsAre(1));
}

} // namespace
} // namespace bw::history
