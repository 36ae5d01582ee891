#include "core/history/history_store.h"
#include "tests/app/bellwether/program_fixture.h"
#include "tests/core/report/frame_source.h"

#include <gmock/gmock.h>

namespace bw::app {
namespace {

using testing::HasSubstr;

class CompareCommandTest : public ProgramTest {
protected:
    // A minute of requests that take about so long.
    void store(double milliseconds, history::RunState state = history::RunState::Finished) {
        const auto opened = history::HistoryStore::open(path("history.sqlite"), history::OpenMode::Create);
        ASSERT_TRUE(opened);
        history::RunStart start;
        start.planName = "two scenarios";
        start.planText = kPlan;
        start.build = "build " + std::to_string(++m_runs);
        start.started = {1'700'000'000'123'000'000};
        auto writer = opened->beginRun(start, metrics::MetricRegistry());
        ASSERT_TRUE(writer);
        report::FrameSource source;
        for (int second = 0; second < 60; ++second) {
            for (int i = 0; i < 20; ++i) {
                source.request("home", milliseconds + i * 0.1 + (second * 7 + m_runs) % 5 * 0.05, 1);
            }
            (*writer)->append(std::make_shared<metrics::Frame>(source.take()));
        }
        history::RunOutcome outcome;
        outcome.state = state;
        ASSERT_TRUE((*writer)->finish(outcome));
    }
    [[nodiscard]] Ended compare(std::vector<std::string> arguments) const {
        arguments.insert(arguments.begin(), {"compare", "--history", path("history.sqlite")});
        return bellwether(arguments);
    }

    int m_runs = 0;
};

TEST_F(CompareCommandTest, SaysFirstWhatGotWorseAndEndsWith99) {
    store(10);
    store(15);
    const Ended ended = compare({"1", "2"});
    EXPECT_EQ(ended.code, 99) << ended.errors;
    EXPECT_TRUE(ended.output.starts_with("home got ")) << ended.output;
    EXPECT_THAT(ended.output, HasSubstr("as it seems"));
    EXPECT_THAT(ended.output, HasSubstr("Indication only"));
    EXPECT_THAT(ended.output, HasSubstr("build 2"));
    EXPECT_EQ(compare({"2", "1"}).code, 0) << "faster is no failure";
    EXPECT_EQ(compare({"1", "2", "-o", path("what.html")}).code, 99);
    EXPECT_THAT(read(path("what.html")), HasSubstr("home got "));
    EXPECT_EQ(compare({"1", "2", "-o", path("no/such/what.html")}).code, 3);
    EXPECT_EQ(compare({"1", "2", "-o", path("what.pdf")}).code, 99);
    EXPECT_TRUE(read(path("what.pdf")).starts_with("%PDF-"));
    EXPECT_EQ(compare({"1", "2", "-o", path("no/such/what.pdf")}).code, 3);
}

TEST_F(CompareCommandTest, SpeaksJsonToScripts) {
    store(10);
    store(10);
    store(15);
    store(15);
    const Ended ended = compare({"1,2", "3,last", "--format", "json"});
    const nlohmann::json json = ended.json();
    ASSERT_TRUE(json.is_object()) << ended.output << ended.errors;
    EXPECT_EQ(json["conclusion"], "worse");
    EXPECT_EQ(json["indicationOnly"], false) << "two runs a side";
    EXPECT_EQ(json["before"], nlohmann::json({1, 2}));
    EXPECT_EQ(json["after"], nlohmann::json({3, 4}));
    EXPECT_EQ(json["rows"][0]["metric"], "http_req_duration");
    EXPECT_EQ(json["rows"][0]["name"], "home");
    EXPECT_EQ(json["rows"][0]["statistic"], "med");
    EXPECT_EQ(json["rows"][0]["finding"], "worse");
    EXPECT_NEAR(json["rows"][0]["effect"], 0.45, 0.05);
}

TEST_F(CompareCommandTest, ARunAgainstItselfShowsNothing) {
    store(10);
    EXPECT_EQ(compare({"1", "1"}).code, 0);
    EXPECT_THAT(compare({"1", "1"}).output, HasSubstr("No difference shown"));
}

TEST_F(CompareCommandTest, WhatIsNoFairComparisonIsSaidAndEndsWith98) {
    store(10);
    store(30, history::RunState::Aborted);
    const Ended ended = compare({"1", "2"});
    EXPECT_EQ(ended.code, 98);
    EXPECT_THAT(ended.output, HasSubstr("no fair comparison: run 2 is not whole"));
}

TEST_F(CompareCommandTest, WrongUseIsSaid) {
    store(10);
    EXPECT_EQ(compare({"1"}).code, 2);
    EXPECT_EQ(compare({"1", "7"}).code, 2);
    EXPECT_EQ(compare({"1", "1", "--from", "soon"}).code, 2);
    EXPECT_EQ(compare({"1", "1", "--from", "30s", "--to", "20s"}).code, 2);
    EXPECT_EQ(compare({"1", "1", "--from", "30s"}).code, 0);
    EXPECT_EQ(compare({"1", "1", "-o", path("what.txt")}).code, 2);
}

class BaselineCommandTest : public CompareCommandTest {
protected:
    [[nodiscard]] Ended baseline(std::vector<std::string> arguments) const {
        arguments.insert(arguments.begin(), {"baseline", "--history", path("history.sqlite")});
        return bellwether(arguments);
    }
};

TEST_F(BaselineCommandTest, ALaterRunIsHeldAgainstTheOneThatWasSet) {
    for (int run = 0; run < 4; ++run) {
        store(10);
    }
    store(13.5);
    EXPECT_EQ(baseline({"check", "5"}).code, 3) << "nothing is set";
    const Ended set = baseline({"set", "1", "--tolerance", "http_req_duration=15%"});
    EXPECT_EQ(set.code, 0) << set.errors;
    EXPECT_THAT(set.output, HasSubstr("held against run 1"));
    EXPECT_THAT(baseline({"list"}).output, HasSubstr("http_req_duration 15"));
    const Ended failed = baseline({"check", "5"});
    EXPECT_EQ(failed.code, 99) << failed.output << failed.errors;
    EXPECT_THAT(failed.output, HasSubstr("from the baseline, run 1; the severest is high"));
    EXPECT_EQ(baseline({"check", "5", "--fail-on", "critical"}).code, 0);
    EXPECT_EQ(baseline({"check", "4"}).code, 0);
    const nlohmann::json json = baseline({"check", "last", "--format", "json"}).json();
    ASSERT_TRUE(json.is_object());
    EXPECT_EQ(json["severity"], "high");
    EXPECT_EQ(json["baseline"]["run"], 1);
    EXPECT_EQ(json["regressions"][0]["tolerance"], 0.15);
    EXPECT_EQ(baseline({"remove", "1"}).code, 0);
    EXPECT_EQ(baseline({"check", "5"}).code, 3);
}

TEST_F(BaselineCommandTest, WrongUseIsSaid) {
    store(10);
    EXPECT_EQ(baseline({}).code, 2);
    EXPECT_EQ(baseline({"set", "9"}).code, 2);
    for (const char* wrong : {"http_req_duration", "=3", "a=", "a=x", "a=-1", "a=0%"}) {
        EXPECT_EQ(baseline({"set", "1", "--tolerance", wrong}).code, 2) << wrong;
    }
    EXPECT_EQ(baseline({"check", "1", "--fail-on", "awful"}).code, 2);
}

TEST_F(CompareCommandTest, TellsHowFiguresWentFromRunToRun) {
    for (int run = 0; run < 6; ++run) {
        store(10 + 2 * run);
    }
    const auto trend = [&](std::vector<std::string> arguments) {
        arguments.insert(arguments.begin(), {"trend", "--history", path("history.sqlite")});
        return bellwether(arguments);
    };
    const Ended text = trend({"last"});
    EXPECT_EQ(text.code, 0) << text.errors;
    EXPECT_THAT(text.output, HasSubstr("runs 1 to 6 (6 in all)"));
    EXPECT_THAT(text.output, HasSubstr("degrading"));
    const nlohmann::json json = trend({"2", "--format", "json"}).json();
    ASSERT_TRUE(json.is_object());
    EXPECT_EQ(json["runs"].size(), 6U);
    EXPECT_EQ(trend({"9"}).code, 2);
}

} // namespace
} // namespace bw::app
