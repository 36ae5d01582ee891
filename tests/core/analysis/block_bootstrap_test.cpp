#include "core/analysis/block_bootstrap.h"
#include "core/analysis/scale.h"
#include "tests/core/analysis/made_run.h"

#include <gtest/gtest.h>

namespace bw::analysis {
namespace {

double spreadOver(const std::vector<double>& values) {
    double mean = 0;
    for (const double value : values) {
        mean += value / static_cast<double>(values.size());
    }
    double squares = 0;
    for (const double value : values) {
        squares += (value - mean) * (value - mean);
    }
    return std::sqrt(squares / static_cast<double>(values.size() - 1));
}

// The truth is known by making the same run many times.
void expectTruth(const Making& making, double atLeast, double atMost) {
    Random random(3);
    std::vector<double> medians;
    std::vector<double> told;
    for (int i = 0; i < 60; ++i) {
        const MeasuredRun run = madeRun(making, random);
        const MeasuredSeries& series = run.series.front();
        medians.push_back(std::log(valueOf(series.whole, Statistic::P50, run.seconds)));
        const auto found = bootstrapVariances(series, {Statistic::P50}, kMadeBlock, random);
        ASSERT_TRUE(found);
        told.push_back(std::sqrt(found->variances.front()));
    }
    double mean = 0;
    for (const double error : told) {
        mean += error / static_cast<double>(told.size());
    }
    const double ratio = mean / spreadOver(medians);
    EXPECT_GT(ratio, atLeast);
    EXPECT_LT(ratio, atMost);
}

TEST(BlockBootstrap, KnowsTheScatterOfIndependentSamples) {
    expectTruth({.wander = 0, .runToRun = 0}, 0.8, 1.25);
}

// Naively, 24,000 samples would have an error of 0.3 %; the seconds' wandering makes it several times that.
TEST(BlockBootstrap, KnowsTheScatterOfCorrelatedSeconds) {
    expectTruth({.wander = 0.1, .runToRun = 0}, 0.6, 1.3);
}

TEST(BlockBootstrap, ALoadThatGrowsIsNoScatter) {
    Random random(5);
    MeasuredRun run = madeRun({.wander = 0, .runToRun = 0}, random);
    MeasuredSeries& series = run.series.back();
    ASSERT_EQ(series.subject.metric, "http_reqs");
    for (std::size_t block = 0; block < series.blocks.size(); ++block) {
        series.blocks[block] =
            metrics::CounterValue{.sum = 100.0 * static_cast<double>(block + 1), .count = 1};
    }
    const auto found = bootstrapVariances(series, {Statistic::PerSecond}, kMadeBlock, random);
    ASSERT_TRUE(found);
    EXPECT_LT(std::sqrt(found->variances.front()), 0.04) << "drawn from the whole run it would be 0.1";
}

TEST(BlockBootstrap, NeedsBlocks) {
    Random random(6);
    MeasuredRun run = madeRun({.seconds = 5 * kMadeBlock}, random);
    EXPECT_FALSE(bootstrapVariances(run.series.front(), {Statistic::P50}, kMadeBlock, random));
}

} // namespace
} // namespace bw::analysis
