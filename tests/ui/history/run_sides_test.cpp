#include "ui/history/run_sides.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace bw::history_view {
namespace {

using testing::ElementsAre;

history::RunSummary runOf(std::int64_t id, const char* build) {
    history::RunSummary run;
    run.id = {id};
    run.started = {id * 1'000'000'000};
    run.build = build;
    return run;
}

TEST(RunSides, OfTwoRunsTheEarlierIsBefore) {
    const auto sides = sidesOf({runOf(7, "b"), runOf(3, "a")});
    ASSERT_TRUE(sides);
    EXPECT_THAT(sides->before, ElementsAre(history::RunId{3}));
    EXPECT_THAT(sides->after, ElementsAre(history::RunId{7}));
    EXPECT_TRUE(sidesOf({runOf(1, "a"), runOf(2, "a")})) << "of one build, too";
}

TEST(RunSides, MoreRunsAreTwoBuilds) {
    const auto sides = sidesOf({runOf(5, "new"), runOf(1, "old"), runOf(4, "new"), runOf(2, "old")});
    ASSERT_TRUE(sides);
    EXPECT_THAT(sides->before, ElementsAre(history::RunId{1}, history::RunId{2}));
    EXPECT_THAT(sides->after, ElementsAre(history::RunId{4}, history::RunId{5}));
}

TEST(RunSides, WhatIsNotClearIsNothing) {
    EXPECT_FALSE(sidesOf({}));
    EXPECT_FALSE(sidesOf({runOf(1, "a")}));
    EXPECT_FALSE(sidesOf({runOf(1, "a"), runOf(2, "a"), runOf(3, "a")}));
    EXPECT_FALSE(sidesOf({runOf(1, "a"), runOf(2, "b"), runOf(3, "c")}));
}

} // namespace
} // namespace bw::history_view
