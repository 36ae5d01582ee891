#include "core/testplan/parse.h"
#include "core/testplan/step_text.h"

#include <gtest/gtest.h>

namespace bw::testplan {
namespace {

TEST(StepText, IsWrittenAsInAPlanAndReadAgain) {
    const std::string text = R"([
  {
    "http": {
      "name": "a",
      "url": "${baseUrl}/",
      "checks": {
        "ok": "status == 200"
      }
    },
    "disabled": true
  },
  {
    "think": "1s"
  }
]
)";
    const auto read = parseStepText(text);
    ASSERT_TRUE(read.steps);
    EXPECT_EQ(writeStepText(*read.steps), text);
}

TEST(StepText, TellsWhereItIsWrong) {
    const auto outcome = parseStepText(R"([{"http": {"url": "x", "chekcs": {}}}])");
    EXPECT_FALSE(outcome.steps);
    ASSERT_FALSE(outcome.problems.empty());
    EXPECT_EQ(outcome.problems.front().subject, "chekcs");
    EXPECT_EQ(outcome.problems.front().suggestion, "checks");
    EXPECT_FALSE(parseStepText("").steps);
    EXPECT_FALSE(parseStepText("7").steps);
}

} // namespace
} // namespace bw::testplan
