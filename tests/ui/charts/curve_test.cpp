#include "ui/charts/curve.h"

#include <gtest/gtest.h>

namespace bw::charts {
namespace {

using Points = std::vector<plot::CurvePoint>;

std::pair<double, double> endsOf(std::span<const plot::CurvePoint> points) {
    return {points.front().x, points.back().x};
}

TEST(PointsAround, AreThoseInSightAndTheNextOnesWhereLinesLead) {
    const Points points{{0, 1}, {16, 1}, {32, {}}, {48, 1}, {64, 1}};
    EXPECT_EQ(endsOf(pointsAround(points, 20, 40)), std::pair(16.0, 48.0));
    EXPECT_EQ(endsOf(pointsAround(points, 16, 48)), std::pair(0.0, 64.0));
    EXPECT_EQ(endsOf(pointsAround(points, 17, 18)), std::pair(16.0, 32.0));
    EXPECT_EQ(endsOf(pointsAround(points, -10, 1000)), std::pair(0.0, 64.0));
    EXPECT_EQ(endsOf(pointsAround(points, 100, 200)), std::pair(64.0, 64.0));
    EXPECT_TRUE(pointsAround({}, 0, 10).empty());
}

} // namespace
} // namespace bw::charts
