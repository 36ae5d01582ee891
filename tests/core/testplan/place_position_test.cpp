#include "core/testplan/place_position.h"
#include "core/testplan/read_document.h"

#include <gtest/gtest.h>

namespace bw::testplan {
namespace {

constexpr std::string_view kText = R"({
  "scenarios": {
    "a": {
      "stages": [
        {},
        { "target": 1 }
      ]
    },
    "b c": 2
  }
})";

std::size_t lineOf(std::string_view place) {
    const auto position = positionOfPlace(kText, place);
    return position ? position->line : 0;
}

TEST(PlacePosition, StandsAtTheKeyOrTheItem) {
    EXPECT_EQ(lineOf(""), 1u);
    EXPECT_EQ(lineOf("scenarios"), 2u);
    EXPECT_EQ(lineOf("scenarios.a.stages[1]"), 6u);
    EXPECT_EQ(lineOf("scenarios.a.stages[1].target"), 6u);
    EXPECT_EQ(positionOfPlace(kText, "scenarios.a.stages[1].target")->column, 11u);
    EXPECT_EQ(lineOf("scenarios[\"b c\"]"), 9u);
}

TEST(PlacePosition, ComesAsNearAsTheTextDoes) {
    EXPECT_EQ(lineOf("scenarios.a.duration"), 3u);
    EXPECT_EQ(lineOf("nothing.of.it"), 1u);
    EXPECT_EQ(lineOf("scenarios.a.stages[7].target"), 4u);
}

TEST(PlacePosition, IsNowhereInWhatIsNoJson) {
    EXPECT_FALSE(positionOfPlace("{", "a"));
}

// What stands underlined in the text.
std::string pieceOf(std::string_view text, std::string_view place, std::uint32_t offset,
                    std::uint32_t length) {
    Problem problem;
    problem.place = place;
    expr::Problem& wrong = problem.expression.emplace();
    wrong.offset = offset;
    wrong.length = length;
    const auto document = readDocument(text);
    const auto span = spanOfPiece(text, *document, problem);
    return span ? std::string(text.substr(span->from, span->length)) : "none";
}

TEST(SpanOfPiece, CountsTheBytesOfTheStringThatTheTextMeans) {
    EXPECT_EQ(pieceOf(R"({"a":["x","${nosuch}"]})", "a[1]", 2, 6), "nosuch");
    EXPECT_EQ(pieceOf(R"({"a":"\"\u00e9\ud83d\ude00${no}"})", "a", 9, 2), "no") << "1 + 2 + 4 + 2 bytes";
    EXPECT_EQ(pieceOf("{\"a\":\"\xed\x95\x9c${no}\"}", "a", 5, 2), "no");
    EXPECT_EQ(pieceOf(R"({"a":"${x \u00e9}"})", "a", 4, 2), R"(\u00e9)");
    EXPECT_EQ(pieceOf(R"("${no}")", "", 2, 2), "no");
}

TEST(SpanOfPiece, IsTheLastCharacterWhereTheTextBreaksOff) {
    EXPECT_EQ(pieceOf(R"({"a":"${1 +}"})", "a", 6, 0), "}");
    EXPECT_EQ(pieceOf(R"({"a":"${1"})", "a", 4, 0), "1");
    EXPECT_EQ(pieceOf(R"({"a":"${1"})", "a", 9, 9), "1");
}

TEST(SpanOfPiece, IsNoneWhereNoTextIs) {
    EXPECT_EQ(pieceOf(R"({"a":""})", "a", 0, 1), "none");
    EXPECT_EQ(pieceOf(R"({"a":1})", "a", 0, 1), "none");
    EXPECT_EQ(pieceOf(R"({"a":"x"})", "b", 0, 1), "none");
    Problem plain;
    plain.place = "a";
    EXPECT_FALSE(spanOfPiece(R"({"a":"x"})", *readDocument(R"({"a":"x"})"), plain));
}

} // namespace
} // namespace bw::testplan
