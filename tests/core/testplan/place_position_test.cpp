#include "core/testplan/place_position.h"

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

} // namespace
} // namespace bw::testplan
