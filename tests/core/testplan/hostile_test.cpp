#include "core/testplan/json_reader.h"
#include "core/testplan/parse.h"
#include "tests/core/testplan/base_plan.h"

#include <gtest/gtest.h>
#include <ostream>

namespace bw::testplan {
namespace {

struct BadText {
    std::string text;
    JsonErrorKind kind;
    std::size_t line;
    std::size_t column;
};

void PrintTo(const BadText& bad, std::ostream* out) {
    *out << bad.text;
}

class NoJson : public testing::TestWithParam<BadText> {};

TEST_P(NoJson, IsToldWithLineAndColumn) {
    const ParseOutcome outcome = parse(GetParam().text);
    EXPECT_FALSE(outcome.plan.has_value());
    ASSERT_EQ(outcome.problems.size(), 1U);
    const Problem& problem = outcome.problems.front();
    EXPECT_EQ(problem.kind,
              GetParam().kind == JsonErrorKind::NotUtf8 ? ProblemKind::NotUtf8 : ProblemKind::JsonSyntax);
    EXPECT_EQ(static_cast<JsonErrorKind>(problem.code), GetParam().kind);
    EXPECT_EQ(problem.line, GetParam().line);
    EXPECT_EQ(problem.column, GetParam().column);
}

using enum JsonErrorKind;

INSTANTIATE_TEST_SUITE_P(
    All, NoJson,
    testing::Values(
        BadText{"", Empty, 1, 1}, BadText{" \n ", Empty, 1, 1}, BadText{"{", UnexpectedEnd, 1, 2},
        BadText{"{\"a\": ", UnexpectedEnd, 1, 7}, BadText{"{\"a\"", UnexpectedEnd, 1, 5},
        BadText{"{\"a", UnexpectedEnd, 1, 4}, BadText{"{\"a\": 1,}", TrailingComma, 1, 8},
        BadText{"[1,\n2,\n]", TrailingComma, 2, 2}, BadText{"{\"a\": 1\n // no\n}", Comment, 2, 2},
        BadText{"{'a': 1}", SingleQuotes, 1, 2}, BadText{"{a: 1}", ExpectedKey, 1, 2},
        BadText{"{\"a\" 1}", ExpectedColon, 1, 6}, BadText{"{\"a\": 1 \"b\": 2}", ExpectedCommaOrEnd, 1, 9},
        BadText{"{\"a\": tru}", ExpectedValue, 1, 7}, BadText{"{\"a\": NaN}", ExpectedValue, 1, 7},
        BadText{"{\"a\": 01}", BadNumber, 1, 7}, BadText{"{\"a\": 1.}", BadNumber, 1, 9},
        BadText{"{\"a\": +1}", ExpectedValue, 1, 7}, BadText{"{\"a\": \"\\x\"}", BadEscape, 1, 8},
        BadText{"{\"a\": \"\\u12g4\"}", BadEscape, 1, 8},
        BadText{"{\"a\": \"\\ud800\"}", LoneSurrogate, 1, 8},
        BadText{"{\"a\": \"\\ud800\\u0041\"}", LoneSurrogate, 1, 8},
        BadText{"{\"a\": \"b\nc\"}", ControlCharacter, 1, 9}, BadText{"{} {}", TextAfterEnd, 1, 4},
        BadText{"\xEF\xBB\xBF{}", ByteOrderMark, 1, 1}, BadText{"{\"a\": \"\xC3(\"}", NotUtf8, 1, 8},
        BadText{"{\"ä\": \"\xED\xA0\x80\"}", NotUtf8, 1, 8}, BadText{"{\"\xC0\xAF\": 1}", NotUtf8, 1, 3},
        BadText{std::string("{\"a\": \0}", 8), ExpectedValue, 1, 7}));

ProblemKind onlyKind(const std::string& text) {
    const ParseOutcome outcome = parse(text);
    EXPECT_FALSE(outcome.ok());
    return outcome.problems.empty() ? ProblemKind::Empty : outcome.problems.front().kind;
}

std::string repeated(std::string_view piece, std::size_t times) {
    std::string text;
    text.reserve(piece.size() * times);
    for (std::size_t i = 0; i < times; ++i) {
        text += piece;
    }
    return text;
}

TEST(HostilePlan, NestedTooDeepIsRefused) {
    EXPECT_EQ(onlyKind(repeated("[", 1'000'000)), ProblemKind::TooDeep);
    EXPECT_EQ(onlyKind(repeated("{\"a\":", 1'000'000)), ProblemKind::TooDeep);
}

TEST(HostilePlan, TooLargeIsRefusedUnread) {
    EXPECT_EQ(onlyKind(std::string(kMaxPlanBytes + 1, ' ')), ProblemKind::TooLarge);
}

TEST(HostilePlan, TooManyValuesAreRefused) {
    EXPECT_EQ(onlyKind("[" + repeated("0,", kMaxPlanValues) + "0]"), ProblemKind::TooManyValues);
}

TEST(HostilePlan, ProblemsEndAtALimit) {
    const ParseOutcome outcome = parse(R"({"bellwether": 1, "flows": {}, "scenarios": {}, )" +
                                       repeated(R"("x": 1, )", 300'000) + R"("y": 1})");
    EXPECT_EQ(outcome.problems.size(), kMaxProblems + 2) << "and the warning that nothing runs";
    EXPECT_EQ(outcome.problems.back().kind, ProblemKind::TooManyProblems);
}

TEST(HostilePlan, AnythingButAnObjectIsTold) {
    for (const std::string text : {"[]", "1", "\"plan\"", "null", "true"}) {
        EXPECT_EQ(onlyKind(text), ProblemKind::WrongType) << text;
    }
}

TEST(HostilePlan, EveryTruncationIsAnErrorAndNoCrash) {
    for (std::size_t size = 0; size + 2 < kBasePlan.size(); size += 3) {
        EXPECT_FALSE(parse(kBasePlan.substr(0, size)).plan.has_value());
    }
}

TEST(HostilePlan, AnyValueOfAnyTypeAnywhereIsAnswered) {
    // Each value of the base plan in turn becomes another type.
    for (std::size_t at = 0; at < kBasePlan.size(); ++at) {
        if (kBasePlan[at] != ':' || kBasePlan.substr(at, 2) != ": ") {
            continue;
        }
        for (const std::string_view other :
             {"null, \"x\": ", "[], \"x\": ", "{}, \"x\": ", "1e999, \"x\": "}) {
            std::string text(kBasePlan);
            text.insert(at + 2, other);
            (void)parse(text);
        }
    }
}

TEST(JsonReader, KeepsOrderSpellingAndCharacters) {
    const auto value =
        readJson(R"({"b": 1.50, "a": "\ud83d\ude00\u00e9\n", "c": [true, null]})", {1000, 10, 10});
    ASSERT_TRUE(value.has_value());
    EXPECT_EQ(value->members[0].key, "b");
    EXPECT_EQ(value->members[0].value.text, "1.50");
    EXPECT_EQ(value->find("a")->text, "\U0001F600é\n");
    EXPECT_EQ(value->compactText(), "{\"b\":1.50,\"a\":\"\U0001F600é\\n\",\"c\":[true,null]}");
}

TEST(JsonReader, NumbersBeyondADoubleAreInfiniteOrZero) {
    EXPECT_EQ(JsonValue::number("1e999").toDouble(), std::numeric_limits<double>::infinity());
    EXPECT_EQ(JsonValue::number("-1e999").toDouble(), -std::numeric_limits<double>::infinity());
    EXPECT_EQ(JsonValue::number("1e-999").toDouble(), 0);
    EXPECT_EQ(JsonValue::number("12345678901234567890").toDouble(), 12345678901234567890.0);
}

} // namespace
} // namespace bw::testplan
