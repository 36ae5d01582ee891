#include "core/base/file.h"
#include "core/testplan/parse.h"
#include "core/testplan/plan_file.h"
#include "core/testplan/write.h"
#include "tests/core/testplan/base_plan.h"

#include <filesystem>
#include <gmock/gmock.h>

namespace bw::testplan {
namespace {

const std::string kSource = BW_SOURCE_DIR;

std::string contents(const std::string& path) {
    return readFile(path, kMaxPlanBytes).value_or("");
}

std::vector<std::string> shippedPlans() {
    std::vector<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator(kSource + "/resources/plans")) {
        if (entry.path().string().ends_with(".plan.json")) {
            names.push_back(entry.path().stem().stem().string());
        }
    }
    return names;
}

class ShippedPlan : public testing::TestWithParam<std::string> {};

TEST_P(ShippedPlan, IsValidAndWrittenBackByteForByte) {
    const std::string path = kSource + "/resources/plans/" + GetParam() + ".plan.json";
    const ParseOutcome outcome = loadPlan(path, {kSource + "/resources/budgets"});
    EXPECT_TRUE(outcome.problems.empty()) << outcome.problems.front().place;
    ASSERT_TRUE(outcome.plan.has_value());
    EXPECT_EQ(write(*outcome.plan), contents(path));
}

INSTANTIATE_TEST_SUITE_P(All, ShippedPlan, testing::ValuesIn(shippedPlans()), [](const auto& info) {
    std::string name = info.param;
    std::ranges::replace(name, '-', '_');
    return name;
});

TEST(RoundTrip, ShippedPlansAreThere) {
    EXPECT_THAT(shippedPlans(), testing::IsSupersetOf({"sample", "market-open", "normal-trading",
                                                       "api-stress", "breaking-point", "jts-load", "orders",
                                                       "risk", "queries", "market-data"}));
}

TEST(RoundTrip, KeepsEveryKeyOfTheFormat) {
    const std::string text = contents(kSource + "/tests/core/testplan/data/full.plan.json");
    const ParseOutcome outcome = parse(text);
    ASSERT_TRUE(outcome.ok()) << outcome.problems.front().place;
    EXPECT_EQ(write(*outcome.plan), text);
    EXPECT_EQ(*parse(write(*outcome.plan)).plan, *outcome.plan);
}

TEST(RoundTrip, CanonicalTextOfAnyPlanIsAFixedPoint) {
    const std::string once = write(*parse(kBasePlan).plan);
    EXPECT_NE(once, kBasePlan);
    EXPECT_EQ(write(*parse(once).plan), once);
}

TEST(RoundTrip, DefaultsThatNobodyWroteAreNotAdded) {
    constexpr std::string_view kText = R"({
  "bellwether": 1,
  "flows": {
    "a": {
      "steps": [
        {
          "http": {
            "url": "http://localhost/"
          }
        }
      ]
    }
  },
  "scenarios": {
    "s": {
      "executor": "constant-vus",
      "flow": "a",
      "duration": "1s"
    }
  }
}
)";
    const ParseOutcome outcome = parse(kText);
    ASSERT_TRUE(outcome.ok());
    EXPECT_EQ(write(*outcome.plan), kText);
}

TEST(RoundTrip, APlanMadeByTheProgramReadsBack) {
    TestPlan plan;
    plan.name = "made";
    plan.variables = {{"n", JsonValue::number(0.1)}, {"text", JsonValue::string("a \"b\"\n")}};
    Flow& flow = plan.flows.emplace_back();
    flow.name = "f";
    flow.steps.reserve(2);
    Step& step = flow.steps.emplace_back();
    step.name = "req";
    step.state = StepState::Disabled;
    step.tags = {{"k", "v"}};
    HttpStep http;
    http.url = "http://localhost/";
    http.expectedStatus = {{200, 299, {}}};
    http.followRedirects.limit = 4;
    http.timeout = {std::chrono::milliseconds(1500), {}};
    step.kind = http;
    Step& think = flow.steps.emplace_back();
    think.kind = ThinkStep{UniformThink{{std::chrono::milliseconds(5), {}}, {std::chrono::seconds(1), {}}}};
    Scenario scenario;
    scenario.name = "s";
    scenario.flow = "f";
    scenario.executor = ConstantVus{3, {std::chrono::seconds(90), {}}};
    plan.scenarios.push_back(scenario);
    ThresholdSpec threshold = ThresholdSpec::from("p(95)<10");
    threshold.onFailure = OnFailure::Abort;
    ThresholdGroup group = ThresholdGroup::from("http_req_duration{name:req}");
    group.thresholds = {threshold};
    plan.thresholds = {group};

    const std::string text = write(plan);
    const ParseOutcome outcome = parse(text);
    ASSERT_TRUE(outcome.ok()) << text;
    EXPECT_EQ(write(*outcome.plan), text);
    EXPECT_THAT(text, testing::HasSubstr(R"("think": "5ms..1s")"));
    EXPECT_THAT(text, testing::HasSubstr(R"("duration": "1m30s")"));
    EXPECT_THAT(text, testing::HasSubstr(R"("expectedStatus": "200..299")"));
    EXPECT_THAT(text, testing::HasSubstr(R"("followRedirects": 4)"));
    EXPECT_THAT(text, testing::HasSubstr(R"("abortOnFail": true)"));
}

} // namespace
} // namespace bw::testplan
