#include "tests/integration/target.h"

#include <algorithm>
#include <fstream>
#include <iterator>

using namespace bw::test;

namespace {

class ShippedPlan : public TargetTest, public testing::WithParamInterface<const char*> {};

} // namespace

TEST_P(ShippedPlan, runsFromItsFirstRequestToItsVerdict) {
    Process run(
        runCommand(planFile(GetParam()), {"--time-scale", "0.02", "--quiet", "--report", path("r.html"),
                                          "--summary-export", path("s.json"), "--junit", path("j.xml")}));
    const int code = run.wait();
    // What it says of the target is the machine's business; that it was carried out and judged is ours.
    EXPECT_TRUE(code == 0 || code == 98 || code == 99) << code << run.errors << run.output;
    EXPECT_NE(run.output.find("http_reqs"), std::string::npos);
    EXPECT_GT(std::filesystem::file_size(path("r.html")), 5000U);
    EXPECT_GT(std::filesystem::file_size(path("s.json")), 500U);
    EXPECT_GT(std::filesystem::file_size(path("j.xml")), 100U);
    Process list(historyCommand({"list", "--format", "json"}));
    EXPECT_EQ(list.wait(), 0) << list.errors;
    EXPECT_NE(list.output.find("finished"), std::string::npos) << list.output;
}

INSTANTIATE_TEST_SUITE_P(Plans, ShippedPlan,
                         testing::Values("sample", "orders", "risk", "queries", "market-open",
                                         "normal-trading", "api-stress", "breaking-point", "jts-load",
                                         "order-cancel", "open-and-close", "auth-storm", "order-fill"),
                         [](const auto& info) {
                             std::string name = info.param;
                             std::ranges::replace(name, '-', '_');
                             return name;
                         });

// The specification's WebSocket script, for half a second instead of half a minute.
TEST_F(TargetTest, theFeedOfTheSpecificationIsHeardAndJudged) {
    std::ifstream shipped(planFile("market-data"));
    std::string text(std::istreambuf_iterator<char>(shipped), {});
    const auto duration = text.find("\"duration\": \"30s\"");
    ASSERT_NE(duration, std::string::npos);
    text.replace(duration, 17, "\"duration\": \"500ms\"");
    std::ofstream(path("feed.plan.json")) << text;
    Process run({program("bellwether"), "run", path("feed.plan.json"), "-e", "wsUrl=ws" + m_url.substr(4),
                 "--time-scale", "0.02", "--history", path("history.sqlite"), "--report", path("r.html"),
                 "--summary-export", path("s.json")});
    const int code = run.wait();
    EXPECT_TRUE(code == 0 || code == 98 || code == 99) << code << run.errors << run.output;
    for (const char* word : {"ws_sessions", "ws_connecting", "ws_msgs_received", "ws_msg_latency",
                             "market data valid", "price data present", "latency acceptable"}) {
        EXPECT_NE(run.output.find(word), std::string::npos) << word << run.output;
    }
    EXPECT_EQ(run.output.find("no samples"), std::string::npos) << run.output;
}

TEST_F(TargetTest, aPlanOfLaterStepsIsRefusedByName) {
    const std::string plan = path("later.plan.json");
    std::ofstream(plan)
        << R"({"bellwether": 1, "name": "later", "flows": {"f": {"steps": [{"script": "vars.a = 1"}]}},
        "scenarios": {"s": {"executor": "per-vu-iterations", "vus": 1, "iterations": 1, "flow": "f"}}})";
    Process run({program("bellwether"), "run", plan, "--no-history"});
    EXPECT_EQ(run.wait(), 2);
    EXPECT_NE(run.errors.find("script"), std::string::npos) << run.errors;
}
