#include "ui/plot/axis.h"
#include "ui/plot/thinning.h"

#include <gtest/gtest.h>

namespace bw::plot {
namespace {

std::vector<CurvePoint> flat(std::size_t points) {
    std::vector<CurvePoint> curve;
    for (std::size_t i = 0; i < points; ++i) {
        curve.push_back({static_cast<double>(i), 1.0});
    }
    return curve;
}

TEST(Thinning, AColumnKeepsItsPeaksAndItsMean) {
    std::vector<CurvePoint> curve = flat(100'000);
    curve[5'000].y = 99;
    curve[77'777].y = -5;
    const auto pieces = thinned(curve, 0, 100'000, 500);
    ASSERT_EQ(pieces.size(), 1u);
    const CurvePiece& piece = pieces[0];
    ASSERT_EQ(piece.size(), 500u);
    EXPECT_EQ(std::ranges::max(piece, {}, &CurveColumn::high).high, 99);
    EXPECT_EQ(std::ranges::min(piece, {}, &CurveColumn::low).low, -5);
    EXPECT_DOUBLE_EQ(std::ranges::max(piece, {}, &CurveColumn::mean).mean, 1 + 98.0 / 200);
    EXPECT_TRUE(std::ranges::is_sorted(piece, {}, &CurveColumn::x));
}

TEST(Thinning, AShortCurveStaysAsItIsAndGapsPartIt) {
    std::vector<CurvePoint> curve = flat(5);
    curve[2].y.reset();
    const auto pieces = thinned(curve, 0, 5, 500);
    ASSERT_EQ(pieces.size(), 2u);
    EXPECT_EQ(pieces[0].size(), 2u);
    EXPECT_EQ(pieces[1].size(), 2u);
    EXPECT_EQ(pieces[1][0], (CurveColumn{.x = 3, .low = 1, .high = 1, .mean = 1}));
}

TEST(Thinning, ALongCurveIsPartedOnlyWhereAWholeColumnIsEmpty) {
    std::vector<CurvePoint> curve = flat(1'000);
    for (std::size_t point = 0; point < 500; point += 2) {
        curve[point].y.reset(); // every column has other points
    }
    for (std::size_t point = 600; point < 650; ++point) {
        curve[point].y.reset(); // five columns
    }
    const auto pieces = thinned(curve, 0, 1'000, 100);
    ASSERT_EQ(pieces.size(), 2u);
    EXPECT_EQ(pieces[0].size(), 60u);
    EXPECT_EQ(pieces[1].size(), 35u);
}

TEST(Thinning, NothingStaysNothing) {
    EXPECT_TRUE(thinned({}, 0, 1, 10).empty());
    EXPECT_TRUE(thinned({{0.5, std::nullopt}}, 0, 1, 10).empty());
    EXPECT_EQ(thinned({{0.5, 3.0}}, 0, 1, 10).size(), 1u);
}

TEST(Axis, EndsAtARoundValueAboveTheHighest) {
    EXPECT_DOUBLE_EQ(valueAxis(87, 4).end, 100);
    EXPECT_DOUBLE_EQ(valueAxis(0.0031, 4).end, 0.004);
    EXPECT_DOUBLE_EQ(valueAxis(0, 4).end, 1);
    EXPECT_LE(valueAxis(1e300, 4).ticks.size(), 7u);
}

TEST(Axis, ALogarithmicOneHasAPlaceForEveryDecade) {
    const Axis axis = logAxis(1, 1000, 4);
    EXPECT_EQ(axis.ticks, (std::vector<double>{1, 10, 100, 1000}));
    EXPECT_EQ(logAxis(1, 100, 2).ticks, (std::vector<double>{1, 3, 10, 30, 100}));
    EXPECT_NEAR(axis.share(10), 1.0 / 3, 1e-9);
    EXPECT_NEAR(axis.at(axis.share(42)), 42, 1e-9);
    EXPECT_EQ(axis.share(0), 0) << "what is not above 0 lies at the begin";
    EXPECT_DOUBLE_EQ(logAxis(3, 4, 4).end, 30) << "at least a decade";
    EXPECT_LE(logAxis(1e-4, 3.6e6, 4).ticks.size(), 7u);
    EXPECT_GE(logAxis(2, 40, 4).ticks.size(), 4u);
}

TEST(Axis, TimeHasFewLinesAtWholeUnits) {
    EXPECT_EQ(timeAxis(60, 6).ticks, (std::vector<double>{0, 10, 20, 30, 40, 50, 60}));
    EXPECT_LE(timeAxis(86'400.0 * 365, 6).ticks.size(), 14u);
    EXPECT_EQ(timeLabel(90, timeAxis(600, 6)).toStdString(), "1:30");
    EXPECT_EQ(timeLabel(7200, timeAxis(86'400, 6)).toStdString(), "2 h");
    EXPECT_EQ(timeAxis(7203, 7233, 3).ticks, (std::vector<double>{7210, 7220, 7230}));
    EXPECT_EQ(timeLabel(7210, timeAxis(7203, 7233, 3)).toStdString(), "2:00:10");
}

} // namespace
} // namespace bw::plot
