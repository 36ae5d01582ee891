#include "ui/charts/time_view.h"

#include <gtest/gtest.h>

namespace bw::charts {
namespace {

TEST(ATimeView, ShowsAllAtFirstHoweverLongTheRunBecomes) {
    TimeView view;
    view.setLength(10);
    view.setLength(600);
    EXPECT_FALSE(view.span());
}

TEST(ATimeView, GoesCloserButNotTooCloseAndBackToAll) {
    TimeView view;
    view.setLength(100);
    view.zoom(50, 0.5);
    EXPECT_EQ(view.span(), (TimeSpan{25, 75}));
    for (int i = 0; i < 20; ++i) {
        view.zoom(50, 0.5);
    }
    ASSERT_TRUE(view.span());
    EXPECT_DOUBLE_EQ(view.span()->end - view.span()->begin, TimeView::kShortest);
    view.zoom(50, 1000);
    EXPECT_FALSE(view.span());
}

TEST(ATimeView, StaysWithinTheRun) {
    TimeView view;
    view.setLength(100);
    view.show({20, 40});
    view.pan(-50);
    EXPECT_EQ(view.span(), (TimeSpan{0, 20}));
    view.pan(500);
    EXPECT_EQ(view.span(), (TimeSpan{80, 100}));
    view.show({-20, 500});
    EXPECT_FALSE(view.span());
}

TEST(ATimeView, GoesAlongWithARunWhoseEndIsInSight) {
    TimeView view;
    view.setLength(100);
    view.show({80, 100});
    EXPECT_TRUE(view.follows());
    view.setLength(103);
    EXPECT_EQ(view.span(), (TimeSpan{83, 103}));
    view.pan(-40);
    EXPECT_FALSE(view.follows());
    view.setLength(110);
    EXPECT_EQ(view.span(), (TimeSpan{43, 63}));
    view.setFollowing(true);
    EXPECT_EQ(view.span(), (TimeSpan{90, 110}));
}

TEST(ATimeView, OfAnotherRunIsAllOfIt) {
    TimeView view;
    view.setLength(100);
    view.show({80, 90});
    view.setLength(1);
    EXPECT_FALSE(view.span());
    EXPECT_TRUE(view.follows());
}

TEST(ATimeView, MovesNoFurtherThanItTakesToSeeASecond) {
    TimeView view;
    view.setLength(100);
    view.show({20, 40});
    view.reveal(30);
    EXPECT_EQ(view.span(), (TimeSpan{20, 40}));
    view.reveal(45);
    EXPECT_EQ(view.span(), (TimeSpan{25, 45}));
    view.reveal(10);
    EXPECT_EQ(view.span(), (TimeSpan{10, 30}));
}

} // namespace
} // namespace bw::charts
