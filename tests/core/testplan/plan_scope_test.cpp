#include "core/expr/scope.h"
#include "core/testplan/parse.h"
#include "core/testplan/plan_scope.h"
#include "tests/core/testplan/base_plan.h"

#include <gmock/gmock.h>

namespace bw::testplan {
namespace {

TEST(PlanScope, KnowsEveryNameOfThePlan) {
    const std::string text = changedPlan(
        R"({"think": "100ms..2s"})",
        R"({"loop": {"over": [1], "as": "item", "steps": [{"http": {"url": "${baseUrl}/", "extract": {"inner": "status"}}}]}})");
    const ParseOutcome outcome = parse(text);
    ASSERT_TRUE(outcome.ok());
    const expr::Scope scope = scopeOf(*outcome.plan);
    EXPECT_THAT(scope.variables(),
                testing::UnorderedElementsAre("baseUrl", "limit", "token", "item", "inner"));
    EXPECT_THAT(scope.feeds(), testing::ElementsAre("users"));
    EXPECT_THAT(scope.secrets(), testing::ElementsAre("API_TOKEN"));
}

TEST(PlanScope, VariablesOfOneScenarioAreKnown) {
    const ParseOutcome outcome =
        parse(changedPlan(R"("iterations": 4)", R"("iterations": 4, "env": {"speed": "${limit}"})"));
    ASSERT_TRUE(outcome.ok());
    EXPECT_TRUE(scopeOf(*outcome.plan).variable("speed").has_value());
}

} // namespace
} // namespace bw::testplan
