#include "core/run/try_runner.h"
#include "tests/core/engine/target.h"
#include "tests/core/runplan/plan_text.h"

#include <filesystem>
#include <gmock/gmock.h>
#include <thread>

namespace bw::run {
namespace {

using engine::TracedExchange;
using engine::TracedResults;
using testing::ElementsAre;
using testing::HasSubstr;

class TryRunnerTest : public testing::Test {
protected:
    TryRunnerTest() {
        m_request.run.planPath = testing::TempDir() + "try.plan.json";
        m_request.run.resources = BW_SOURCE_DIR "/resources";
        m_request.flow = "main";
    }

    std::vector<engine::Trace> run(const runplan::PlanText& plan) {
        m_request.run.planText = plan.json();
        auto runner = TryRunner::create(m_request);
        EXPECT_TRUE(runner);
        if (!runner) {
            return {};
        }
        m_places = (*runner)->plan().places;
        std::vector<engine::Trace> traces;
        (*runner)->run([&](TryNews news) {
            std::ranges::move(news.traces, std::back_inserter(traces));
            std::ranges::move(news.events, std::back_inserter(m_events));
        });
        return traces;
    }
    [[nodiscard]] std::string ask(const std::string& target, const std::string& more = {}) const {
        return R"({"http": {"name": "ask", "url": ")" + m_target.url() + target + "\"" + more + "}}";
    }
    template <class What>
    static std::vector<What> only(const std::vector<engine::Trace>& traces) {
        std::vector<What> found;
        for (const engine::Trace& trace : traces) {
            if (const auto* what = std::get_if<What>(&trace.what)) {
                found.push_back(*what);
            }
        }
        return found;
    }

    engine::Target m_target;
    TryRequest m_request;
    std::vector<std::string> m_places;
    std::vector<engine::Event> m_events;
};

TEST_F(TryRunnerTest, ShowsEachRequestAsItWasSentAndAnswered) {
    const auto traces = run({.steps = ask("/ok", R"(, "method": "POST", "headers": {"X-Mine": "${vu}"},
        "json": {"user": "u${vu}"}, "checks": {"good": "status == 200", "slow": "status == 500", "both": "status == 200 && true"},
        "extract": {"code": "status"})")});
    const auto exchanges = only<TracedExchange>(traces);
    ASSERT_EQ(exchanges.size(), 1u);
    EXPECT_THAT(exchanges[0].requestHead, HasSubstr("POST /ok"));
    EXPECT_THAT(exchanges[0].requestHead, HasSubstr("X-Mine: 1"));
    EXPECT_EQ(exchanges[0].requestBody, R"({"user":"u1"})");
    EXPECT_THAT(exchanges[0].responseHead, HasSubstr("200"));
    EXPECT_EQ(exchanges[0].sample.status, 200);
    EXPECT_GT(exchanges[0].sample.serviceTime().count(), 0);
    EXPECT_EQ(m_places.at(traces.front().site), "flows.main.steps[0].http");
    const auto results = only<TracedResults>(traces);
    ASSERT_EQ(results.size(), 1u);
    ASSERT_EQ(results[0].checks.size(), 3u);
    EXPECT_TRUE(results[0].checks[0].passed);
    EXPECT_EQ(results[0].checks[0].actual, "200");
    EXPECT_FALSE(results[0].checks[1].passed);
    EXPECT_EQ(results[0].checks[1].actual, "200");
    EXPECT_EQ(results[0].checks[2].actual, "") << "more than one test";
    ASSERT_EQ(results[0].values.size(), 1u);
    EXPECT_EQ(results[0].values[0].value, "200");
}

TEST_F(TryRunnerTest, DoesNotWaitWhereAUserWould) {
    const auto start = std::chrono::steady_clock::now();
    const auto traces = run({.steps = ask("/ok") + R"(, {"think": "1h"}, {"pacing": "1h"}, )" + ask("/ok")});
    EXPECT_EQ(only<TracedExchange>(traces).size(), 2u);
    EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::minutes(10));
}

TEST_F(TryRunnerTest, SetupAndWhatIsDoneOnceBelongToIt) {
    const auto traces = run({.steps = ask("/ok"),
                             .top = R"("setup": "login", )",
                             .flow = R"("before": [)" + ask("/ok") + R"(], "after": [)" + ask("/ok") + "], ",
                             .flows = R"("login": {"steps": [)" + ask("/ok") + "]}, "});
    std::vector<std::string> places;
    for (const engine::Trace& trace : traces) {
        places.push_back(m_places.at(trace.site));
    }
    EXPECT_THAT(places, ElementsAre("flows.login.steps[0].http", "flows.main.before[0].http",
                                    "flows.main.steps[0].http", "flows.main.after[0].http"));
}

TEST_F(TryRunnerTest, OneStepIsTriedAgainWithWhatWasKnown) {
    m_request.only = {"flows.main.steps[1]"};
    m_request.known = {{"token", R"("a ${b}")"}};
    const auto traces = run({.steps = ask("/ok", R"(, "extract": {"token": "status"})") + ", " +
                                      ask("/ok?t=${urlEncode(token)}")});
    const auto exchanges = only<TracedExchange>(traces);
    ASSERT_EQ(exchanges.size(), 1u);
    EXPECT_THAT(exchanges[0].url, HasSubstr("/ok?t=a%20%24%7Bb%7D")) << "a value is no template";
}

TEST_F(TryRunnerTest, OneStepInsideAnotherIsTheOnlyOne) {
    m_request.only = {"flows.main.before[0].group.steps[0]"};
    const auto traces = run({.steps = ask("/ok"),
                             .flow = R"("before": [{"group": {"name": "g", "steps": [)" + ask("/ok?inner") +
                                     ", " + ask("/ok") + "]}}], "});
    const auto exchanges = only<TracedExchange>(traces);
    ASSERT_EQ(exchanges.size(), 1u);
    EXPECT_THAT(exchanges[0].url, HasSubstr("inner"));
}

TEST_F(TryRunnerTest, ATargetThatIsNotThereIsAnExchangeWithoutAnswer) {
    const auto traces = run({.steps = R"({"http": {"name": "gone", "url": "http://127.0.0.1:1/"}})"});
    const auto exchanges = only<TracedExchange>(traces);
    ASSERT_EQ(exchanges.size(), 1u);
    EXPECT_EQ(exchanges[0].sample.outcome, metrics::Outcome::Refused);
    EXPECT_TRUE(exchanges[0].responseHead.empty());
    EXPECT_FALSE(exchanges[0].isExpected);
}

TEST_F(TryRunnerTest, CanBeStopped) {
    m_request.run.planText = runplan::PlanText{.steps = ask("/never")}.json();
    auto runner = TryRunner::create(m_request);
    ASSERT_TRUE(runner);
    (*runner)->stop();
    (*runner)->run([](const TryNews&) {});
}

TEST_F(TryRunnerTest, APlanThatIsWrongIsToldAsARunWould) {
    m_request.run.planText = runplan::PlanText{.steps = R"({"http": {"url": "${nowhere}"}})"}.json();
    const auto runner = TryRunner::create(m_request);
    ASSERT_FALSE(runner);
    EXPECT_TRUE(std::holds_alternative<PrepareError>(runner.error()));
}

} // namespace
} // namespace bw::run
