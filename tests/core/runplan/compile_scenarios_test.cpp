#include "tests/core/runplan/plan_text.h"

#include <gmock/gmock.h>

namespace bw::runplan {
namespace {

using namespace std::chrono_literals;
using testing::ElementsAre;

const std::string kTwo =
    R"("first": {"executor": "constant-vus", "flow": "main", "vus": 3, "duration": "10s"},
    "second": {"executor": "constant-arrival-rate", "flow": "main", "rate": 10, "duration": "20s",
               "preAllocatedVUs": 2, "maxVUs": 4, "startTime": "5s", "gracefulStop": "3s"})";

PlanText scenarios(const std::string& text) {
    PlanText plan;
    plan.scenarios = text;
    return plan;
}

TEST(CompileScenarios, allRunUnlessSomeAreChosen) {
    auto all = compiled(scenarios(kTwo));
    ASSERT_TRUE(all);
    ASSERT_EQ((*all)->scenarios.size(), 2u);
    EXPECT_EQ((*all)->maxVus, 7u);
    EXPECT_EQ((*all)->scenarios[0].firstVu, 1u);
    EXPECT_EQ((*all)->scenarios[1].firstVu, 4u);

    CompileOptions options;
    options.scenarios = {"second"};
    auto one = compiled(scenarios(kTwo), options);
    ASSERT_TRUE(one);
    ASSERT_EQ((*one)->scenarios.size(), 1u);
    EXPECT_EQ((*one)->scenarios[0].name, "second");

    options.scenarios = {"secnd"};
    EXPECT_THAT(told(compiled(scenarios(kTwo), options)),
                ElementsAre(line(CompileErrorKind::NoSuchScenario, "scenarios", "secnd", "second")));
}

TEST(CompileScenarios, durationAndVusFitEachExecutor) {
    CompileOptions options;
    options.duration = 40s;
    options.vus = 9;
    const auto result = compiled(scenarios(kTwo + R"(,
        "ramp": {"executor": "ramping-vus", "flow": "main", "startVUs": 2,
                 "stages": [{"duration": "1s", "target": 4}, {"duration": "3s", "target": 6}]})"),
                                 options);
    ASSERT_TRUE(result) << told(result).front();
    for (const Scenario& scenario : (*result)->scenarios) {
        EXPECT_EQ(scenario.load.duration(), 40s) << scenario.name;
        EXPECT_EQ(scenario.load.maxVus(), 9u) << scenario.name;
    }
    const LoadShape& ramp = (*result)->scenarios[2].load;
    EXPECT_EQ(ramp.vusAt(0s), 3u);  // a third of the peak, as before
    EXPECT_EQ(ramp.vusAt(10s), 6u); // a quarter of the time, as before
}

TEST(CompileScenarios, overridesThatDoNotFitAreTold) {
    CompileOptions options;
    options.vus = 5;
    EXPECT_THAT(told(compiled(scenarios(R"("few": {"executor": "shared-iterations", "flow": "main", "vus": 1,
                                                   "iterations": 4})"),
                              options)),
                ElementsAre(line(CompileErrorKind::CannotScale, "scenarios.few", "few")));
}

TEST(CompileScenarios, timeScaleMultipliesTimesButNotRatesNorGrace) {
    CompileOptions options;
    options.timeScale = 0.1;
    const auto result = compiled(scenarios(kTwo), options);
    ASSERT_TRUE(result);
    const Scenario& second = (*result)->scenarios[1];
    EXPECT_EQ(second.startTime, 500ms);
    EXPECT_EQ(second.load.duration(), 2s);
    EXPECT_EQ(second.gracefulStop, 3s);
    EXPECT_DOUBLE_EQ(second.load.arrivalRateAt(1s), 10);
}

TEST(CompileScenarios, byHandThereMayBeAsMuchAsTheExecutorSays) {
    const auto plan = compiled(scenarios(R"(
        "live": {"executor": "externally-controlled", "flow": "main", "vus": 2, "maxVUs": 9, "duration": "1s"},
        "ramp": {"executor": "ramping-vus", "flow": "main", "startVUs": 1,
                 "stages": [{"duration": "1s", "target": 7}]},
        "rate": {"executor": "constant-arrival-rate", "flow": "main", "rate": 5, "duration": "1s",
                 "preAllocatedVUs": 1})"));
    ASSERT_TRUE(plan);
    const auto& live = (*plan)->scenarios[0].load;
    EXPECT_TRUE(live.isExternal());
    EXPECT_EQ(live.maxVus(), 9U);
    EXPECT_EQ(live.vusAt(Duration::zero()), 2U);
    EXPECT_EQ(live.byHand().least, -2);
    EXPECT_EQ(live.byHand().most, 7);
    EXPECT_FALSE((*plan)->scenarios[1].load.isExternal());
    EXPECT_EQ((*plan)->scenarios[1].load.byHand().least, -6); // the ramp ends as it reaches 7
    EXPECT_GT((*plan)->scenarios[2].load.byHand().most, 1000);
}

TEST(CompileScenarios, hostsAreReachedOnlyWhenPlanAndPersonNameThem) {
    PlanText plan;
    plan.top = R"("allowedHosts": ["staging.example"],)";
    CompileOptions options;
    EXPECT_TRUE((*compiled(plan, options))->allowed.names.empty());
    options.confirmedHosts = {"staging.example"};
    EXPECT_THAT((*compiled(plan, options))->allowed.names, ElementsAre("staging.example"));
    options.confirmedHosts = {"stagin.example"};
    EXPECT_THAT(told(compiled(plan, options)),
                ElementsAre(line(CompileErrorKind::NotAllowedByPlan, "allowedHosts", "stagin.example",
                                 "staging.example")));
}

} // namespace
} // namespace bw::runplan
