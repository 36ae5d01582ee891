#include "tests/core/engine/load_test.h"

#include <gmock/gmock.h>

namespace bw::engine {
namespace {

using testing::Contains;
using testing::ElementsAre;

// WebSocket sessions in a VU's life.
class WebSockets : public LoadTest {
protected:
    Outcome runSteps(const std::string& steps, int vus = 1, unsigned workers = 1) {
        PlanText text;
        text.steps = steps;
        text.scenarios = R"J("load": {"executor": "per-vu-iterations", "flow": "main", "vus": )J" +
                         std::to_string(vus) + R"J(, "iterations": 1})J";
        return run(text, {.workers = workers, .timeScale = 1});
    }
    // A session that sends that at once, with more keys.
    [[nodiscard]] std::string session(const std::string& send, const std::string& more = {}) const {
        return R"J({"websocket": {"name": "feed", "url": "ws)J" + target.url().substr(4) +
               R"J(/feed", "send": [)J" + send + "]" + (more.empty() ? "" : ", " + more) + "}}";
    }
    static std::string text(const std::string& words) { return R"J({"text": ")J" + words + R"J("})J"; }
    static std::string expect(const std::string& condition, const std::string& timeout = "5s") {
        return R"J({"expect": {"session": "feed", "condition": ")J" + condition + R"J(", "timeout": ")J" +
               timeout + R"J("}, "name": "waited"})J";
    }
};

TEST_F(WebSockets, messagesAreCountedCheckedAndTimed) {
    const Outcome outcome =
        runSteps(session(text("count 20"), R"J("duration": "200ms", "messages": {"timestamp": "json('$.t')",
        "checks": {"has a number": "json('$.n') > 0", "is small": "json('$.n') <= 15"}})J"),
                 3);
    EXPECT_EQ(outcome.count(Builtin::WsSessions), 3);
    EXPECT_EQ(outcome.count(Builtin::WsSessions, TagSet({{"status", "101"}})), 3);
    EXPECT_EQ(outcome.count(Builtin::WsMsgsSent), 3);
    EXPECT_EQ(outcome.count(Builtin::WsMsgsReceived), 60);
    EXPECT_EQ(outcome.count(Builtin::WsConnecting), 3);
    EXPECT_EQ(outcome.trend(Builtin::WsMsgLatency).count(), 60U);
    EXPECT_LT(outcome.trend(Builtin::WsMsgLatency).max(), 20'000'000'000);
    EXPECT_EQ(outcome.rate(Builtin::Checks, TagSet({{"check", "has a number"}})).trues, 60U);
    EXPECT_EQ(outcome.rate(Builtin::Checks, TagSet({{"check", "is small"}})).trues, 45U);
    EXPECT_EQ(outcome.count(Builtin::WsSessionDuration, TagSet({{"close_code", "1000"}})), 3);
    EXPECT_GE(outcome.trend(Builtin::WsSessionDuration).min(), 200'000'000);
    EXPECT_EQ(outcome.count(Builtin::Iterations), 3);
    EXPECT_GT(outcome.count(Builtin::DataReceived), 60 * 20);
}

TEST_F(WebSockets, withoutADurationASessionLastsAsLongAsItsSteps) {
    const Outcome outcome = runSteps(
        session(text("count 1"), R"J("steps": [)J" + get("/echo?inside") + R"J(, {"think": "50ms"}])J"));
    EXPECT_THAT(target.seen.all(), ElementsAre("GET /feed", "WS count 1", "GET /echo?inside"));
    EXPECT_EQ(outcome.count(Builtin::WsMsgsReceived), 1);
    EXPECT_GE(outcome.trend(Builtin::WsSessionDuration).min(), 50'000'000);
    EXPECT_LT(outcome.took, 5s);
}

TEST_F(WebSockets, gapsInNumbersAreLostMessages) {
    const Outcome outcome =
        runSteps(session(text("count 5") + "," + text("skip 5") + "," + text("skip 1"),
                         R"J("duration": "100ms", "messages": {"sequence": "json('$.n')"})J"));
    EXPECT_EQ(outcome.count(Builtin::WsMsgsReceived), 11);
    EXPECT_EQ(outcome.count(Builtin::WsMsgsLost), 6);
}

TEST_F(WebSockets, whatIsExtractedServesLaterSteps) {
    runSteps(session(text(R"J(say {\"token\": \"t-1\"})J"),
                     R"J("messages": {"extract": {"token": "json('$.token')"}}, "steps": [)J" +
                         expect("exists(json('$.token'))") + "]") +
             "," + get("/echo?${token}"));
    EXPECT_THAT(target.seen.all(), Contains("GET /echo?t-1"));
}

// Whether the message came before the step or comes later, it is found once.
TEST_F(WebSockets, expectFindsItsMessageBeforeAndAfter) {
    const Outcome outcome = runSteps(session(
        text("count 3"), R"J("steps": [{"think": "50ms"}, )J" + expect("json('$.n') == 2") + "," +
                             expect("json('$.n') == 3") + "," + expect("json('$.n') == 2", "30ms") + "]"));
    const auto waited = outcome.rate(Builtin::Checks, TagSet({{"check", "waited"}}));
    EXPECT_EQ(waited.trues, 2U) << "the second one is not found twice";
    EXPECT_EQ(waited.total, 3U);
    EXPECT_EQ(outcome.count(Builtin::WsExpectDuration), 2);
}

TEST_F(WebSockets, expectWithoutASessionFailsItsCheck) {
    const Outcome outcome =
        runSteps(session(text("close"), R"J("steps": [{"think": "100ms"}, )J" + expect("true") + "]") + "," +
                 expect("true"));
    const auto waited = outcome.rate(Builtin::Checks, TagSet({{"check", "waited"}}));
    EXPECT_EQ(waited.trues, 0U);
    EXPECT_EQ(waited.total, 2U);
    EXPECT_EQ(outcome.count(Builtin::WsSessionDuration, TagSet({{"close_code", "1008"}})), 1);
    EXPECT_LT(outcome.took, 5s) << "nobody waits for a session that is over";
}

TEST_F(WebSockets, aServerThatBreaksTheRulesIsCountedByItsError) {
    const Outcome outcome = runSteps(session(text("break"), R"J("duration": "10s")J"));
    EXPECT_EQ(outcome.count(Builtin::WsSessionDuration, TagSet({{"error_code", "protocol"}})), 1);
    const auto failed = outcome.told<ExchangeFailed>();
    ASSERT_EQ(failed.size(), 1U);
    EXPECT_EQ(failed.front().detail, "reserved_bit");
    EXPECT_LT(outcome.took, 5s);
}

TEST_F(WebSockets, whoIsRefusedIsInNoLatency) {
    const Outcome outcome =
        runSteps(R"J({"websocket": {"name": "feed", "url": "ws)J" + target.url().substr(4) + R"J(/ok"}})J");
    EXPECT_EQ(outcome.count(Builtin::WsSessions, TagSet({{"error_code", "protocol"}, {"status", "200"}})), 1);
    EXPECT_EQ(outcome.count(Builtin::WsConnecting), 0);
    ASSERT_EQ(outcome.examples.size(), 1U);
    EXPECT_EQ(outcome.examples.front().kind, "protocol");
    EXPECT_EQ(outcome.count(Builtin::Iterations), 1)
        << "the flow goes on, as it does after a request that failed";
}

TEST_F(WebSockets, cutOffInTheMidstASessionIsCounted) {
    PlanText plan;
    plan.steps = session(text("count 2"), R"J("duration": "1h")J");
    plan.scenarios =
        R"J("load": {"executor": "constant-vus", "flow": "main", "vus": 70, "duration": "1s", "gracefulStop": "0s"})J";
    const Outcome outcome = run(plan, {.workers = 2, .timeScale = 1});
    EXPECT_EQ(outcome.count(Builtin::WsSessions), 70);
    EXPECT_EQ(outcome.count(Builtin::WsMsgsReceived), 140);
    EXPECT_EQ(outcome.count(Builtin::WsSessionDuration), 70);
    EXPECT_EQ(outcome.count(Builtin::InterruptedIterations), 70);
}

} // namespace
} // namespace bw::engine
