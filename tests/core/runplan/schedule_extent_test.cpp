#include "core/runplan/schedule_extent.h"
#include "tests/core/runplan/scenarios.h"

#include <gtest/gtest.h>

namespace bw::runplan {
namespace {

TEST(Extent, DurationIsWhatTheExecutorSays) {
    EXPECT_EQ(scenarioDuration(constantVus(1, 10s)), 10s);
    EXPECT_EQ(scenarioDuration(rampingVus(1, {{2, 3s}, {5, 0s}, {1, 4s}})), 7s);
    EXPECT_EQ(scenarioDuration(constantRate(1, 1s, 5s)), 5s);
    EXPECT_EQ(scenarioDuration(rampingRate(1, 1s, {{2, 3s}, {5, 1s}})), 4s);
    EXPECT_EQ(scenarioDuration(scenarioOf(testplan::PerVuIterations{1, 1, {9s, {}}})), 9s);
    EXPECT_EQ(scenarioDuration(scenarioOf(testplan::SharedIterations{1, 1, {8s, {}}})), 8s);
    EXPECT_EQ(scenarioDuration(scenarioOf(testplan::ExternallyControlled{1, 2, {7s, {}}})), 7s);
    EXPECT_EQ(maxDuration(scenarioOf(testplan::ConstantVus{1, {7s, {}}}, 3s)), 10s);
}

TEST(Extent, MaxVusIsTheHighestTarget) {
    EXPECT_EQ(maxVus(constantVus(3, 1s)), 3u);
    EXPECT_EQ(maxVus(rampingVus(4, {{2, 3s}, {50, 1s}, {1, 4s}})), 50u);
    EXPECT_EQ(maxVus(rampingVus(4, {{2, 3s}})), 4u);
    EXPECT_EQ(maxVus(constantRate(10, 1s, 1s)), 20u);
    EXPECT_EQ(maxVus(scenarioOf(testplan::ExternallyControlled{1, 200, {7s, {}}})), 200u);
}

TEST(Scaled, TouchesTimesButNeverRatesOrGraces) {
    auto load = rampingRate(100, 1s, {{200, 60s}, {300, 0s}});
    load.startTime = {20min, "20m"};
    std::get<testplan::RampingArrivalRate>(load.executor).stages[0].duration.text = "60s";
    const auto quick = scaled(load, 0.02);
    EXPECT_EQ(quick.startTime, (testplan::DurationText{24s, "24s"}));
    const auto& executor = std::get<testplan::RampingArrivalRate>(quick.executor);
    EXPECT_EQ(executor.stages[0].duration, (testplan::DurationText{1200ms, "1.2s"}));
    EXPECT_EQ(executor.stages[1].duration.value, 0s);
    EXPECT_EQ(executor.stages[0].target, 200);
    EXPECT_EQ(executor.startRate, 100);
    EXPECT_EQ(executor.timeUnit.value, 1s);
    EXPECT_EQ(quick.gracefulStop.value, 30s);
}

TEST(Scaled, ScalesEveryExecutorsDuration) {
    EXPECT_EQ(scenarioDuration(scaled(constantVus(1, 10s), 0.5)), 5s);
    EXPECT_EQ(scenarioDuration(scaled(constantRate(1, 1s, 10s), 2)), 20s);
    EXPECT_EQ(scenarioDuration(scaled(scenarioOf(testplan::PerVuIterations{1, 1, {9s, {}}}), 1e-20)), 1ns);
    EXPECT_EQ(scenarioDuration(scaled(scenarioOf(testplan::SharedIterations{1, 1, {9s, {}}}), 1e20)),
              Duration::max());
    const auto ramp = scaled(rampingVus(1, {{9, 10s}}, 30s), 0.1);
    EXPECT_EQ(std::get<testplan::RampingVus>(ramp.executor).gracefulRampDown.value, 30s);
    EXPECT_EQ(scenarioDuration(ramp), 1s);
}

} // namespace
} // namespace bw::runplan
