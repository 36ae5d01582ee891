#include "core/base/file.h"
#include "core/testplan/json_reader.h"
#include "core/testplan/parse.h"
#include "tests/core/testplan/base_plan.h"
#include "ui/format/problem_text.h"

#include <gtest/gtest.h>
#include <ostream>

namespace bw::format {
namespace {

using testplan::changedPlan;
using testplan::Problem;
using testplan::ProblemKind;

struct Said {
    std::string_view from;
    std::string_view to;
    std::string_view text;
};

void PrintTo(const Said& said, std::ostream* out) {
    *out << said.to;
}

class ProblemText : public testing::TestWithParam<Said> {};

TEST_P(ProblemText, SaysPlaceAndReason) {
    const auto outcome = testplan::parse(changedPlan(GetParam().from, GetParam().to));
    ASSERT_FALSE(outcome.problems.empty());
    EXPECT_EQ(problemText(outcome.problems.front()).toStdString(), GetParam().text);
}

INSTANTIATE_TEST_SUITE_P(
    All, ProblemText,
    testing::Values(
        Said{R"("duration": "2m")", R"("duration": "5x")",
             R"(scenarios.market_open.stages[1].duration: "5x" is not a duration)"},
        Said{
            R"("flow": "order_placement")", R"("flow": "order_placment")",
            R"(scenarios.market_open.flow: there is no flow "order_placment"; did you mean "order_placement"?)"},
        Said{R"("executor": "ramping-vus")", R"("executor": "ramping-vu")",
             R"(scenarios.market_open.executor: "ramping-vu" is not known; did you mean "ramping-vus"?)"},
        Said{R"("bellwether": 1)", R"("bellwether": 2)",
             "bellwether: the plan's format is version 2, which is newer than this program's version 1; use "
             "a newer "
             "Bellwether"},
        Said{R"("name": "base")", R"("nmae": "base")",
             R"(nmae: there is no option "nmae"; did you mean "name"?)"},
        Said{R"("name": "base")", R"("name": 5)", "name: expected string, found number"},
        Said{
            R"("duration < 10")", R"("durtion < 10")",
            R"(flows.order_placement.steps[0].http.checks["is < 10ms"]: there is no name "durtion"; did you mean "duration"?)"},
        Said{
            R"("p(99)<10")", R"("p(99)<10ms")",
            R"(thresholds["http_req_duration{name:order}"][0]: "10ms" is not a number; thresholds have no units)"},
        Said{
            R"("p(99)<10")", R"("count<10")",
            R"(thresholds["http_req_duration{name:order}"][0]: this metric has no count; it has avg, min, max, med, p(N))"},
        Said{R"("rate": 10)", R"("rate": 0)", "scenarios.stress.rate: 0 is out of range; it must be >= 1"},
        Said{R"("rate": 10, )", "", R"(scenarios.stress.rate: "rate" is missing)"},
        Said{R"("name": "base",)", R"("name": "base" "x": 1,)",
             R"(line 3, column 16: a comma or a closing bracket should stand here, not """)"}));

TEST(ProblemSentence, HasWordsForEveryKind) {
    for (int kind = 0; kind <= static_cast<int>(ProblemKind::FileNotRead); ++kind) {
        Problem problem;
        problem.kind = static_cast<ProblemKind>(kind);
        if (problem.kind == ProblemKind::BadExpression || problem.kind == ProblemKind::BadTemplate) {
            problem.expression = expr::Problem{};
        }
        if (problem.kind == ProblemKind::JsonSyntax) {
            problem.code = static_cast<int>(testplan::JsonErrorKind::ExpectedValue);
        }
        EXPECT_FALSE(problemSentence(problem).isEmpty()) << kind;
    }
}

TEST(ProblemSentence, HasWordsForEveryExpressionProblem) {
    for (int kind = 0; kind <= static_cast<int>(expr::ProblemKind::BadJson); ++kind) {
        Problem problem;
        problem.kind = ProblemKind::BadExpression;
        problem.expression = expr::Problem{};
        problem.expression->kind = static_cast<expr::ProblemKind>(kind);
        EXPECT_FALSE(problemSentence(problem).isEmpty()) << kind;
    }
}

TEST(ProblemSentence, KeepsPercentSignsOfThePlan) {
    Problem problem;
    problem.kind = ProblemKind::NoSuchFlow;
    problem.place = "setup%1";
    problem.subject = "%1%2";
    problem.suggestion = "%3";
    EXPECT_EQ(problemText(problem).toStdString(), R"(setup%1: there is no flow "%1%2"; did you mean "%3"?)");
}

} // namespace
} // namespace bw::format
