#include "core/expr/expression.h"
#include "core/expr/value_text.h"
#include "tests/support/expr_cases.h"

#include <gtest/gtest.h>

using namespace bw;
using namespace bw::expr;

namespace {

std::string shown(const Value& value) {
    const bool byName = value.isUndefined() || value.isNumber();
    return byName ? toText(value) : toJson(value);
}

// What a case gives: the value, "refused", or "fails at <the place's source>".
std::string outcome(std::string_view source, std::string_view body) {
    const auto expression = Expression::compile(source, test::exprScope());
    if (!expression) {
        return "refused";
    }
    Scratch scratch;
    Random random(1);
    const test::ExprResponse response(body);
    test::ExprFeeds feeds;
    Context context = test::exprContext(scratch, random, response, feeds);
    const auto value = expression->evaluate(context);
    // The same when the body's structure is found once for all of them.
    context.responseNumber = 7;
    for (int i = 0; i < 3; ++i) {
        const auto again = expression->evaluate(context);
        EXPECT_EQ(again.has_value(), value.has_value()) << source;
        EXPECT_TRUE(!again || !value || shown(*again) == shown(*value)) << source;
    }
    if (!value) {
        EXPECT_EQ(source.substr(value.error().offset, value.error().length), value.error().subject);
        return "fails at " + value.error().subject;
    }
    EXPECT_EQ(expression->test(context).value(), isTruthy(*value)) << source;
    return shown(*value);
}

std::vector<Problem> problems(std::string_view source) {
    const auto expression = Expression::compile(source, test::exprScope());
    return expression ? std::vector<Problem>() : expression.error();
}

std::string repeated(std::string_view part, int count) {
    std::string text;
    for (int i = 0; i < count; ++i) {
        text += part;
    }
    return text;
}

} // namespace

TEST(Expression, evaluatesTheTable) {
    for (const test::ExprCase& c : test::kExprCases) {
        EXPECT_EQ(outcome(c.source, c.body.value_or(test::kExprBody)), c.expected) << c.source;
    }
}

TEST(Expression, aBrokenBodyIsMissingHoweverOftenItIsAsked) {
    for (const std::string_view body :
         {"{a:1}", "{\"x\" 1}", "{\"x\":1,", "[1,,2]", "{", "[", "{\"x\":[1,2}", "nul", "\"half"}) {
        EXPECT_EQ(outcome("exists(json('$.x.y')) || exists(json('$.b')) || exists(json('$[3]'))", body),
                  "false")
            << body;
    }
}

TEST(Expression, saysWhatIsWrongAndWhere) {
    for (const test::ExprProblemCase& c : test::kExprProblemCases) {
        const auto found = problems(c.source);
        ASSERT_GE(found.size(), 1U) << c.source;
        EXPECT_EQ(static_cast<int>(found[0].kind), static_cast<int>(c.kind)) << c.source;
        EXPECT_EQ(c.source.substr(found[0].offset, found[0].length), c.at) << c.source;
        EXPECT_EQ(found[0].suggestion, c.suggestion) << c.source;
    }
}

TEST(Expression, reportsEveryProblemInOrder) {
    const auto found = problems("statsu == 1 && lowr(tokn) == feed.users.x && json('a')");
    ASSERT_EQ(found.size(), 5U);
    EXPECT_EQ(found[0].subject, "statsu");
    EXPECT_EQ(found[1].subject, "lowr");
    EXPECT_EQ(found[2].subject, "tokn");
    EXPECT_EQ(found[3].subject, "users.x");
    EXPECT_EQ(found[4].kind, ProblemKind::BadJsonPath);
}

TEST(Expression, thePatternsOwnRemarkIsTheSubject) {
    EXPECT_EQ(problems("matches(body, 'a(b')").at(0).subject, "missing ): a(b");
}

TEST(Expression, foldsWhatIsConstant) {
    const Scope scope = test::exprScope();
    const auto folded = Expression::compile("fixed(1 + 2 * 3, 1) + upper('a')", scope);
    ASSERT_TRUE(folded->isConstant());
    EXPECT_EQ(folded->constant().asString(), "7.0A");
    EXPECT_FALSE(Expression::compile("1 + count", scope)->isConstant());
    EXPECT_FALSE(Expression::compile("random(1, 2)", scope)->isConstant());
    EXPECT_FALSE(Expression::compile("json('$.a')", scope)->isConstant());
    EXPECT_TRUE(Expression().isConstant());
    EXPECT_TRUE(Expression().constant().isUndefined());
}

TEST(Expression, tellsWhatItNeeds) {
    const Scope scope = test::exprScope();
    const Needs plain = Expression::compile("status == 201 && duration < 10", scope)->needs();
    EXPECT_TRUE(plain.response);
    EXPECT_FALSE(plain.body || plain.json || plain.headers || plain.cookies || plain.random);
    const Needs much =
        Expression::compile("token + count + token + feed.users.name + secret.API_TOKEN + json('$.a') + "
                            "header('a') + cookie('b') + uuid() + now",
                            scope)
            ->needs();
    EXPECT_EQ(much.slots, (std::vector{*scope.variable("token"), *scope.variable("count")}));
    EXPECT_EQ(much.feeds.size(), 1U);
    EXPECT_EQ(much.secrets.size(), 1U);
    EXPECT_TRUE(much.body && much.json && much.headers && much.cookies && much.random && much.now);
    EXPECT_TRUE(Expression::compile("between('a', 'b')", scope)->needs().body);
    EXPECT_TRUE(Expression::compile("body == ''", scope)->needs().body);
    EXPECT_FALSE(Expression::compile("vu + iteration", scope)->needs().response);
}

TEST(Expression, whatIsNotThereIsUndefined) {
    Scratch scratch;
    Random random(1);
    Context context(scratch, random);
    for (const char* source :
         {"status", "body", "error", "token", "feed.users.name", "secret.API_TOKEN", "json('$.a')",
          "header('a')", "cookie('a')", "capture('a')", "between('a', 'b')"}) {
        const auto value = Expression::compile(source, test::exprScope())->evaluate(context);
        EXPECT_TRUE(value.value().isUndefined()) << source;
    }
    EXPECT_FALSE(Expression::compile("exists(json('$.a'))", test::exprScope())->test(context).value());
}

TEST(Expression, chanceRepeatsFromTheSeed) {
    Scratch scratch;
    const auto expression = Expression::compile(
        "random(0, 10) + '|' + randomInt(1, 6) + '|' + oneOf('a', 'b', 'c') + '|' + uuid()",
        test::exprScope());
    std::vector<std::string> runs;
    for (const std::uint64_t seed : {1, 1, 2}) {
        Random random(seed);
        Context context(scratch, random);
        runs.push_back(toText(expression->evaluate(context).value()));
    }
    EXPECT_EQ(runs[0], runs[1]);
    EXPECT_NE(runs[0], runs[2]);
}

TEST(Expression, drawsAllOfARangeAndNothingElse) {
    Scratch scratch;
    Random random(5);
    Context context(scratch, random);
    const auto dice = Expression::compile("randomInt(1, 6)", test::exprScope());
    const auto coin = Expression::compile("oneOf(0, 1)", test::exprScope());
    std::array<int, 7> seen{};
    std::array<int, 2> sides{};
    for (int i = 0; i < 6000; ++i) {
        ++seen.at(static_cast<std::size_t>(dice->evaluate(context)->asNumber()));
        ++sides.at(static_cast<std::size_t>(coin->evaluate(context)->asNumber()));
    }
    EXPECT_EQ(seen[0], 0);
    for (int face = 1; face <= 6; ++face) {
        EXPECT_GT(seen.at(static_cast<std::size_t>(face)), 800);
    }
    EXPECT_GT(sides[0], 2700);
    EXPECT_GT(sides[1], 2700);
}

TEST(ExpressionBounds, depthAndLength) {
    EXPECT_EQ(problems(repeated("(", 5000)).at(0).kind, ProblemKind::TooDeep);
    EXPECT_EQ(problems(repeated("!", 5000) + "1").at(0).kind, ProblemKind::TooDeep);
    EXPECT_EQ(problems(repeated("1?", 5000)).at(0).kind, ProblemKind::TooDeep);
    EXPECT_EQ(problems(repeated("lower(", 5000)).at(0).kind, ProblemKind::TooDeep);
    EXPECT_EQ(problems("count" + repeated("+count", 5000)).at(0).kind, ProblemKind::TooDeep);
    EXPECT_TRUE(problems("count" + repeated("+count", 150)).empty());
    EXPECT_TRUE(problems(repeated("(", 150) + "1" + repeated(")", 150)).empty());
    EXPECT_EQ(problems(std::string(70'000, ' ') + "1").at(0).kind, ProblemKind::TooLong);
    EXPECT_TRUE(problems("1" + repeated("+1", 30'000)).empty()); // folds as it goes
    EXPECT_EQ(problems(repeated("matches(body, 'x') || ", 40) + "true").at(0).kind,
              ProblemKind::TooManyPatterns);
    EXPECT_TRUE(problems("oneOf(1" + repeated(",1", 20'000) + ")").empty());
}

TEST(ExpressionBounds, textsDoNotGrowWithoutEnd) {
    Scratch scratch;
    Random random(1);
    Context context(scratch, random);
    const std::vector<Value> slots = {Value::string(std::string(5'000'000, 'x')),
                                      Value::string(std::string(5'600'000, '%'))};
    context.slots = slots;
    Scope scope;
    scope.addVariable("big");
    scope.addVariable("percents");
    for (const char* source :
         {"big + big + big + big", "urlEncode(percents)", "base64(big + big + big)",
          "length(big + 'a') + length(big + 'b') + length(big + 'c') + length(big + 'd') + "
          "length(big + 'e') + length(big + 'f') + length(big + 'g')"}) {
        const auto value = Expression::compile(source, scope)->evaluate(context);
        ASSERT_FALSE(value.has_value()) << source;
        EXPECT_EQ(value.error().kind, EvalErrorKind::TooLarge);
    }
    EXPECT_EQ(Expression::compile("length(big + big + big)", scope)->evaluate(context)->asNumber(),
              15'000'000);
}

TEST(ExpressionBounds, hostileBodies) {
    const auto big = Expression::compile("json('$')", test::exprScope());
    const auto first = Expression::compile("exists(json('$[0]'))", test::exprScope());
    Scratch scratch;
    Random random(1);
    Context context(scratch, random);
    const std::string deep(1'000'000, '[');
    const test::ExprResponse deepResponse(deep);
    context.response = &deepResponse;
    EXPECT_FALSE(big->evaluate(context).value_or(Value()).isArray());
    EXPECT_TRUE(first->evaluate(context).has_value());
    const std::string wide = "[" + repeated("0,", 1'100'000) + "0]";
    const test::ExprResponse wideResponse(wide);
    context.response = &wideResponse;
    EXPECT_EQ(big->evaluate(context).error().kind, EvalErrorKind::TooLarge);
    EXPECT_TRUE(first->test(context).value());
    const std::string huge(17'000'000, ' ');
    const test::ExprResponse hugeResponse(huge);
    context.response = &hugeResponse;
    EXPECT_EQ(big->evaluate(context).error().kind, EvalErrorKind::TooLarge);
}

TEST(ExpressionBounds, patternsAreLinear) {
    Scratch scratch;
    Random random(1);
    Context context(scratch, random);
    const std::string body(300'000, 'a');
    const test::ExprResponse response(body);
    context.response = &response;
    EXPECT_FALSE(Expression::compile("matches(body, '(a|aa)+[bc]')", Scope())->test(context).value());
    EXPECT_EQ(problems("matches(body, '((a{1000}){1000}){1000}')").at(0).kind, ProblemKind::BadPattern);
}
