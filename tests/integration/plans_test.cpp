#include "tests/integration/target.h"

#include <algorithm>

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
                                         "normal-trading", "api-stress", "breaking-point", "jts-load"),
                         [](const auto& info) {
                             std::string name = info.param;
                             std::ranges::replace(name, '-', '_');
                             return name;
                         });

TEST_F(TargetTest, aPlanOfLaterStepsIsRefusedByName) {
    Process run({program("bellwether"), "run", planFile("market-data"), "--no-history"});
    EXPECT_EQ(run.wait(), 2);
    EXPECT_NE(run.errors.find("websocket"), std::string::npos) << run.errors;
}
