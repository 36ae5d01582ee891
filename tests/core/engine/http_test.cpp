#include "tests/core/engine/load_test.h"

#include <gmock/gmock.h>

namespace bw::engine {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

constexpr std::uint64_t kMs = 1'000'000;

// What one HTTP step sends, follows, reads and measures.
class HttpSteps : public LoadTest {
protected:
    Outcome runSteps(const std::string& steps, int iterations = 1, const std::string& top = {}) {
        PlanText text;
        text.top = top;
        text.steps = steps;
        text.scenarios =
            R"("load": {"executor": "per-vu-iterations", "flow": "main", "vus": 1, "iterations": )" +
            std::to_string(iterations) + "}";
        return run(text, {.secrets = {{"KEY", "s3cret"}}});
    }
    // Whether the last answer is what the expression says.
    static std::string checked(const std::string& path, const std::string& condition,
                               const std::string& more = {}) {
        return get(path, R"("checks": {"it": ")" + condition + '"' + "}" + (more.empty() ? "" : ", " + more));
    }
    static bool held(const Outcome& run) {
        const auto checks = run.rate(Builtin::Checks);
        return checks.total > 0 && checks.trues == checks.total;
    }
};

TEST_F(HttpSteps, checksAreCountedByName) {
    const Outcome outcome = runSteps(
        get("/ok",
            R"("checks": {"good": "status == 200", "bad": "status == 201", "broken": "header('X-Missing') + 1 > 0"})"),
        3);
    EXPECT_EQ(outcome.rate(Builtin::Checks, {{"check", "good"}}), (metrics::RateValue{3, 3}));
    EXPECT_EQ(outcome.rate(Builtin::Checks, {{"check", "bad"}}), (metrics::RateValue{0, 3}));
    EXPECT_EQ(outcome.rate(Builtin::Checks, {{"check", "broken"}}), (metrics::RateValue{0, 3}));
    EXPECT_EQ(outcome.snapshot.checksPassed, 3);
    EXPECT_EQ(outcome.snapshot.checksFailed, 6);
}

TEST_F(HttpSteps, extractedValuesServeLaterSteps) {
    EXPECT_TRUE(held(runSteps(get("/token", R"x("extract": {"token": "json('$.token')"})x") + ", " +
                              checked("/echo?${token}", "contains(body, 't-4711')"))));
}

TEST_F(HttpSteps, bodiesAuthAndQueriesArriveAsWritten) {
    EXPECT_TRUE(held(runSteps(checked("/field/authorization", "body == 'Basic dTpw'",
                                      R"("auth": {"basic": {"user": "u", "password": "p"}})"))));
    EXPECT_TRUE(
        held(runSteps(checked("/field/authorization", "body == 'Bearer t'", R"("auth": {"bearer": "t"})"))));
    EXPECT_TRUE(held(
        runSteps(checked("/echo", "body == '/echo?a=1%202&b=x|'", R"("query": {"a": "1 2", "b": "x"})"))));
    EXPECT_TRUE(held(runSteps(
        checked("/echo", "body == '/echo|{\\\"n\\\":1}'", R"("method": "POST", "json": {"n": "${vu}"})"))));
    EXPECT_TRUE(held(
        runSteps(checked("/echo", "body == '/echo|a=b+c'", R"("method": "POST", "form": {"a": "b c"})"))));
}

TEST_F(HttpSteps, everyHopOfARedirectIsASample) {
    const Outcome outcome =
        runSteps(checked("/to/302?where=/ok", "status == 200", R"("method": "POST", "text": "b")"));
    EXPECT_TRUE(held(outcome));
    EXPECT_THAT(target.seen.all(), ElementsAre("POST /to/302?where=/ok b", "GET /ok"));
    EXPECT_EQ(outcome.count(Builtin::HttpReqs, {{"status", "302"}}), 1);
    EXPECT_EQ(outcome.count(Builtin::HttpReqs, {{"status", "200"}}), 1);
}

TEST_F(HttpSteps, aRedirectKeepsMethodAndBodyWhereItMust) {
    runSteps(get("/to/307?where=/echo", R"("method": "PUT", "text": "b")"));
    EXPECT_THAT(target.seen.all(), ElementsAre("PUT /to/307?where=/echo b", "PUT /echo b"));
}

TEST_F(HttpSteps, redirectsEndAtTheirLimit) {
    const Outcome outcome =
        runSteps(checked("/to/302?where=/to/302?where=/ok", "status == 302", R"("followRedirects": 0)"));
    EXPECT_TRUE(held(outcome));
    EXPECT_EQ(outcome.count(Builtin::HttpReqs), 1);
    const std::string self = "/to/302?where=%2Fto%2F302";
    EXPECT_EQ(runSteps(get(self)).count(Builtin::HttpReqs), 2); // the second has no Location
}

TEST_F(HttpSteps, credentialsStayWithTheirOrigin) {
    Target other;
    runSteps(checked("/to/302?where=" + other.url() + "/field/authorization", "body == 'none'",
                     R"("auth": {"bearer": "t"})"));
    const Outcome bearer = runSteps(checked("/to/302?where=" + other.url() + "/field/authorization",
                                            "body == 'none'", R"("auth": {"bearer": "t"})"));
    EXPECT_TRUE(held(bearer));
    const Outcome key = runSteps(checked("/to/302?where=" + other.url() + "/field/x-key", "body == 'none'",
                                         R"("auth": {"apiKey": {"name": "X-Key", "value": "k"}})"));
    EXPECT_TRUE(held(key));
    const Outcome home = runSteps(
        checked("/to/302?where=/field/authorization", "body == 'Bearer t'", R"("auth": {"bearer": "t"})"));
    EXPECT_TRUE(held(home));
}

TEST_F(HttpSteps, cookiesLiveForAnIteration) {
    const std::string steps =
        R"({"http": {"name": "first", "url": "${base}/field/cookie", "checks": {"none": "body == 'none'"}}}, )" +
        get("/cookie/a${iteration}") + ", " + checked("/field/cookie", "body == 'id=a' + iteration");
    EXPECT_TRUE(held(runSteps(steps, 2)));
    const Outcome kept = runSteps(steps, 2, R"("defaults": {"http": {"noCookiesReset": true}},)");
    EXPECT_EQ(kept.rate(Builtin::Checks, {{"check", "none"}}), (metrics::RateValue{1, 2}));
}

TEST_F(HttpSteps, compressedBodiesAreRead) {
    EXPECT_TRUE(held(runSteps(checked("/gzip", "json('$.ok') == true && size > 0"))));
}

TEST_F(HttpSteps, phasesTellWhereTheTimeWent) {
    const Outcome outcome = runSteps(get("/late/50"), 3);
    EXPECT_GE(outcome.trend(Builtin::HttpReqWaiting).min(), 49 * kMs);
    EXPECT_LT(outcome.trend(Builtin::HttpReqReceiving).max(), 40 * kMs);
    EXPECT_GE(outcome.trend(Builtin::HttpReqDuration).min(), outcome.trend(Builtin::HttpReqWaiting).min());
    EXPECT_GT(outcome.trend(Builtin::HttpReqConnecting).max(), 0u); // the first
    EXPECT_EQ(outcome.trend(Builtin::HttpReqConnecting).min(), 0u); // the others found it open
    EXPECT_GE(outcome.trend(Builtin::IterationDuration).min(), 50 * kMs);
    EXPECT_EQ(outcome.trend(Builtin::HttpReqTlsHandshaking).max(), 0u);
}

TEST_F(HttpSteps, bytesAreThoseOfTheSocket) {
    const Outcome outcome = runSteps(get("/kilobytes/100"), 4);
    EXPECT_GT(outcome.count(Builtin::DataReceived), 4 * 102'400);
    EXPECT_LT(outcome.count(Builtin::DataReceived), 4 * 103'000);
    EXPECT_GT(outcome.count(Builtin::DataSent), 4 * 50);
    EXPECT_LT(outcome.count(Builtin::DataSent), 4 * 500);
    EXPECT_EQ(static_cast<double>(outcome.snapshot.bytesReceived), outcome.count(Builtin::DataReceived));
}

TEST_F(HttpSteps, sharedConnectionsAreNeverMoreThanSaid) {
    PlanText text;
    text.top = R"("defaults": {"http": {"connections": {"shared": 2}}},)";
    text.steps = get("/late/5");
    text.scenarios =
        R"("load": {"executor": "per-vu-iterations", "flow": "main", "vus": 10, "iterations": 3})";
    std::size_t most = 0;
    const Outcome outcome = run(text, {.onLook = [&](LoadEngine&, const metrics::Snapshot&) {
                                    most = std::max(most, target.openConnections());
                                }});
    EXPECT_EQ(outcome.count(Builtin::HttpReqs), 30);
    EXPECT_LE(most, 2u);
}

} // namespace
} // namespace bw::engine
