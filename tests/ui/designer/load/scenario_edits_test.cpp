#include "core/testplan/parse.h"
#include "core/testplan/write.h"
#include "ui/designer/load/load_options.h"
#include "ui/designer/load/scenario_edits.h"

#include <array>
#include <gtest/gtest.h>

namespace bw::designer {
namespace {

using namespace testplan;

constexpr std::array kExecutors = {"constant-vus",         "ramping-vus",       "constant-arrival-rate",
                                   "ramping-arrival-rate", "per-vu-iterations", "shared-iterations",
                                   "externally-controlled"};

TestPlan planWith(Executor executor) {
    TestPlan plan = *parse(R"({"bellwether": 1, "flows": {"f": {"steps": []}}, "scenarios": {}})").plan;
    Scenario scenario;
    scenario.name = "s";
    scenario.flow = "f";
    scenario.executor = std::move(executor);
    plan.scenarios.push_back(std::move(scenario));
    return plan;
}

bool isRight(const TestPlan& plan) {
    const ParseOutcome outcome = parse(write(plan));
    return outcome.ok() && outcome.problems.empty() && outcome.plan == plan;
}

TEST(ScenarioEdits, EveryExecutorBeginsValid) {
    for (const char* executor : kExecutors) {
        const Executor made = defaultExecutor(executor);
        EXPECT_STREQ(executorName(made), executor);
        EXPECT_TRUE(isRight(planWith(made))) << executor;
    }
}

TEST(ScenarioEdits, EveryExecutorBecomesEveryOtherAndStaysValid) {
    for (const char* from : kExecutors) {
        for (const char* to : kExecutors) {
            const Executor made = switchExecutor(defaultExecutor(from), to);
            EXPECT_STREQ(executorName(made), to);
            EXPECT_TRUE(isRight(planWith(made))) << from << " to " << to << write(planWith(made));
        }
    }
}

TEST(ScenarioEdits, AnotherExecutorKeepsWhatBothHave) {
    ConstantArrivalRate steady;
    steady.rate = 70;
    steady.timeUnit = DurationText::from("1m");
    steady.duration = DurationText::from("90s");
    steady.preAllocatedVUs = 5;
    steady.maxVUs = 9;
    const auto ramp = std::get<RampingArrivalRate>(switchExecutor(steady, "ramping-arrival-rate"));
    EXPECT_EQ(ramp.timeUnit, steady.timeUnit);
    EXPECT_EQ(ramp.preAllocatedVUs, 5);
    EXPECT_EQ(ramp.maxVUs, 9);
    ASSERT_EQ(ramp.stages.size(), 1u);
    EXPECT_EQ(ramp.stages.front().duration.text, "90s");
    EXPECT_EQ(ramp.stages.front().target, 70);
    const auto again = std::get<ConstantArrivalRate>(switchExecutor(ramp, "constant-arrival-rate"));
    EXPECT_EQ(again.rate, 70);
    EXPECT_EQ(again.duration.value, steady.duration.value);
}

TEST(ScenarioEdits, ARenamedScenarioTakesItsThresholdsAndBudgetsAlong) {
    TestPlan plan = planWith(defaultExecutor("constant-vus"));
    plan.thresholds.push_back(ThresholdGroup::from("http_req_duration{scenario:s,name:a}"));
    plan.thresholds.back().thresholds.push_back(ThresholdSpec::from("p(95)<10"));
    plan.thresholds.push_back(ThresholdGroup::from("http_req_duration{scenario:sss}"));
    BudgetSpec budget;
    budget.name = "b";
    RequestRow row;
    row.select = "scenario:s";
    row.tags = {{"scenario", "s"}};
    row.p95 = DurationText::from("1s");
    budget.rows.emplace_back(row);
    plan.budgets.push_back(budget);
    renameScenario(plan, "s", "other");
    EXPECT_NE(plan.findScenario("other"), nullptr);
    EXPECT_EQ(plan.thresholds[0].source, "http_req_duration{scenario:other,name:a}");
    EXPECT_EQ(plan.thresholds[0].selector, parseSelector(plan.thresholds[0].source).value());
    EXPECT_EQ(plan.thresholds[1].source, "http_req_duration{scenario:sss}");
    EXPECT_EQ(std::get<RequestRow>(plan.budgets[0].rows[0]).select, "scenario:other");
}

TEST(ScenarioEdits, NamesAreFreeAndChecked) {
    TestPlan plan = planWith(defaultExecutor("constant-vus"));
    EXPECT_EQ(addScenario(plan, "ramping-vus"), "scenario");
    EXPECT_EQ(addScenario(plan, "ramping-vus"), "scenario_2");
    EXPECT_EQ(duplicateScenario(plan, "s"), "s_copy");
    EXPECT_EQ(plan.scenarios[1].name, "s_copy") << "beside the one it was made from";
    EXPECT_EQ(duplicateScenario(plan, "s"), "s_copy_2");
    EXPECT_TRUE(checkNewName(plan, QStringLiteral("s"), QStringLiteral("s")).isEmpty());
    EXPECT_FALSE(checkNewName(plan, QStringLiteral("s"), QStringLiteral("s_copy")).isEmpty());
    EXPECT_FALSE(checkNewName(plan, QStringLiteral("s"), QStringLiteral("a b")).isEmpty());
    EXPECT_FALSE(checkNewName(plan, QStringLiteral("s"), QString()).isEmpty());
    EXPECT_TRUE(isRight(plan));
}

TEST(LoadOptions, ReadsAndWritesWhatTheExecutorHasAndNothingElse) {
    constexpr std::array kKeys = {"vus",         "startVUs",         "rate",
                                  "startRate",   "timeUnit",         "iterations",
                                  "duration",    "maxDuration",      "preAllocatedVUs",
                                  "maxVUs",      "gracefulRampDown", "startTime",
                                  "gracefulStop"};
    for (const char* executor : kExecutors) {
        Scenario scenario = planWith(defaultExecutor(executor)).scenarios.front();
        for (const char* key : kKeys) {
            if (!readOption(scenario, key)) {
                continue;
            }
            writeOption(scenario, key, QStringLiteral("7"));
            EXPECT_EQ(readOption(scenario, key), QStringLiteral("7")) << executor << ' ' << key;
            const QString byDefault = optionDefault(scenario, key);
            if (!byDefault.isEmpty() || std::string_view(key) == "maxVUs") {
                continue;
            }
            writeOption(scenario, key, QString::number(8));
            EXPECT_EQ(readOption(scenario, key), QStringLiteral("8"));
        }
        for (const char* key : kKeys) {
            if (readOption(scenario, key) && !optionDefault(scenario, key).isEmpty()) {
                writeOption(scenario, key, {});
                EXPECT_EQ(readOption(scenario, key), QString()) << executor << ' ' << key;
            }
        }
    }
}

TEST(LoadOptions, AWrittenDefaultStaysWritten) {
    TestPlan plan = planWith(defaultExecutor("ramping-vus"));
    writeOption(plan.scenarios[0], "gracefulStop", QStringLiteral("30s"));
    writeOption(plan.scenarios[0], "startVUs", QStringLiteral("1"));
    EXPECT_NE(write(plan).find("\"gracefulStop\": \"30s\""), std::string::npos);
    EXPECT_NE(write(plan).find("\"startVUs\": 1"), std::string::npos);
    writeOption(plan.scenarios[0], "gracefulStop", {});
    EXPECT_EQ(write(plan).find("gracefulStop"), std::string::npos);
}

TEST(LoadOptions, MaxVusFollowsUntilItIsWritten) {
    TestPlan plan = planWith(defaultExecutor("constant-arrival-rate"));
    Scenario& scenario = plan.scenarios[0];
    writeOption(scenario, "preAllocatedVUs", QStringLiteral("40"));
    EXPECT_EQ(std::get<ConstantArrivalRate>(scenario.executor).maxVUs, 40);
    EXPECT_EQ(readOption(scenario, "maxVUs"), QString());
    EXPECT_EQ(optionDefault(scenario, "maxVUs"), QStringLiteral("40"));
    writeOption(scenario, "maxVUs", QStringLiteral("90"));
    writeOption(scenario, "preAllocatedVUs", QStringLiteral("50"));
    EXPECT_EQ(std::get<ConstantArrivalRate>(scenario.executor).maxVUs, 90);
    writeOption(scenario, "maxVUs", {});
    EXPECT_EQ(std::get<ConstantArrivalRate>(scenario.executor).maxVUs, 50);
    EXPECT_TRUE(isRight(plan));
}

} // namespace
} // namespace bw::designer
