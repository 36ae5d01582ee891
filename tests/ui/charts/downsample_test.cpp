#include "ui/charts/downsample.h"

#include <algorithm>
#include <cmath>
#include <gtest/gtest.h>
#include <map>

namespace bw::charts {
namespace {

using plot::CurvePoint;

std::vector<CurvePoint> seconds(int count) {
    std::vector<CurvePoint> curve;
    for (int second = 0; second < count; ++second) {
        // Deterministic noise: neighbours differ, so every column has a low and a high of its own.
        curve.push_back({static_cast<double>(second), std::fmod(second * 7919.0, 1009.0)});
    }
    return curve;
}

TEST(Downsampling, LeavesACurveOfFewPointsAsItIs) {
    const std::vector<CurvePoint> curve = seconds(100);
    const auto pieces = downsampled(curve, 0, 1000, 100); // all points in ten columns
    ASSERT_EQ(pieces.size(), 1U);
    ASSERT_EQ(pieces[0].size(), 100);
    for (qsizetype i = 0; i < 100; ++i) {
        EXPECT_EQ(pieces[0][i], QPointF(static_cast<double>(i), *curve[static_cast<std::size_t>(i)].y));
    }
}

TEST(Downsampling, KeepsAtMostFourPointsOfAColumnInTheOrderOfTime) {
    const auto pieces = downsampled(seconds(50'000), 0, 50'000, 500);
    ASSERT_EQ(pieces.size(), 1U);
    std::map<int, int> perColumn;
    for (const QPointF& point : pieces[0]) {
        ++perColumn[static_cast<int>(point.x() / 100)];
    }
    EXPECT_EQ(perColumn.size(), 500U);
    EXPECT_LE(std::ranges::max_element(perColumn, {}, &std::pair<const int, int>::second)->second, 4);
    EXPECT_TRUE(std::ranges::is_sorted(pieces[0], std::less_equal(), &QPointF::x));
}

TEST(Downsampling, KeepsFirstLowestHighestAndLastOfEveryColumn) {
    const std::vector<CurvePoint> curve = seconds(10'000);
    const auto pieces = downsampled(curve, 0, 10'000, 100);
    ASSERT_EQ(pieces.size(), 1U);
    for (std::size_t column = 0; column < 100; ++column) {
        const auto begin = curve.begin() + static_cast<std::ptrdiff_t>(column * 100);
        const auto [low, high] = std::ranges::minmax_element(begin, begin + 100, {}, &CurvePoint::y);
        for (const auto& point : {begin, low, high, begin + 99}) {
            EXPECT_TRUE(pieces[0].contains(QPointF(point->x, *point->y))) << point->x;
        }
    }
}

TEST(Downsampling, KeepsAPeakOfOneSecondInADay) {
    std::vector<CurvePoint> curve(86'400);
    for (std::size_t i = 0; i < curve.size(); ++i) {
        curve[i] = {static_cast<double>(i), 1.0};
    }
    curve[54'321].y = 99;
    const auto pieces = downsampled(curve, 0, 86'400, 600);
    EXPECT_TRUE(pieces[0].contains(QPointF(54'321, 99)));
    EXPECT_LE(pieces[0].size(), 2 * 600 + 1);
}

TEST(Downsampling, PartsAtAGap) {
    std::vector<CurvePoint> curve = seconds(20);
    curve[10].y.reset();
    const auto pieces = downsampled(curve, 0, 20, 600);
    ASSERT_EQ(pieces.size(), 2U);
    EXPECT_EQ(pieces[0].size(), 10);
    EXPECT_EQ(pieces[1].size(), 9);
    EXPECT_EQ(pieces[1].front().x(), 11);
}

TEST(Downsampling, KeepsAGapThatIsWiderThanAColumnAndOnlyThose) {
    std::vector<CurvePoint> curve = seconds(10'000); // ten to a column
    curve[5'003].y.reset();
    for (std::size_t i = 7'000; i < 7'050; ++i) {
        curve[i].y.reset();
    }
    const auto pieces = downsampled(curve, 0, 10'000, 1'000);
    ASSERT_EQ(pieces.size(), 2U);
    EXPECT_EQ(pieces[0].back().x(), 6'999);
    EXPECT_EQ(pieces[1].front().x(), 7'050);
}

TEST(Downsampling, OfNothingIsNothing) {
    EXPECT_TRUE(downsampled({}, 0, 10, 100).empty());
    EXPECT_TRUE(downsampled(std::vector<CurvePoint>{{0, {}}, {1, {}}}, 0, 10, 100).empty());
    EXPECT_EQ(downsampled(std::vector<CurvePoint>{{0, 4.0}}, 0, 0, 100).size(), 1U);
}

} // namespace
} // namespace bw::charts
