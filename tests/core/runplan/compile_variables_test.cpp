#include "tests/core/runplan/plan_text.h"

#include <gmock/gmock.h>

namespace bw::runplan {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;

// What the plan sends as its URL, once its variables are known: the step's first header carries a template.
std::string valueOf(const Compiled& compiled, const std::string& name) {
    if (!compiled) {
        return "not compiled";
    }
    const auto& step = std::get<HttpStep>((*compiled)->flows.back().steps.front().kind);
    expr::Scratch scratch;
    Random random(1);
    expr::Context context(scratch, random);
    context.slots = (*compiled)->initialSlots;
    context.secrets = (*compiled)->secrets;
    for (const HeaderField& field : step.headers) {
        std::string text;
        if (field.name == name && field.value.render(context, text)) {
            return text;
        }
    }
    return "no such header";
}

PlanText planWith(const std::string& top, const std::string& header) {
    PlanText plan;
    plan.top = top;
    plan.steps = R"({"http": {"url": "http://127.0.0.1/", "headers": {"X": ")" + header + R"("}}})";
    return plan;
}

TEST(CompileVariables, theCommandLineBeatsTheEnvironmentWhichBeatsThePlan) {
    const PlanText plan = planWith(R"("variables": {"a": "plan", "b": "plan", "c": "plan"},
        "environments": {"staging": {"b": "environment", "c": "environment"}},)",
                                   "${a} ${b} ${c}");
    EXPECT_EQ(valueOf(compiled(plan), "X"), "plan plan plan");
    CompileOptions options;
    options.environment = "staging";
    EXPECT_EQ(valueOf(compiled(plan, options), "X"), "plan environment environment");
    options.variables = {{"c", "command line"}};
    EXPECT_EQ(valueOf(compiled(plan, options), "X"), "plan environment command line");
}

TEST(CompileVariables, mayUseEachOtherInAnyOrder) {
    const PlanText plan = planWith(
        R"("variables": {"url": "${host}:${port}/${list}", "host": "h-${port}", "port": 80, "list": [1, "${port}"]},)",
        "${url}");
    EXPECT_EQ(valueOf(compiled(plan), "X"), "h-80:80/[1,80]");
}

TEST(CompileVariables, keepTheirTypes) {
    const PlanText plan = planWith(R"("variables": {"n": 3, "t": true, "s": "3", "same": "${n}"},)",
                                   "${n + 1} ${t ? 'yes' : 'no'} ${s + 1} ${same + 1}");
    EXPECT_EQ(valueOf(compiled(plan), "X"), "4 yes 31 4");
}

TEST(CompileVariables, fromTheCommandLineAreTakenLiterally) {
    CompileOptions options;
    options.variables = {{"a", "${secret.KEY} \"quoted\""}};
    EXPECT_EQ(valueOf(compiled(planWith(R"("variables": {"a": ""},)", "${a}"), options), "X"),
              "${secret.KEY} \"quoted\"");
}

TEST(CompileVariables, thatNeedThemselvesAreTold) {
    PlanText plan = planWith(R"("variables": {"a": "${b}", "b": "${c}", "c": "${a}"},)", "${a}");
    const auto result = compiled(plan);
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().front().kind, CompileErrorKind::CircularVariable);
    EXPECT_EQ(result.error().front().subject, "a");
}

TEST(CompileVariables, aChainOfAnyLengthEndsInAnAnswer) {
    std::string variables;
    for (int i = 0; i < 20'000; ++i) {
        const auto name = [](int number) { return "v" + std::to_string(100'000 + number); };
        variables += '"' + name(i) + R"(": "${)" + name(i + 1) + R"(}",)";
    }
    const PlanText plan = planWith(R"("variables": {)" + variables + R"("v120000": "end"},)", "${v100000}");
    const auto result = compiled(plan);
    // Longer than anybody means: told, not followed until the stack ends.
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().front().kind, CompileErrorKind::Evaluation);
}

TEST(CompileVariables, unknownNamesAreToldWithTheNearestOne) {
    const PlanText plan =
        planWith(R"("variables": {"baseUrl": ""}, "environments": {"staging": {}},)", "${baseUrl}");
    CompileOptions options;
    options.variables = {{"baseUrI", "x"}};
    options.environment = "stagin";
    EXPECT_THAT(told(compiled(plan, options)),
                ElementsAre(line(CompileErrorKind::NoSuchEnvironment, "", "stagin", "staging"),
                            line(CompileErrorKind::UnknownVariable, "", "baseUrI", "baseUrl")));
}

TEST(CompileVariables, whatCannotBeEvaluatedIsToldAtItsPlace) {
    const PlanText plan = planWith(R"("variables": {"a": "${missing + 1}", "missing": "${body}"},)", "${a}");
    EXPECT_FALSE(compiled(plan));
}

TEST(CompileVariables, ofAScenarioAreItsOwn) {
    PlanText plan = planWith(R"("variables": {"a": "plan"},)", "${a}");
    plan.scenarios = R"("one": {"executor": "per-vu-iterations", "flow": "main", "env": {"a": "own ${a}"}})";
    const auto result = compiled(plan);
    ASSERT_TRUE(result);
    ASSERT_EQ((*result)->scenarios.front().variables.size(), 1u);
    EXPECT_EQ((*result)->scenarios.front().variables.front().value.asString(), "own plan");
}

TEST(CompileSecrets, comeFromTheProgramsEnvironmentOrAreMissed) {
    const PlanText plan = planWith(R"("secrets": ["KEY", "OTHER"],)", "${secret.KEY}");
    CompileOptions options;
    options.secrets = {{"KEY", "k-value"}};
    EXPECT_THAT(told(compiled(plan, options)),
                ElementsAre(line(CompileErrorKind::MissingSecret, "secrets", "OTHER")));
    options.secrets.emplace_back("OTHER", "");
    EXPECT_EQ(valueOf(compiled(plan, options), "X"), "k-value");
}

TEST(CompileSecrets, areMaskedInEveryFormTheyTravelIn) {
    const PlanText plan = planWith(R"("secrets": ["SHORT", "LONG", "ODD", "NONE"],)", "");
    CompileOptions options;
    options.secrets = {{"SHORT", "abc"}, {"LONG", "abcdef"}, {"ODD", "p/w \"1\"&\n"}, {"NONE", ""}};
    const auto result = compiled(plan, options);
    ASSERT_TRUE(result);
    const RunPlan& run = **result;
    EXPECT_EQ(run.masked("nothing here"), "nothing here");
    EXPECT_EQ(run.masked("abc, abcdef, abcabc"), "******, ******, ************");
    EXPECT_EQ(run.masked("p/w \"1\"&\n"), "******");
    // In a URL, in a form, in JSON.
    EXPECT_EQ(run.masked("?q=p%2Fw%20%221%22%26%0A"), "?q=******");
    EXPECT_EQ(run.masked("q=p%2Fw+%221%22%26%0A"), "q=******");
    EXPECT_EQ(run.masked(R"({"q":"p/w \"1\"&\n"})"), R"({"q":"******"})");
}

} // namespace
} // namespace bw::runplan
