#include "ui/designer/load/load_edits.h"

#include <gtest/gtest.h>

namespace bw::designer {
namespace {

using namespace std::chrono_literals;
using namespace testplan;

Scenario ramp() {
    RampingVus load;
    load.startVUs = 0;
    load.stages = {
        {DurationText::from("1m"), 100}, {DurationText::from("2m"), 100}, {DurationText::from("1m"), 0}};
    Scenario scenario;
    scenario.name = "open";
    scenario.executor = load;
    return scenario;
}

const std::vector<Stage>& stagesOf(const Scenario& scenario) {
    return std::get<RampingVus>(scenario.executor).stages;
}

std::vector<std::string> durations(const Scenario& scenario) {
    std::vector<std::string> texts;
    for (const Stage& stage : stagesOf(scenario)) {
        texts.push_back(stage.duration.text);
    }
    return texts;
}

using Texts = std::vector<std::string>;

TEST(LoadEdits, PointsAreTheBeginningAndTheEndOfEveryStage) {
    EXPECT_EQ(loadPoints(ramp()), (std::vector<LoadPoint>{{0s, 0}, {1min, 100}, {3min, 100}, {4min, 0}}));
    Scenario constant;
    constant.executor = ConstantVus{5, DurationText::from("30s")};
    EXPECT_EQ(loadPoints(constant), (std::vector<LoadPoint>{{0s, 5}, {30s, 5}}));
}

TEST(LoadEdits, APointThatMovesLeavesItsNeighboursWhereTheyAre) {
    Scenario scenario = ramp();
    movePoint(scenario, {.point = 1, .at = 90s, .level = 150});
    EXPECT_EQ(durations(scenario), (Texts{"1m30s", "1m30s", "1m"}));
    EXPECT_EQ(stagesOf(scenario)[0].target, 150);
    movePoint(scenario, {.point = 1, .at = 10min, .level = {}});
    EXPECT_EQ(durations(scenario), (Texts{"3m", "0s", "1m"})) << "not beyond the next";
    movePoint(scenario, {.point = 2, .at = 1min, .level = {}});
    EXPECT_EQ(durations(scenario), (Texts{"3m", "0s", "1m"})) << "not before the last";
}

TEST(LoadEdits, LaterPointsFollowWhenAsked) {
    Scenario scenario = ramp();
    movePoint(scenario, {.point = 1, .at = 2min, .level = {}, .later = Later::Follow});
    EXPECT_EQ(durations(scenario), (Texts{"2m", "2m", "1m"}));
}

TEST(LoadEdits, TheLastPointMakesTheScenarioLonger) {
    Scenario scenario = ramp();
    movePoint(scenario, {.point = 3, .at = 10min, .level = {}});
    EXPECT_EQ(durations(scenario), (Texts{"1m", "2m", "7m"}));
}

TEST(LoadEdits, AStageIsSplitOrAddedBehindTheLast) {
    Scenario scenario = ramp();
    EXPECT_EQ(addPoint(scenario, 2min, 300), 2);
    EXPECT_EQ(durations(scenario), (Texts{"1m", "1m", "1m", "1m"}));
    EXPECT_EQ(stagesOf(scenario)[1].target, 300);
    EXPECT_EQ(addPoint(scenario, 5min, 7), 5);
    EXPECT_EQ(durations(scenario).back(), "1m");
}

TEST(LoadEdits, TheTimeOfAStageThatGoesIsTheNextOnes) {
    Scenario scenario = ramp();
    EXPECT_TRUE(removePoint(scenario, 1));
    EXPECT_EQ(durations(scenario), (Texts{"3m", "1m"}));
    EXPECT_FALSE(removePoint(scenario, 0)) << "the beginning stays";
    EXPECT_TRUE(removePoint(scenario, 2));
    EXPECT_FALSE(removePoint(scenario, 1)) << "one stage stays";
}

TEST(LoadEdits, RatesAreASecondWhateverTheTimeUnit) {
    ConstantArrivalRate load;
    load.rate = 600;
    load.timeUnit = DurationText::from("1m");
    load.duration = DurationText::from("1m");
    Scenario scenario;
    scenario.executor = load;
    EXPECT_EQ(loadUnit(scenario), LoadUnit::Rate);
    EXPECT_DOUBLE_EQ(loadPoints(scenario).front().level, 10);
    movePoint(scenario, {.point = 1, .at = 90s, .level = 20});
    const auto& moved = std::get<ConstantArrivalRate>(scenario.executor);
    EXPECT_EQ(moved.rate, 1200);
    EXPECT_EQ(moved.duration.text, "1m30s");
}

TEST(LoadEdits, AStartAtTheBeginningIsNotWritten) {
    Scenario scenario = ramp();
    moveStart(scenario, 90s);
    EXPECT_EQ(scenario.startTime.text, "1m30s");
    moveStart(scenario, -5s);
    EXPECT_FALSE(scenario.startTime.isWritten());
}

} // namespace
} // namespace bw::designer
