#include "core/analysis/comparison.h"
#include "tests/core/analysis/made_run.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

// What is said of two sides of runs, where it is known what they are.
namespace bw::analysis {
namespace {

using testing::Each;
using testing::Field;

ComparedRow rowOf(const Comparison& comparison, Statistic statistic,
                  const std::string& metric = "http_req_duration") {
    for (const ComparedRow& row : comparison.rows) {
        if (row.statistic == statistic && row.subject.metric == metric) {
            return row;
        }
    }
    ADD_FAILURE() << "no such row";
    std::abort();
}

Comparison compareOne(const MeasuredRun& before, const MeasuredRun& after,
                      const std::vector<MeasuredRun>& history = {}) {
    return compare(std::span(&before, 1), std::span(&after, 1), history, {});
}

bool saysWorse(const Comparison& comparison) {
    return std::ranges::any_of(comparison.rows,
                               [](const ComparedRow& row) { return row.finding == Finding::Worse; });
}

TEST(Comparison, ARunAgainstItselfShowsNoDifference) {
    Random random(1);
    const MeasuredRun run = madeRun({.failedShare = 0.02}, random);
    const Comparison same = compareOne(run, run, madeRuns({}, 10, random));
    ASSERT_EQ(same.rows.size(), 5u);
    for (const ComparedRow& row : same.rows) {
        EXPECT_EQ(row.finding, Finding::NoDifference) << row.subject.metric << ' ' << int(row.statistic);
        EXPECT_EQ(row.effect, 0);
        EXPECT_EQ(row.before, row.after);
        EXPECT_LE(row.low, 0);
        EXPECT_GE(row.high, 0);
    }
}

TEST(Comparison, ATenthSlowerIsFoundWithItsSize) {
    Random random(2);
    const auto history = madeRuns({}, 20, random);
    const Comparison found = compareOne(madeRun({}, random), madeRun({.median = 22.5}, random), history);
    const ComparedRow median = rowOf(found, Statistic::P50);
    EXPECT_EQ(median.finding, Finding::Worse);
    EXPECT_NEAR(median.effect, 0.125, 0.1) << "three times what runs differ by";
    EXPECT_LT(median.low, 0.125);
    EXPECT_GT(median.high, 0.125);
    EXPECT_GT(median.low, 0);
    EXPECT_TRUE(found.knowsRunToRun);
    EXPECT_EQ(rowOf(found, Statistic::PerSecond, "http_reqs").finding, Finding::NoDifference);
}

TEST(Comparison, TheOtherWayRoundIsTheOppositeFinding) {
    Random random(3);
    const auto history = madeRuns({}, 20, random);
    const MeasuredRun slow = madeRun({.median = 24}, random);
    const MeasuredRun fast = madeRun({}, random);
    const ComparedRow worse = rowOf(compareOne(fast, slow, history), Statistic::P95);
    const ComparedRow better = rowOf(compareOne(slow, fast, history), Statistic::P95);
    EXPECT_EQ(worse.finding, Finding::Worse);
    EXPECT_EQ(better.finding, Finding::Better);
    EXPECT_NEAR((1 + worse.effect) * (1 + better.effect), 1, 1e-9);
}

TEST(Comparison, WhatIsBetterDependsOnTheMetric) {
    Random random(4);
    const auto history = madeRuns({}, 20, random);
    const Comparison found =
        compareOne(madeRun({.perSecond = 250}, random), madeRun({.perSecond = 200}, random), history);
    EXPECT_EQ(rowOf(found, Statistic::PerSecond, "http_reqs").finding, Finding::Worse);
}

TEST(Comparison, ASmallDifferenceIsNoFindingHoweverSure) {
    Random random(5);
    const Making steady{.wander = 0.001, .runToRun = 0.001};
    Making slower = steady;
    slower.median *= 1.03;
    const auto history = madeRuns(steady, 10, random);
    const ComparedRow row =
        rowOf(compareOne(madeRun(steady, random), madeRun(slower, random), history), Statistic::P50);
    EXPECT_LT(row.adjusted, 0.01) << "sure";
    EXPECT_EQ(row.finding, Finding::NoDifference);
}

TEST(Comparison, MoreFailedRequestsAreFoundFromNoneOn) {
    Random random(6);
    const auto history = madeRuns({}, 10, random);
    const Comparison found = compareOne(madeRun({}, random), madeRun({.failedShare = 0.01}, random), history);
    const ComparedRow row = rowOf(found, Statistic::Share, "http_req_failed");
    EXPECT_EQ(row.finding, Finding::Worse);
    EXPECT_NEAR(row.effect, 0.01, 0.002) << "a difference, no ratio";
}

TEST(Comparison, WithoutOtherRunsItIsAnIndication) {
    Random random(7);
    const Comparison found = compareOne(madeRun({}, random), madeRun({.median = 30}, random));
    EXPECT_FALSE(found.knowsRunToRun);
    EXPECT_EQ(rowOf(found, Statistic::P50).finding, Finding::Worse);
}

TEST(Comparison, NoisyRunsNeedMoreOfThem) {
    Random random(8);
    const Making noisy{.runToRun = 0.3};
    const auto history = madeRuns(noisy, 8, random);
    const Comparison found = compareOne(madeRun(noisy, random), madeRun(noisy, random), history);
    EXPECT_EQ(rowOf(found, Statistic::P50).finding, Finding::NeedsMoreRuns);
}

TEST(Comparison, SeveralRunsASideKnowTheirNoiseThemselves) {
    Random random(9);
    const auto before = madeRuns({}, 5, random);
    const auto after = madeRuns({.median = 24}, 5, random);
    const Comparison found = compare(before, after, {}, {});
    EXPECT_TRUE(found.knowsRunToRun);
    EXPECT_EQ(rowOf(found, Statistic::P50).finding, Finding::Worse);
}

TEST(Comparison, ChangesBetweenBuildsInTheHistoryAreNoNoise) {
    Random random(10);
    std::vector<MeasuredRun> history;
    for (int build = 0; build < 6; ++build) {
        const Making making{.median = 20.0 + 5 * build, .build = std::to_string(build)};
        const auto runs = madeRuns(making, 3, random);
        history.insert(history.end(), runs.begin(), runs.end());
    }
    const Comparison found = compareOne(madeRun({}, random), madeRun({.median = 24}, random), history);
    EXPECT_EQ(rowOf(found, Statistic::P50).finding, Finding::Worse);
}

// As when every commit is built and run once: most change nothing, one changes much.
TEST(Comparison, BuildsThatRanOnceTellByTheirDifferences) {
    Random random(15);
    std::vector<MeasuredRun> history;
    for (int build = 0; build < 16; ++build) {
        history.push_back(
            madeRun({.median = build < 8 ? 20.0 : 40.0, .build = std::to_string(build)}, random));
    }
    const Comparison slower = compareOne(madeRun({}, random), madeRun({.median = 26}, random), history);
    EXPECT_TRUE(slower.knowsRunToRun);
    EXPECT_EQ(rowOf(slower, Statistic::P50).finding, Finding::Worse);
    const Comparison same = compareOne(madeRun({}, random), madeRun({}, random), history);
    EXPECT_FALSE(saysWorse(same));
}

TEST(Comparison, WhatOneSideLacksIsNotComparable) {
    Random random(11);
    const MeasuredRun before = madeRun({}, random);
    MeasuredRun after = madeRun({}, random);
    after.series.erase(after.series.begin());
    const ComparedRow row = rowOf(compareOne(before, after, madeRuns({}, 5, random)), Statistic::P99);
    EXPECT_EQ(row.finding, Finding::NotComparable);
    EXPECT_GT(row.before, 0);
    EXPECT_EQ(row.after, 0);
}

TEST(Comparison, AFewSamplesAreNotComparable) {
    Random random(12);
    const Making few{.seconds = 16, .perSecond = 1};
    EXPECT_THAT(compareOne(madeRun(few, random), madeRun(few, random)).rows,
                Each(Field(&ComparedRow::finding, Finding::NotComparable)));
}

TEST(Comparison, TheSameRunsGiveTheSameAnswer) {
    Random random(13);
    const MeasuredRun before = madeRun({}, random);
    const MeasuredRun after = madeRun({}, random);
    EXPECT_EQ(rowOf(compareOne(before, after), Statistic::P99).high,
              rowOf(compareOne(before, after), Statistic::P99).high);
}

// Runs of one program, with correlated seconds and noise from run to run: at most one in twenty says that
// something got worse anywhere. The seed makes it one answer; over many seeds it is less.
TEST(Comparison, TwoRunsOfOneProgramSeldomDiffer) {
    Random random(14);
    const Making making{.seconds = 60, .perSecond = 60};
    const auto history = madeRuns(making, 15, random);
    int alarms = 0;
    constexpr int kPairs = 100;
    for (int pair = 0; pair < kPairs; ++pair) {
        alarms += saysWorse(compareOne(madeRun(making, random), madeRun(making, random), history)) ? 1 : 0;
    }
    EXPECT_LE(alarms, kPairs / 20);
}

} // namespace
} // namespace bw::analysis
