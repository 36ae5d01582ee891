#include "ui/live/closer_look.h"

#include <gtest/gtest.h>

namespace bw::live {
namespace {

using charts::TimeSpan;
using history::Window;

// A day in stretches of 16 s.
bridge::RunPicture day() {
    bridge::RunPicture picture;
    picture.model.run.duration = std::chrono::hours(24);
    report::SecondRow row;
    row.width = 16;
    picture.model.seconds.push_back(row);
    return picture;
}

void expectWindow(const std::optional<Window>& window, std::int64_t begin, std::int64_t end) {
    ASSERT_TRUE(window);
    EXPECT_EQ(window->begin, begin);
    EXPECT_EQ(window->end, end);
}

TEST(ACloserLook, AsksForAsMuchOnEitherSideAsIsShown) {
    expectWindow(windowToAskFor(day(), TimeSpan{1000, 1060}, std::nullopt, false), 940, 1120);
    expectWindow(windowToAskFor(day(), TimeSpan{1000.5, 1005.5}, std::nullopt, false), 995, 1011);
    expectWindow(windowToAskFor(day(), TimeSpan{0, 60}, std::nullopt, false), 0, 120);
    expectWindow(windowToAskFor(day(), TimeSpan{86'340, 86'400}, std::nullopt, false), 86'280, 86'400);
}

TEST(ACloserLook, NeedsARunThatIsOverAndCoarserThanSeconds) {
    EXPECT_FALSE(windowToAskFor(day(), std::nullopt, std::nullopt, false));
    bridge::RunPicture live = day();
    live.isLive = true;
    EXPECT_FALSE(windowToAskFor(live, TimeSpan{0, 60}, std::nullopt, false));
    bridge::RunPicture fine = day();
    report::SecondRow second;
    second.width = 1;
    fine.model.seconds = {second};
    EXPECT_FALSE(windowToAskFor(fine, TimeSpan{0, 60}, std::nullopt, false));
    EXPECT_FALSE(windowToAskFor({}, TimeSpan{0, 60}, std::nullopt, false));
}

TEST(ACloserLook, AsksAgainBeforeMovingAlongComesToTheEndOfWhatIsThere) {
    const Window there{940, 1120};
    EXPECT_FALSE(windowToAskFor(day(), TimeSpan{1025, 1085}, there, true));
    EXPECT_TRUE(windowToAskFor(day(), TimeSpan{1035, 1095}, there, true));
    EXPECT_FALSE(windowToAskFor(day(), TimeSpan{970, 1030}, there, true));
    EXPECT_TRUE(windowToAskFor(day(), TimeSpan{960, 1020}, there, true));
}

TEST(ACloserLook, AsksAgainWhenLessMayBeFiner) {
    const Window there{10'000, 40'000}; // in stretches of its own
    EXPECT_FALSE(windowToAskFor(day(), TimeSpan{21'000, 29'000}, there, false));
    EXPECT_TRUE(windowToAskFor(day(), TimeSpan{23'000, 27'000}, there, false));
    EXPECT_FALSE(windowToAskFor(day(), TimeSpan{23'000, 27'000}, there, true));
}

TEST(ACloserLook, KnowsWhetherAllThatIsShownIsThere) {
    EXPECT_TRUE(hasAllOf({10, 20}, TimeSpan{10, 20}));
    EXPECT_FALSE(hasAllOf({10, 20}, TimeSpan{9.5, 15}));
    EXPECT_FALSE(hasAllOf({10, 20}, TimeSpan{15, 20.5}));
    EXPECT_FALSE(hasAllOf({10, 20}, std::nullopt));
}

} // namespace
} // namespace bw::live
