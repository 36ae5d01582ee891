#include "tests/integration/target.h"

#include <chrono>

using namespace bw::test;

namespace {

// Long enough that nothing but a signal ends it.
const std::vector<std::string> kLong = {"--duration", "10m"};

class StopTest : public TargetTest {
protected:
    std::string listed() {
        Process list(historyCommand({"list", "--format", "json"}));
        EXPECT_EQ(list.wait(), 0) << list.errors;
        return list.output;
    }

    void expectSound() {
        Process check(historyCommand({"check"}));
        EXPECT_EQ(check.wait(), 0) << check.output << check.errors;
    }
};

} // namespace

TEST_F(StopTest, interruptEndsTheRunGracefullyAndKeepsIt) {
    Process run(runCommand(planFile("sample"), kLong));
    ASSERT_TRUE(run.waitFor("requests"));
    ASSERT_TRUE(run.waitFor("00:05"));
    run.signal(SIGINT);
    EXPECT_EQ(run.wait(), 130) << run.errors;
    EXPECT_NE(run.output.find("http_reqs"), std::string::npos);
    EXPECT_NE(listed().find("interrupted"), std::string::npos);
    expectSound();
}

TEST_F(StopTest, aSecondInterruptEndsItAtOnce) {
    startTarget({"--fault", "latency=20s"});
    // Setup itself waits for the slow target: only the second signal gets past it.
    Process run(runCommand(planFile("sample"), kLong));
    ASSERT_TRUE(run.waitFor("setup"));
    const auto start = std::chrono::steady_clock::now();
    run.signal(SIGINT);
    run.signal(SIGTERM);
    EXPECT_EQ(run.wait(), 130) << run.errors;
    EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(5));
}

TEST_F(StopTest, aKilledRunShowsAsInterruptedAndTheHistoryIsSound) {
    Process run(runCommand(planFile("sample"), kLong));
    ASSERT_TRUE(run.waitFor("00:05"));
    run.signal(SIGKILL);
    EXPECT_EQ(run.wait(), 128 + SIGKILL);
    EXPECT_NE(listed().find("interrupted"), std::string::npos);
    expectSound();
    Process shown(historyCommand({"show", "1"}));
    EXPECT_EQ(shown.wait(), 0) << shown.errors;
    EXPECT_NE(shown.output.find("http_reqs"), std::string::npos) << shown.output;
}

TEST_F(StopTest, twoRunsAtOnceShareOneHistory) {
    Process first(runCommand(planFile("sample"), {"--time-scale", "0.05", "--quiet"}));
    Process second(runCommand(planFile("risk"), {"--time-scale", "0.02", "--quiet"}));
    EXPECT_NE(first.wait(), 3) << first.errors;
    EXPECT_NE(second.wait(), 3) << second.errors;
    const std::string text = listed();
    EXPECT_EQ(text.find("running"), std::string::npos) << text;
    expectSound();
}

TEST_F(StopTest, aFullDiskIsToldAndTheRunGoesOn) {
    Process run(runCommand(planFile("sample"), {"--time-scale", "0.1"}),
                {.environment = {}, .largestFile = 120'000});
    const int code = run.wait();
    EXPECT_TRUE(code == 0 || code == 98) << code << run.errors;
    EXPECT_NE(run.output.find("http_reqs"), std::string::npos);
    EXPECT_NE(run.errors.find("disk"), std::string::npos) << run.errors;
    expectSound();
}

TEST_F(StopTest, aTargetThatIsNotThereFailsSetup) {
    m_target->signal(SIGKILL);
    static_cast<void>(m_target->wait());
    Process run(runCommand(planFile("sample"), {"--quiet"}));
    EXPECT_EQ(run.wait(), 3) << run.errors;
    EXPECT_NE(run.errors.find("setup"), std::string::npos) << run.errors;
}
