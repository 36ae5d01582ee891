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

TEST_F(WebSockets, aMessageThatIsNoJsonIsOneWithoutValues) {
    const Outcome outcome =
        runSteps(session(text("say {a:1}") + "," + text("say [1,,") + "," + text("count 1"),
                         R"J("duration": "100ms", "messages": {"timestamp": "json('$.t')",
        "sequence": "json('$.n')", "checks": {"has a number": "exists(json('$.n'))"}})J"));
    EXPECT_EQ(outcome.count(Builtin::WsMsgsReceived), 3);
    EXPECT_EQ(outcome.count(Builtin::WsMsgLatency), 1);
    EXPECT_EQ(outcome.rate(Builtin::Checks).trues, 1U);
}

TEST_F(WebSockets, messagesAddToMetricsOfThePlan) {
    const Outcome outcome = runSteps(session(text("count 4") + "," + text(R"J(say {\"other\": true})J"),
                                             R"J("duration": "100ms", "messages": {"metrics": [
        {"name": "ticks", "type": "counter", "add": "json('$.n')", "tags": {"odd": "${json('$.n') % 2 == 1}"}},
        {"name": "all", "type": "counter", "add": "1"}]})J"));
    EXPECT_EQ(std::get<metrics::CounterValue>(outcome.own("ticks")).sum, 10);
    EXPECT_EQ(std::get<metrics::CounterValue>(outcome.own("ticks", TagSet({{"odd", "true"}}))).sum, 4);
    EXPECT_EQ(std::get<metrics::CounterValue>(outcome.own("all")).sum, 5);
    EXPECT_TRUE(outcome.told<ExpressionFailed>().empty()) << "a message without the value is none of these";
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

TEST_F(WebSockets, messagesLeaveOnATimer) {
    const Outcome outcome =
        runSteps(session(R"J({"text": "say ${vu}", "every": "20ms"})J", R"J("duration": "210ms")J"));
    EXPECT_GE(outcome.count(Builtin::WsMsgsSent), 2);
    EXPECT_LE(outcome.count(Builtin::WsMsgsSent), 10);
    EXPECT_THAT(target.seen.all(), Contains("WS say 1"));
}

TEST_F(WebSockets, aSessionEndsWithTheMessageThatItWaitsFor) {
    const Outcome outcome = runSteps(session(text("count 3"), R"J("until": "json('$.n') == 2")J"));
    EXPECT_EQ(outcome.count(Builtin::WsSessionDuration, TagSet({{"close_code", "1000"}})), 1);
    EXPECT_LT(outcome.took, 10s);
    const Outcome late =
        runSteps(session(text("count 1"), R"J("until": "json('$.n') == 2", "duration": "100ms")J"));
    EXPECT_EQ(late.count(Builtin::WsSessionDuration), 1) << "or when its time is over";
    EXPECT_LT(late.took, 10s);
}

TEST_F(WebSockets, itIsClosedAsThePlanSays) {
    const Outcome outcome = runSteps(
        session(text("count 1"), R"J("duration": "50ms", "close": {"code": 4001, "reason": "done"})J"));
    EXPECT_EQ(outcome.count(Builtin::WsSessionDuration, TagSet({{"close_code", "4001"}})), 1)
        << "the server answers with the same";
}

TEST_F(WebSockets, pingsAreTimed) {
    const Outcome outcome =
        runSteps(session(text("count 1"), R"J("duration": "200ms", "pingEvery": "20ms")J"));
    EXPECT_GE(outcome.count(Builtin::WsPing), 1);
    EXPECT_GT(outcome.trend(Builtin::WsPing).min(), 0);
}

TEST_F(WebSockets, bytesAreSentAsBytes) {
    const Outcome outcome = runSteps(session(R"J({"binary": "${base64('count 2')}"})J",
                                             R"J("duration": "1h", "until": "json('$.n') == 2")J"));
    EXPECT_THAT(target.seen.all(), Contains("WS binary count 2"));
    const Outcome wrong = runSteps(session(R"J({"binary": "no base64"})J", R"J("duration": "1h")J"));
    EXPECT_EQ(wrong.told<BadRequest>().size(), 1U);
    EXPECT_EQ(outcome.count(Builtin::WsMsgsReceived), 2);
}

TEST_F(WebSockets, aSessionThatEndsTooEarlyIsOpenedAnew) {
    const Outcome outcome =
        runSteps(session(text("count 1") + R"J(, {"text": "close", "every": "10ms"})J",
                         R"J("duration": "400ms", "reconnect": {"times": 2, "backoff": "1ms"})J"));
    EXPECT_GE(outcome.count(Builtin::WsSessions), 3) << "messages begin the count of attempts anew";
    EXPECT_GE(outcome.count(Builtin::WsMsgsReceived), 3) << "what is sent at the opening is sent again";
    EXPECT_EQ(outcome.count(Builtin::WsSessionDuration), outcome.count(Builtin::WsSessions));
    EXPECT_EQ(outcome.snapshot.sessionsOpen, 0);
}

TEST_F(WebSockets, whoIsRefusedTriesAsOftenAsThePlanSays) {
    const auto refusing = [&](const std::string& path, const std::string& times) {
        return R"J({"websocket": {"name": "feed", "url": "ws)J" + target.url().substr(4) + path +
               R"J(", "send": [{"text": "count 1"}], "until": "true", "reconnect": {"backoff": "1ms", "times": )J" +
               times + "}}}";
    };
    const Outcome outcome = runSteps(refusing("/refusing/2", "2"));
    EXPECT_EQ(outcome.count(Builtin::WsSessions, TagSet({{"status", "503"}})), 2);
    EXPECT_EQ(outcome.count(Builtin::WsSessions, TagSet({{"status", "101"}})), 1);
    EXPECT_EQ(outcome.count(Builtin::WsMsgsReceived), 1);
    const Outcome never = runSteps(refusing("/refusing/99", "1"));
    EXPECT_EQ(never.count(Builtin::WsSessions), 2);
    EXPECT_EQ(never.count(Builtin::WsConnecting), 0);
    EXPECT_LT(never.took, 10s);
}

// The step inside goes on when the session is back.
TEST_F(WebSockets, stepsWaitForASessionThatComesBack) {
    const Outcome outcome =
        runSteps(session(text("count 1") + "," + text("close"),
                         R"J("reconnect": {"times": 9, "backoff": "1ms"}, "steps": [{"think": "30ms"}, )J" +
                             expect("json('$.n') == 1") + "," + expect("json('$.n') == 1") + "]"));
    EXPECT_EQ(outcome.rate(Builtin::Checks, TagSet({{"check", "waited"}})).trues, 2U);
}

TEST_F(WebSockets, anotherMachinesClockIsCorrectedByRoundTrips) {
    const std::string send = R"J({"text": "behind 60000", "every": "10ms"})J";
    const std::string more = R"J("duration": "300ms", "messages": {"timestamp": "json('$.t')", "clock": )J";
    const Outcome corrected = runSteps(session(send, more + R"J("ping"})J"));
    ASSERT_GT(corrected.count(Builtin::WsMsgLatency), 0);
    EXPECT_LT(corrected.trend(Builtin::WsMsgLatency).max(), 20'000'000'000);
    EXPECT_GE(corrected.count(Builtin::WsPing), 1);
    ASSERT_EQ(corrected.told<ClockCorrected>().size(), 1U);
    EXPECT_NEAR(static_cast<double>(corrected.told<ClockCorrected>().front().ahead.count()) / 1e9, 60, 20);
    const Outcome trusted = runSteps(session(send, more + R"J("auto"})J"));
    EXPECT_GE(trusted.trend(Builtin::WsMsgLatency).min(), 60'000'000'000 - 60'000'000)
        << "this machine's own clock is right";
    EXPECT_TRUE(trusted.told<ClockCorrected>().empty());
}

TEST_F(WebSockets, tagsMayDifferFromSessionToSession) {
    const Outcome outcome =
        runSteps(session(text("count ${vu}"), R"J("duration": "100ms", "tags": {"user": "u-${vu}"})J"), 2);
    EXPECT_EQ(outcome.count(Builtin::WsMsgsReceived, TagSet({{"user", "u-1"}})), 1);
    EXPECT_EQ(outcome.count(Builtin::WsMsgsReceived, TagSet({{"user", "u-2"}})), 2);
    EXPECT_EQ(outcome.count(Builtin::WsSessionDuration, TagSet({{"user", "u-2"}})), 1);
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
