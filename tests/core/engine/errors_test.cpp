#include "tests/core/engine/load_test.h"

#include <gmock/gmock.h>

namespace bw::engine {
namespace {

using testing::Each;
using testing::HasSubstr;
using testing::Not;
using testing::SizeIs;

// A port where nobody listens: it was free a moment ago.
std::string closedPort() {
    const Target gone;
    return gone.url();
}

// What a server can do to a client costs a request with its kind, and no more.
class Errors : public LoadTest {
protected:
    Outcome runSteps(const std::string& steps, int iterations = 1, const RunOptions& options = {},
                     const std::string& top = {}) {
        PlanText text;
        text.top = top;
        text.steps = steps;
        text.scenarios =
            R"("load": {"executor": "per-vu-iterations", "flow": "main", "vus": 1, "iterations": )" +
            std::to_string(iterations) + "}";
        return run(text, options);
    }
    // Each request failed with this kind, is in no latency, and the iterations ran to their end.
    static void expectKind(const Outcome& run, const std::string& kind, double requests = 2) {
        EXPECT_EQ(run.count(Builtin::HttpReqs, {{"error_code", kind}}), requests) << kind;
        EXPECT_EQ(run.count(Builtin::HttpReqs), requests) << kind;
        EXPECT_EQ(run.rate(Builtin::HttpReqFailed).share(), 1) << kind;
        EXPECT_EQ(run.trend(Builtin::HttpReqDuration).count(), 0u) << kind;
        EXPECT_EQ(run.count(Builtin::Iterations), requests) << kind;
        EXPECT_THAT(run.examples, Not(testing::IsEmpty())) << kind;
        for (const Example& example : run.examples) {
            EXPECT_EQ(example.kind, kind);
        }
    }
};

TEST_F(Errors, ofTheConnectionHaveTheirKinds) {
    expectKind(runSteps(get("/reset"), 2), "reset");
    expectKind(runSteps(get("/cut"), 2), "closed");
    expectKind(runSteps(R"({"http": {"name": "r", "url": ")" + closedPort() + R"(/"}})", 2), "refused");
}

TEST_F(Errors, ofTheProtocolHaveTheirKinds) {
    expectKind(runSteps(get("/garbage"), 2), "protocol");
    expectKind(runSteps(get("/heads"), 2), "too_large");
}

TEST_F(Errors, aServerThatNeverAnswersIsATimeout) {
    const Outcome outcome = runSteps(get("/never", R"("timeout": "60ms")"), 2);
    expectKind(outcome, "timeout");
    EXPECT_GE(outcome.took, 120ms);
    EXPECT_LT(outcome.took, 3s);
}

TEST_F(Errors, aSlowServerIsATimeoutEvenAcrossRedirects) {
    const Outcome outcome = runSteps(get("/to/302?where=/never", R"("timeout": "60ms")"));
    EXPECT_EQ(outcome.count(Builtin::HttpReqs, {{"error_code", "timeout"}}), 1);
    EXPECT_LT(outcome.took, 3s);
}

TEST_F(Errors, aHostThatIsNotAllowedIsNotReached) {
    // 192.0.2.1 leads nowhere (RFC 5737): a packet there would cost the whole timeout.
    const std::string step = R"({"http": {"name": "r", "url": "http://192.0.2.1/", "timeout": "20s"}})";
    const Outcome outcome = runSteps(step, 2, {}, R"("allowedHosts": ["192.0.2.1"],)");
    expectKind(outcome, "not_allowed");
    EXPECT_LT(outcome.took, 5s);
    const Outcome redirected = runSteps(get("/to/302?where=http://192.0.2.1/", R"("timeout": "20s")"));
    EXPECT_EQ(redirected.count(Builtin::HttpReqs, {{"error_code", "not_allowed"}}), 1);
    EXPECT_LT(redirected.took, 5s);
}

TEST_F(Errors, aBodyThatNobodyReadsMayBeLarge) {
    const Outcome outcome = runSteps(get("/kilobytes/5000"));
    EXPECT_EQ(outcome.count(Builtin::HttpReqs, {{"status", "200"}}), 1);
    EXPECT_GT(outcome.count(Builtin::DataReceived), 5'000'000);
}

TEST_F(Errors, anUnexpectedStatusFailsTheRequestButHasALatency) {
    const Outcome outcome = runSteps(get("/status/503"), 2);
    EXPECT_EQ(outcome.rate(Builtin::HttpReqFailed), (metrics::RateValue{2, 2}));
    EXPECT_EQ(outcome.trend(Builtin::HttpReqDuration, {{"expected_response", "false"}}).count(), 2u);
    const Outcome wanted = runSteps(get("/status/503", R"("expectedStatus": [503])"), 2);
    EXPECT_EQ(wanted.rate(Builtin::HttpReqFailed), (metrics::RateValue{0, 2}));
    EXPECT_THAT(wanted.examples, testing::IsEmpty());
}

TEST_F(Errors, theFirstFiveOfAKindAreKept) {
    const Outcome outcome =
        runSteps(get("/status/500", R"("checks": {"never": "status == 1"})") + ", " + get("/status/404"), 9);
    const auto kept = [&](const std::string& kind) {
        return std::ranges::count(outcome.examples, kind, &Example::kind);
    };
    EXPECT_EQ(kept("status 500"), 5);
    EXPECT_EQ(kept("status 404"), 5);
    EXPECT_EQ(kept("check never"), 5);
    EXPECT_THAT(outcome.examples.front().request, HasSubstr("GET /status/500 HTTP/1.1"));
    EXPECT_THAT(outcome.examples.front().response, HasSubstr("HTTP/1.1 500"));
}

TEST_F(Errors, noSecretStandsInAnExampleNorInTheDebugText) {
    RunOptions options;
    options.debug = RunContext::Debug::On;
    options.secrets = {{"KEY", "s3cret/key"}};
    const std::string steps =
        get("/echo", R"("method": "POST", "query": {"q": "${secret.KEY}"}, "json": {"k": "${secret.KEY}"},
            "checks": {"never": "body == 'x'"},
            "auth": {"basic": {"user": "u", "password": "${secret.KEY}"}})");
    const Outcome outcome = runSteps(steps, 1, options, R"("secrets": ["KEY"],)");
    ASSERT_THAT(outcome.examples, SizeIs(1));
    ASSERT_THAT(outcome.told<DebugExchange>(), SizeIs(1));
    for (const std::string& text :
         {outcome.examples[0].request, outcome.examples[0].response, outcome.told<DebugExchange>()[0].text}) {
        EXPECT_THAT(text, Not(HasSubstr("s3cret")));
        EXPECT_THAT(text, Not(HasSubstr("dTpzM2NyZXQva2V5"))); // u:s3cret/key in base64
        EXPECT_THAT(text, HasSubstr("******"));
    }
}

TEST_F(Errors, aRequestThatIsNoneIsToldOnceAndEndsTheIteration) {
    const Outcome outcome = runSteps(get("/token", R"x("extract": {"bad": "'http//x y'"})x") +
                                         R"(, {"http": {"name": "r", "url": "${bad}"}})",
                                     3);
    EXPECT_EQ(outcome.count(Builtin::Iterations), 3);
    EXPECT_EQ(outcome.count(Builtin::HttpReqs), 3);
    ASSERT_THAT(outcome.told<BadRequest>(), SizeIs(1));
    EXPECT_EQ(outcome.told<BadRequest>()[0].text, "http//x y");
}

} // namespace
} // namespace bw::engine
