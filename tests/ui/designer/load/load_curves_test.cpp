#include "core/runplan/schedule_vus.h"
#include "ui/bridge/plan_state.h"
#include "ui/designer/load/load_curves.h"

#include <cmath>
#include <gtest/gtest.h>

namespace bw::designer {
namespace {

using namespace std::chrono_literals;
using namespace testplan;

TestPlan planWith(std::vector<Scenario> scenarios) {
    TestPlan plan = *bridge::readPlanState(bridge::newPlanText())->plan;
    plan.scenarios = std::move(scenarios);
    return plan;
}

Scenario named(const char* name, Executor executor, const char* start = "0s") {
    Scenario scenario;
    scenario.name = name;
    scenario.executor = std::move(executor);
    scenario.startTime = DurationText::from(start);
    return scenario;
}

RampingVus ramp() {
    RampingVus load;
    load.startVUs = 3;
    load.stages = {{DurationText::from("7s"), 11}, {DurationText::from("5s"), 2}};
    return load;
}

TEST(LoadCurves, AreTheEnginesOwnSchedule) {
    const Scenario scenario = named("a", ramp(), "2s");
    const LoadCurve curve(scenario, 0);
    const auto schedule = runplan::VuSchedule::active(scenario);
    for (auto at = 0ms; at < 12s; at += 37ms) {
        EXPECT_EQ(curve.levelAt(std::chrono::duration<double>(at + 2s).count()), schedule.count(at))
            << at.count() << " ms";
    }
    EXPECT_EQ(curve.levelAt(1.9), 0);
    EXPECT_EQ(curve.levelAt(14.1), 0);
    EXPECT_EQ(curve.peak(), 11);
}

TEST(LoadCurves, SayWhatThePlanAmountsTo) {
    ConstantArrivalRate rate;
    rate.rate = 100;
    rate.duration = DurationText::from("10s");
    rate.preAllocatedVUs = 5;
    rate.maxVUs = 50;
    SharedIterations shared;
    shared.vus = 2;
    shared.iterations = 30;
    shared.maxDuration = DurationText::from("20s");
    const LoadPicture picture =
        loadPicture(planWith({named("rate", rate), named("shared", shared), named("ramp", ramp(), "3s")}));
    EXPECT_EQ(picture.peakRate, 100);
    EXPECT_EQ(picture.peakVus, 13) << "the ramp's peak and the two beside it";
    EXPECT_EQ(picture.knownIterations, 1030u);
    EXPECT_TRUE(picture.hasUnknownIterations);
    EXPECT_DOUBLE_EQ(picture.seconds, 20);
    EXPECT_DOUBLE_EQ(picture.gracefulSeconds, 50);
    EXPECT_EQ(picture.mostVus, 50 + 2 + 11);
    EXPECT_GT(picture.generatorBytes, 15e6);
    EXPECT_DOUBLE_EQ(picture.totalAt(LoadUnit::Vus, 10), 13);
    EXPECT_TRUE(picture.find("shared")->endsWhenDone());
}

TEST(LoadCurves, TakeEveryPlanThatCanBeTyped) {
    RampingArrivalRate broken;
    broken.startRate = -5;
    broken.timeUnit = DurationText::from("0s");
    broken.stages = {{DurationText::from("-3s"), -1}, {DurationText::from("9000000h"), INT64_MAX}};
    ConstantVus most{INT64_MAX, DurationText::from("100000h")};
    const LoadPicture picture = loadPicture(
        planWith({named("broken", broken), named("most", most, "-1s"), named("none", RampingVus{})}));
    EXPECT_EQ(picture.curves.size(), 3u);
    EXPECT_TRUE(std::isfinite(picture.seconds));
    EXPECT_TRUE(std::isfinite(picture.totalAt(LoadUnit::Vus, 1)));
}

} // namespace
} // namespace bw::designer
