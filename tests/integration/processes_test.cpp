#include "tests/integration/target.h"

#include <fstream>
#include <gmock/gmock.h>

using namespace bw::test;
using testing::HasSubstr;

namespace {

// jts-sim as a program of its own, watched while it is loaded.
class ProcessTest : public TargetTest {
protected:
    [[nodiscard]] std::string port() const { return m_url.substr(m_url.rfind(':')); }

    [[nodiscard]] std::string plan(const std::string& duration, const std::string& memory) const {
        std::ofstream(path("watched.plan.json"))
            << R"({"bellwether": 1, "name": "watched", "variables": {"baseUrl": ""},
                   "flows": {"f": {"steps": [{"http": {"name": "health", "url": "${baseUrl}/health"}},
                                             {"think": "10ms"}]}},
                   "scenarios": {"s": {"executor": "constant-vus", "vus": 4, "flow": "f", "duration": ")" +
                   duration + R"("}},
                   "budgets": [{"name": "machine", "rows": [{"process": ")" +
                   port() + R"(", "cpu": "<3200%", "memory": ")" + memory + R"("}]}]})";
        return path("watched.plan.json");
    }
};

} // namespace

TEST_F(ProcessTest, theTargetsResourcesStandBesideItsLatency) {
    Process run(runCommand(plan("3s", "<64GB"), {"--watch", std::to_string(m_target->pid())}));
    EXPECT_EQ(run.wait(), 0) << run.output << run.errors;
    EXPECT_THAT(run.output, HasSubstr("process_memory"));
    EXPECT_THAT(run.output, HasSubstr("process_cpu"));
    EXPECT_THAT(run.output, HasSubstr("process_descriptors"));
    Process shown(historyCommand({"show", "1"}));
    EXPECT_EQ(shown.wait(), 0) << shown.errors;
    EXPECT_THAT(shown.output, HasSubstr("process:" + port()));
    EXPECT_THAT(shown.output, HasSubstr("jts-sim (" + std::to_string(m_target->pid()) + ")"));
}

TEST_F(ProcessTest, aBrokenMemoryBudgetFailsTheRun) {
    Process run(runCommand(plan("2s", "<1kB"), {}));
    EXPECT_EQ(run.wait(), 99) << run.output << run.errors;
}

TEST_F(ProcessTest, theRunGoesOnWithoutTheTarget) {
    Process run(runCommand(plan("7s", "<64GB"), {}));
    ASSERT_TRUE(run.waitFor("00:0")); // it has begun
    m_target->signal(SIGKILL);
    (void)run.wait(); // whatever is said of a target that is gone
    EXPECT_THAT(run.errors, HasSubstr("has ended"));
    EXPECT_THAT(run.output, HasSubstr("http_reqs"));
}

TEST_F(ProcessTest, whatCanBeNoProcessIsWrongUsage) {
    for (const char* wrong : {":0", ":http", "/usr/bin/java", ""}) {
        Process run(runCommand(planFile("sample"), {"--watch", wrong}));
        EXPECT_EQ(run.wait(), 2) << wrong;
        EXPECT_THAT(run.errors, HasSubstr("--watch")) << wrong;
    }
}
