#include "ui/bridge/run_list.h"

#include <gtest/gtest.h>

namespace bw::bridge {
namespace {

using namespace std::chrono_literals;

RunListEntry endedAfter(Duration passed, std::int64_t seconds) {
    history::RunSummary run;
    run.started = WallTime{1'700'000'000'000'000'000};
    run.ended = WallTime{run.started.nanoseconds + Duration(passed).count()};
    run.seconds = seconds;
    return listEntryOf(std::move(run));
}

TEST(TheDurationOfARun, IsToTheMoment) {
    EXPECT_EQ(endedAfter(19'400ms, 20).duration(), 19'400ms);
    EXPECT_EQ(endedAfter(300ms, 1).duration(), 300ms);
}

TEST(TheDurationOfARun, IsNotThatOfASleepOrOfASetClock) {
    EXPECT_EQ(endedAfter(4h + 20s, 20).duration(), 20s);
    EXPECT_EQ(endedAfter(-1h, 20).duration(), 20s);
}

TEST(TheDurationOfARun, IsWhatIsKeptOfOneThatHasNoEnd) {
    history::RunSummary run;
    run.seconds = 42;
    EXPECT_EQ(listEntryOf(std::move(run)).duration(), 42s);
}

} // namespace
} // namespace bw::bridge
