#include "ui/charts/readings.h"

#include <gtest/gtest.h>

namespace bw::charts {
namespace {

Curve curveOf(std::vector<plot::CurvePoint> points) {
    Curve curve;
    curve.points = std::move(points);
    return curve;
}

// Samples at 0, 1, 4 and 5, and of another curve at 3.
ChartData data() {
    ChartData data;
    data.curves = {curveOf({{0, 1.0}, {1, 2.0}, {2, {}}, {3, {}}, {4, 5.0}, {5, 6.0}, {6, {}}}),
                   curveOf({{3, 9.0}})};
    return data;
}

TEST(Readings, AreExactOrNone) {
    EXPECT_EQ(valueAt(data().curves[0], 4), 5.0);
    EXPECT_FALSE(valueAt(data().curves[0], 2).has_value());
    EXPECT_FALSE(valueAt(data().curves[0], 3.5).has_value());
    EXPECT_FALSE(valueAt(data().curves[0], 99).has_value());
    EXPECT_FALSE(lastValue(data().curves[0]).has_value());
    EXPECT_EQ(lastValue(data().curves[1]), 9.0);
}

TEST(Readings, SnapToTheNearestSecondThatHasASample) {
    EXPECT_EQ(nearestSecond(data(), 0.4), 0);
    EXPECT_EQ(nearestSecond(data(), 1.9), 1);
    EXPECT_EQ(nearestSecond(data(), 2.1), 3);
    EXPECT_EQ(nearestSecond(data(), -20), 0);
    EXPECT_EQ(nearestSecond(data(), 600), 5);
    EXPECT_FALSE(nearestSecond({}, 3).has_value());
}

TEST(Readings, WalkOverGapsAndStayAtTheEnds) {
    EXPECT_EQ(nextSecond(data(), {}, 1), 0);
    EXPECT_EQ(nextSecond(data(), 1, 1), 3);
    EXPECT_EQ(nextSecond(data(), 3, -1), 1);
    EXPECT_EQ(nextSecond(data(), 5, 1), 5);
    EXPECT_EQ(nextSecond(data(), 0, -1), 0);
    EXPECT_EQ(nextSecond(data(), 4, 10), 5);
    EXPECT_EQ(nextSecond(data(), {}, -1), 5);
    EXPECT_FALSE(nextSecond({}, 3, 1).has_value());
}

TEST(Readings, KnowWhetherThereIsAnything) {
    EXPECT_TRUE(hasSamples(data()));
    ChartData none;
    none.curves = {curveOf({{0, {}}, {1, {}}})};
    EXPECT_FALSE(hasSamples(none));
    EXPECT_FALSE(hasSamples({}));
}

} // namespace
} // namespace bw::charts
