#include "tests/app/bellwether/program_fixture.h"

#include <gmock/gmock.h>

namespace bw::app {
namespace {

using testing::HasSubstr;

using PlanCommandsTest = ProgramTest;

constexpr const char* kWrongPlan = R"({
  "bellwether": 1,
  "name": "wrong",
  "flows": { "home": { "steps": [ { "http": { "name": "home", "url": "http://127.0.0.1/" } } ] } },
  "scenarios": {
    "steady": { "executor": "constant-vus", "flow": "hme", "vus": 3, "duration": "5x" }
  },
  "thresholds": { "http_req_duration": ["p(95)<<500"] }
})";

TEST_F(PlanCommandsTest, AValidPlanIsOneLine) {
    const Ended valid = bellwether({"validate", write("a.plan.json", kPlan)});
    EXPECT_EQ(valid.code, 0) << valid.errors;
    EXPECT_EQ(valid.errors, "");
    EXPECT_THAT(valid.output, HasSubstr("a.plan.json is valid"));
    EXPECT_EQ(std::ranges::count(valid.output, '\n'), 1);
    const Ended json = bellwether({"validate", path("a.plan.json"), "--format", "json"});
    EXPECT_EQ(json.code, 0);
    EXPECT_EQ(json.json(), nlohmann::json({{"valid", true}, {"problems", nlohmann::json::array()}}));
}

TEST_F(PlanCommandsTest, EveryProblemIsToldWithItsPlace) {
    const Ended text = bellwether({"validate", write("b.plan.json", kWrongPlan)});
    EXPECT_EQ(text.code, 2);
    EXPECT_EQ(text.output, "");
    for (const char* part : {"scenarios.steady.duration", "scenarios.steady.flow", "\"home\"",
                             "thresholds.http_req_duration[0]", "is not valid"}) {
        EXPECT_THAT(text.errors, HasSubstr(part));
    }
    const Ended ended = bellwether({"validate", path("b.plan.json"), "--format", "json"});
    EXPECT_EQ(ended.code, 2);
    const nlohmann::json json = ended.json();
    ASSERT_TRUE(json.is_object()) << ended.output;
    EXPECT_FALSE(json["valid"].get<bool>());
    EXPECT_EQ(json["problems"].size(), 3U);
    EXPECT_EQ(json["problems"][0]["severity"], "error");
}

TEST_F(PlanCommandsTest, WhatIsNoPlanIsToldPlainly) {
    const Ended none = bellwether({"validate", path("none.plan.json")});
    EXPECT_EQ(none.code, 2);
    EXPECT_THAT(none.errors, HasSubstr("none.plan.json"));
    EXPECT_EQ(bellwether({"validate", m_folder}).code, 2);
    const Ended broken = bellwether({"validate", write("c.plan.json", "{\"bellwether\": 1,\n  oops")});
    EXPECT_EQ(broken.code, 2);
    EXPECT_THAT(broken.errors, HasSubstr("line 2"));
}

TEST_F(PlanCommandsTest, TheScheduleSaysWhatWillStartWhen) {
    const std::string plan = write("a.plan.json", kPlan);
    const nlohmann::json json = bellwether({"schedule", plan, "--format", "json"}).json();
    ASSERT_TRUE(json.is_object());
    EXPECT_EQ(json["scenarios"]["open"]["starts"], 10);
    EXPECT_EQ(json["scenarios"]["open"]["startTime_ns"], 1'000'000'000);
    EXPECT_EQ(json["scenarios"]["open"]["starts_ns"].size(), 10U);
    EXPECT_EQ(json["scenarios"]["steady"]["vus"], nlohmann::json({{0, 3}, {10'000'000'000, 0}}));
    const Ended text = bellwether({"schedule", plan});
    EXPECT_EQ(text.code, 0) << text.errors;
    EXPECT_THAT(text.output, HasSubstr("constant-arrival-rate"));
    EXPECT_THAT(text.output, HasSubstr("10 starts"));
}

TEST_F(PlanCommandsTest, TheScheduleCanBeCutAndScaled) {
    const std::string plan = write("a.plan.json", kPlan);
    const nlohmann::json cut =
        bellwether({"schedule", plan, "--format", "json", "--max-starts", "3", "--scenario", "open"}).json();
    ASSERT_TRUE(cut.is_object());
    EXPECT_EQ(cut["scenarios"].size(), 1U);
    EXPECT_EQ(cut["scenarios"]["open"]["starts"], 10);
    EXPECT_EQ(cut["scenarios"]["open"]["starts_ns"].size(), 3U);
    const nlohmann::json scaled =
        bellwether({"schedule", plan, "--format", "json", "--time-scale", "2"}).json();
    EXPECT_EQ(scaled["scenarios"]["steady"]["duration_ns"], 20'000'000'000);
    EXPECT_EQ(scaled["scenarios"]["open"]["starts"], 20); // the rate stays
    std::uint64_t starts = 0;
    for (const char* segment : {"0:1/2", "1/2:1"}) {
        const nlohmann::json half = bellwether({"schedule", plan, "--format", "json", "--execution-segment",
                                                segment, "--execution-segment-sequence", "0,1/2,1"})
                                        .json();
        starts += half["scenarios"]["open"]["starts"].get<std::uint64_t>();
    }
    EXPECT_EQ(starts, 10U);
}

TEST_F(PlanCommandsTest, WrongUsageIs2) {
    const std::string plan = write("a.plan.json", kPlan);
    for (const std::vector<std::string>& arguments : std::vector<std::vector<std::string>>{
             {"--nonsense"},
             {"nonsense"},
             {"validate"},
             {"validate", plan, "--format", "yaml"},
             {"schedule", plan, "--scenario", "none"},
             {"schedule", plan, "--execution-segment", "1/2:1/4"},
             {"schedule", plan, "--time-scale", "0"},
             {"schedule", write("b.plan.json", kWrongPlan)},
             {"run", write("b.plan.json", kWrongPlan)},
             {"run", plan, "--report", "a.txt"},
             {"run", plan, "--scenario", "none"},
             {"history"},
             {"history", "show"},
             {"report", "last"},
             {"report", "last", "-o", path("a.txt")},
         }) {
        const Ended ended = bellwether(arguments);
        EXPECT_EQ(ended.code, 2) << testing::PrintToString(arguments);
        EXPECT_NE(ended.errors, "") << testing::PrintToString(arguments);
        EXPECT_EQ(ended.output, "") << testing::PrintToString(arguments);
    }
}

// In a folder without it, wherever the build puts the window.
TEST_F(PlanCommandsTest, WithoutAWindowAndACommandItSaysWhatIsMissing) {
    std::filesystem::copy_file(std::string(BW_BINARY_DIR) + "/bin/bellwether", path("bellwether"));
    test::Process process({path("bellwether")});
    EXPECT_EQ(process.wait(), 2);
    EXPECT_THAT(process.errors, HasSubstr("bellwether-workbench"));
    EXPECT_THAT(process.errors, HasSubstr("validate"));
}

TEST_F(PlanCommandsTest, HelpAndVersionAre0) {
    EXPECT_THAT(bellwether({"--version"}).output, HasSubstr("Bellwether"));
    const Ended help = bellwether({"run", "--help"});
    EXPECT_EQ(help.code, 0);
    EXPECT_THAT(help.output, HasSubstr("--time-scale"));
}

} // namespace
} // namespace bw::app
