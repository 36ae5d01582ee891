#include "ui/charts/plot_geometry.h"
#include "ui/charts/time_range.h"

#include <QFont>

#include <gtest/gtest.h>

namespace bw::charts {
namespace {

AxisTexts plain() {
    return {.tick = [](double value) { return QString::number(value); },
            .exact = [](double value) { return QString::number(value); }};
}

Curve flat(double value, AxisSide axis = AxisSide::Left) {
    Curve curve;
    curve.name = axis == AxisSide::Left ? QStringLiteral("left") : QStringLiteral("right");
    curve.axis = axis;
    curve.points = {{0, value}, {99, value}};
    return curve;
}

PlotGeometry of(const ChartData& data, const std::set<QString>& hidden = {}) {
    return geometryOf(data, hidden, {.left = plain(), .right = plain()}, {600, 240}, QFontMetricsF(QFont()));
}

TEST(APlot, TurnsPlacesIntoSecondsAndBack) {
    ChartData data;
    data.curves = {flat(7)};
    const PlotGeometry plot = of(data);
    EXPECT_EQ(plot.time.end, 99);
    EXPECT_NEAR(plot.secondAt(plot.xOf(42)), 42, 1e-9);
    EXPECT_EQ(plot.yOf(0), plot.area.bottom());
    EXPECT_EQ(plot.yOf(plot.left.end), plot.area.top());
}

TEST(APlot, GivesBothAxesTheSameLines) {
    ChartData data;
    data.curves = {flat(0.37), flat(41e6, AxisSide::Right)};
    const PlotGeometry plot = of(data);
    ASSERT_TRUE(plot.right.has_value());
    ASSERT_EQ(plot.right->ticks.size(), plot.left.ticks.size());
    EXPECT_GE(plot.right->end, 41e6);
    for (std::size_t i = 0; i < plot.left.ticks.size(); ++i) {
        EXPECT_NEAR(plot.yOf(plot.left.ticks[i]), plot.yOf(plot.right->ticks[i], AxisSide::Right), 1e-6);
    }
}

TEST(APlot, HasNoRightAxisWithoutACurveThere) {
    ChartData data;
    data.curves = {flat(1)};
    EXPECT_FALSE(of(data).right.has_value());
    const double wide = of(data).area.width();
    data.curves.push_back(flat(1, AxisSide::Right));
    EXPECT_LT(of(data).area.width(), wide);
}

TEST(APlot, IsNotPressedFlatByALimitFarAbove) {
    ChartData data;
    data.curves = {flat(10)};
    data.limits = {{QStringLiteral("P95"), 25}};
    EXPECT_GE(of(data).left.end, 25);
    data.limits = {{QStringLiteral("P95"), 500}};
    EXPECT_LT(of(data).left.end, 25);
}

TEST(APlot, IsNotStretchedByHiddenCurves) {
    ChartData data;
    data.curves = {flat(10), flat(1000)};
    data.curves[1].name = QStringLiteral("large");
    EXPECT_GE(of(data).left.end, 1000);
    EXPECT_LT(of(data, {QStringLiteral("large")}).left.end, 100);
}

TEST(AGrowingPlot, EndsAheadAtRoundTimes) {
    EXPECT_EQ(growingEnd(0), 10);
    EXPECT_EQ(growingEnd(10), 10);
    EXPECT_EQ(growingEnd(11), 20);
    EXPECT_EQ(growingEnd(61), 90);
    EXPECT_EQ(growingEnd(3000), 3000);
    EXPECT_EQ(growingEnd(3601), 5400);
    ChartData data;
    data.curves = {flat(1)};
    data.isGrowing = true;
    EXPECT_EQ(of(data).time.end, 120);
}

TEST(AGrowingPlot, AlwaysHasRoomAndMovesSeldom) {
    int moves = 0;
    double before = 0;
    for (int second = 1; second <= 3 * 86'400; ++second) {
        const double end = growingEnd(second);
        ASSERT_GE(end, second);
        ASSERT_LE(end, std::max(20.0, second * 1.6)) << second;
        ASSERT_GE(end, before);
        moves += end > before ? 1 : 0;
        before = end;
    }
    EXPECT_LT(moves, 80);
}

} // namespace
} // namespace bw::charts
