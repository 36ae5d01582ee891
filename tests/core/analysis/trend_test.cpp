#include "core/analysis/trend.h"

#include <cmath>
#include <gtest/gtest.h>
#include <numeric>
#include <vector>

namespace bw::analysis {
namespace {

TEST(MannKendall, KnowsHandCountedAnswers) {
    std::vector<double> rising(10);
    std::iota(rising.begin(), rising.end(), 1.0);
    const MannKendall way = mannKendall(rising);
    EXPECT_EQ(way.s, 45);
    EXPECT_EQ(way.variance, 125);
    EXPECT_NEAR(way.z, 44 / std::sqrt(125.0), 1e-12);
    EXPECT_NEAR(way.p, 8.3e-5, 1e-6);
    EXPECT_EQ(way.slope, 1);
    const std::vector<double> tied{1, 1, 2, 2, 2, 0};
    EXPECT_EQ(mannKendall(tied).s, 6 - 5);
    EXPECT_NEAR(mannKendall(tied).variance, (6 * 5 * 17 - 2 * 1 * 9 - 3 * 2 * 11) / 18.0, 1e-12);
    EXPECT_EQ(mannKendall(std::vector<double>{3}).p, 1);
    EXPECT_EQ(mannKendall(std::vector<double>(8, 2.0)).p, 1);
}

TEST(Trend, GoesOneWayOrIsStable) {
    const std::vector<double> rising{10, 10.5, 11, 11.4, 12.1, 12.4, 13};
    EXPECT_EQ(trendOf(rising, Statistic::P95, Better::Lower, 0.1), Trend::Degrading);
    EXPECT_EQ(trendOf(rising, Statistic::PerSecond, Better::Higher, 0.1), Trend::Improving);
    EXPECT_EQ(trendOf(rising, Statistic::P95, Better::Lower, 0.5), Trend::Stable) << "not so far";
    const std::vector<double> restless{10, 12, 9, 13, 10, 11, 12};
    EXPECT_EQ(trendOf(restless, Statistic::P95, Better::Lower, 0.01), Trend::Stable);
    EXPECT_EQ(trendOf(std::vector<double>{1, 2, 3, 4}, Statistic::P95, Better::Lower, 0.1), Trend::Unknown);
    EXPECT_EQ(trendOf(std::vector<double>(9, 0.0), Statistic::Share, Better::Lower, 0.01), Trend::Stable);
}

} // namespace
} // namespace bw::analysis
