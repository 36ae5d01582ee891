#include "core/testplan/parse.h"
#include "tests/core/testplan/base_plan.h"

#include <gmock/gmock.h>
#include <ostream>

namespace bw::testplan {
namespace {

struct Wrong {
    std::string_view from; // a piece of the base plan
    std::string_view to;   // what makes it wrong
    ProblemKind kind;
    std::string_view place;
    std::string_view subject = {};
    std::string_view suggestion = {};
};

void PrintTo(const Wrong& wrong, std::ostream* out) {
    *out << wrong.to;
}

std::string placesOf(const ParseOutcome& outcome) {
    std::string places;
    for (const Problem& problem : outcome.problems) {
        places += problem.place + ' ' + std::to_string(static_cast<int>(problem.kind)) + '\n';
    }
    return places;
}

class WrongPlan : public testing::TestWithParam<Wrong> {};

TEST_P(WrongPlan, HasOneProblemAtItsPlace) {
    const Wrong& wrong = GetParam();
    const std::string text = changedPlan(wrong.from, wrong.to);
    ASSERT_FALSE(text.empty()) << "the piece must stand once in the base plan";
    const ParseOutcome outcome = parse(text);
    ASSERT_EQ(outcome.problems.size(), 1U) << placesOf(outcome);
    const Problem& problem = outcome.problems.front();
    EXPECT_EQ(problem.kind, wrong.kind);
    EXPECT_EQ(problem.place, wrong.place);
    if (!wrong.subject.empty()) {
        EXPECT_EQ(problem.subject, wrong.subject);
    }
    EXPECT_EQ(problem.suggestion, wrong.suggestion);
    EXPECT_GT(problem.line, 0U);
}

using enum ProblemKind;

INSTANTIATE_TEST_SUITE_P(
    Shape, WrongPlan,
    testing::Values(
        Wrong{R"("bellwether": 1)", R"("bellwether": 2)", NewerFormat, "bellwether", "2"},
        Wrong{R"("bellwether": 1)", R"("bellwether": 0)", OutOfRange, "bellwether", "0"},
        Wrong{R"("bellwether": 1)", R"("bellwether": "1")", WrongType, "bellwether", "string"},
        Wrong{R"("bellwether": 1,)", "", MissingKey, "bellwether"},
        Wrong{R"("name": "base")", R"("name": 5)", WrongType, "name", "number"},
        Wrong{R"("name": "base")", R"("nmae": "base")", UnknownKey, "nmae", "nmae", "name"},
        Wrong{R"("name": "base",)", R"("name": "base", "name": "again",)", DuplicateKey, "name", "name"},
        Wrong{R"("limit": 3)", R"("limit": {"a": 1, "a": 2})", DuplicateKey, "variables.limit.a", "a"},
        Wrong{R"("file": "users.csv")", R"("order": "random")", MissingKey, "feeds.users.file"},
        Wrong{R"("file": "users.csv")", R"("file": "users.csv", "order": "sequental")", NotOneOf,
              "feeds.users.order", "sequental", "sequential"},
        Wrong{R"("timeout": "10s")", R"("timeout": true)", WrongType, "defaults.http.timeout", "boolean"},
        Wrong{R"("timeout": "10s")", R"("connections": {"shared": 5, "shard": 5})", UnknownKey,
              "defaults.http.connections.shard", "shard", "shared"}));
INSTANTIATE_TEST_SUITE_P(
    Steps, WrongPlan,
    testing::Values(
        Wrong{R"({"think": "100ms..2s"})", R"({"thnik": "1s", "think": "1s"})", UnknownKey,
              "flows.order_placement.steps[1].thnik", "thnik", "think"},
        Wrong{R"({"think": "100ms..2s"})", R"({"name": "nothing"})", NoStepKind,
              "flows.order_placement.steps[1]"},
        Wrong{R"({"think": "100ms..2s"})", R"({"think": "1s", "pacing": "1s"})", TwoOfOne,
              "flows.order_placement.steps[1]", "think, pacing"},
        Wrong{R"({"think": "100ms..2s"})",
              R"({"group": {"name": "g", "disabled": true, "steps": []}, "disabled": true})", WrittenTwice,
              "flows.order_placement.steps[1].disabled"},
        Wrong{R"("100ms..2s")", R"("5x")", NotADuration, "flows.order_placement.steps[1].think", "5x"},
        Wrong{R"("100ms..2s")", R"("3s..2s")", LowAboveHigh, "flows.order_placement.steps[1].think", "3s"},
        Wrong{R"("100ms..2s")", R"("-1s")", OutOfRange, "flows.order_placement.steps[1].think", "-1s"},
        Wrong{R"("100ms..2s")", R"({"normal": ["1s"]})", WrongType,
              "flows.order_placement.steps[1].think.normal"},
        Wrong{R"("100ms..2s")", R"({"uniform": "1s", "exponential": "1s"})", UnknownKey,
              "flows.order_placement.steps[1].think.uniform", "uniform"},
        Wrong{R"("method": "POST")", R"("method": "POTS")", NotOneOf,
              "flows.order_placement.steps[0].http.method", "POTS", "POST"},
        Wrong{R"("${baseUrl}/orders")", R"("ftp://host/")", NotAUrl,
              "flows.order_placement.steps[0].http.url"},
        Wrong{R"("${baseUrl}/orders")", R"("${baseUlr}/orders")", BadTemplate,
              "flows.order_placement.steps[0].http.url", "${baseUlr}/orders", "baseUrl"},
        Wrong{R"("${feed.users.name}")", R"("${feed.user.name}")", BadTemplate,
              "flows.order_placement.steps[0].http.json.user", "${feed.user.name}", "users"},
        Wrong{R"("duration < 10")", R"("durtion < 10")", BadExpression,
              R"(flows.order_placement.steps[0].http.checks["is < 10ms"])", "durtion < 10", "duration"},
        Wrong{R"("duration < 10")", R"("duration <")", BadExpression,
              R"(flows.order_placement.steps[0].http.checks["is < 10ms"])", "duration <"},
        Wrong{R"("is < 10ms")", R"("a::b")", BadName, R"(flows.order_placement.steps[0].http.checks["a::b"])",
              "a::b"},
        Wrong{R"("json": {"user": "${feed.users.name}"},)", R"("json": {}, "text": "",)", TwoOfOne,
              "flows.order_placement.steps[0].http", "json, text"},
        Wrong{R"("method": "POST",)", R"("method": "POST", "expectedStatus": "2xx",)", BadStatusRange,
              "flows.order_placement.steps[0].http.expectedStatus", "2xx"},
        Wrong{R"("method": "POST",)", R"("method": "POST", "expectedStatus": [200, 700],)", OutOfRange,
              "flows.order_placement.steps[0].http.expectedStatus[1]", "700"},
        Wrong{R"("method": "POST",)", R"("method": "POST", "headers": {"a b": "c"},)", BadName,
              R"(flows.order_placement.steps[0].http.headers["a b"])", "a b"},
        Wrong{R"("method": "POST",)", R"("method": "POST", "body": {},)", UnknownKey,
              "flows.order_placement.steps[0].http.body", "body", "text"},
        Wrong{R"("json": {"user": "${feed.users.name}"})", R"("file": "../secret")", FileOutsideFolder,
              "flows.order_placement.steps[0].http.file", "../secret"},
        Wrong{R"("session": "feed")", R"("session": "fed")", NoSuchSession,
              "flows.order_placement.steps[2].websocket.steps[0].expect.session", "fed", "feed"},
        Wrong{R"("url": "ws://127.0.0.1/ws")",
              R"("url": "ws://127.0.0.1/ws", "send": [{"text": "ping", "every": "0s"}])", OutOfRange,
              "flows.order_placement.steps[2].websocket.send[0].every", "0s"},
        Wrong{R"("url": "ws://127.0.0.1/ws")", R"("url": "ws://127.0.0.1/ws", "pingEvery": "0s")", OutOfRange,
              "flows.order_placement.steps[2].websocket.pingEvery", "0s"},
        Wrong{R"("url": "ws://127.0.0.1/ws")", R"("url": "ws://127.0.0.1/ws", "close": {"code": 1005})",
              OutOfRange, "flows.order_placement.steps[2].websocket.close.code", "1005"},
        Wrong{
            R"("url": "ws://127.0.0.1/ws")",
            R"("url": "ws://127.0.0.1/ws", "messages": {"metrics": [{"name": "ws_ping", "type": "trend", "add": "1"}]})",
            NameTaken, "flows.order_placement.steps[2].websocket.messages.metrics[0].name", "ws_ping"},
        Wrong{R"("url": "ws://127.0.0.1/ws")", R"("url": "ws://127.0.0.1/ws", "reconnect": {})", MissingKey,
              "flows.order_placement.steps[2].websocket.reconnect.times"},
        Wrong{R"("url": "ws://127.0.0.1/ws")", R"("url": "ws://127.0.0.1/ws", "messages": {"clock": "pong"})",
              NotOneOf, "flows.order_placement.steps[2].websocket.messages.clock", "pong", "ping"},
        Wrong{R"("name": "orders_total", "type": "counter")", R"("name": "orders_total", "type": "count")",
              NotOneOf, "flows.order_placement.steps[3].metric.type", "count", "counter"},
        Wrong{R"({"think": "100ms..2s"})",
              R"({"metric": {"name": "http_reqs", "type": "counter", "add": "1"}})", NameTaken,
              "flows.order_placement.steps[1].metric.name", "http_reqs"}));

INSTANTIATE_TEST_SUITE_P(
    Load, WrongPlan,
    testing::Values(
        Wrong{R"("duration": "2m")", R"("duration": "5x")", NotADuration,
              "scenarios.market_open.stages[1].duration", "5x"},
        Wrong{R"("duration": "2m", "target": 0)", R"("duration": "2m", "target": -1)", OutOfRange,
              "scenarios.market_open.stages[1].target", "-1"},
        Wrong{R"("duration": "2m", "target": 0)", R"("duration": "2m", "target": 1.5)", NotAnInteger,
              "scenarios.market_open.stages[1].target", "1.5"},
        Wrong{R"("duration": "2m", "target": 0)", R"("duration": "2m", "target": 100000001)", OutOfRange,
              "scenarios.market_open.stages[1].target", "100000001"},
        Wrong{R"("executor": "ramping-vus")", R"("executor": "ramping-vu")", NotOneOf,
              "scenarios.market_open.executor", "ramping-vu", "ramping-vus"},
        Wrong{R"("executor": "ramping-vus", )", "", MissingKey, "scenarios.market_open.executor"},
        Wrong{R"("flow": "order_placement")", R"("flow": "order_placment")", NoSuchFlow,
              "scenarios.market_open.flow", "order_placment", "order_placement"},
        Wrong{R"("setup": "login")", R"("setup": "logn")", NoSuchFlow, "setup", "logn", "login"},
        Wrong{R"("setup": "login")", R"("setup": "")", NoSuchFlow, "setup"},
        Wrong{R"("market_open")", R"("market open")", BadName, R"(scenarios["market open"])", "market open"},
        Wrong{R"("rate": 10)", R"("rate": 0)", OutOfRange, "scenarios.stress.rate", "0"},
        Wrong{R"("duration": "10s")", R"("duration": "999ms")", OutOfRange, "scenarios.stress.duration",
              "999ms"},
        Wrong{R"("duration": "10s")", R"("duration": "10s", "timeUnit": "0s")", OutOfRange,
              "scenarios.stress.timeUnit", "0s"},
        Wrong{R"("maxVUs": 50)", R"("maxVUs": 4)", MaxBelowPreAllocated, "scenarios.stress.maxVUs", "4"},
        Wrong{R"("maxVUs": 50)", R"("exec": "login")", UnknownKey, "scenarios.stress.exec", "exec", "flow"},
        Wrong{R"("maxVUs": 50)", R"("vus": 5)", UnknownKey, "scenarios.stress.vus", "vus"},
        Wrong{R"("preAllocatedVUs": 5, )", "", MissingKey, "scenarios.stress.preAllocatedVUs"},
        Wrong{R"("iterations": 4)", R"("iterations": 1)", FewerIterationsThanVus, "scenarios.few.iterations",
              "1"},
        Wrong{R"("iterations": 4)", R"("iterations": 4, "maxDuration": "0s")", OutOfRange,
              "scenarios.few.maxDuration"},
        Wrong{R"("iterations": 4)", R"("iterations": 4, "startTime": "-1s")", OutOfRange,
              "scenarios.few.startTime"},
        Wrong{R"("vus": 2, )", R"("vus": 0, )", OutOfRange, "scenarios.few.vus", "0"}));

INSTANTIATE_TEST_SUITE_P(
    Data, WrongPlan,
    testing::Values(
        Wrong{R"("limit": 3)", R"("a b": 3)", BadName, R"(variables["a b"])", "a b"},
        Wrong{R"("limit": 3)", R"("status": 3)", NameTaken, "variables.status", "status"},
        Wrong{R"("API_TOKEN")", R"("API-TOKEN")", BadName, "secrets[0]", "API-TOKEN"},
        Wrong{R"("API_TOKEN")", R"("API_TOKEN", "API_TOKEN")", NameTaken, "secrets[1]", "API_TOKEN"},
        Wrong{R"("users.csv")", R"("/etc/passwd")", FileOutsideFolder, "feeds.users.file", "/etc/passwd"},
        Wrong{R"("users.csv")", R"("a/../../users.csv")", FileOutsideFolder, "feeds.users.file"},
        Wrong{R"("timeout": "10s")", R"("timeout": "0s")", OutOfRange, "defaults.http.timeout", "0s"},
        Wrong{R"("timeout": "10s")", R"("localAddresses": ["127.0.0.1", "localhost"])", BadAddress,
              "defaults.http.localAddresses[1]", "localhost"},
        Wrong{R"("name": "base",)", R"("name": "base", "allowedHosts": ["http://x"],)", BadName,
              "allowedHosts[0]"}));

INSTANTIATE_TEST_SUITE_P(
    Limits, WrongPlan,
    testing::Values(
        Wrong{R"("http_req_duration{name:order}")", R"("http_req_durations{name:order}")", NoSuchMetric,
              R"(thresholds["http_req_durations{name:order}"])", "http_req_durations", "http_req_duration"},
        Wrong{R"("http_req_duration{name:order}")", R"("http_req_duration{name}")", BadSelector,
              R"(thresholds["http_req_duration{name}"])", "name"},
        Wrong{R"("p(99)<10")", R"("count<10")", MethodNotForMetric,
              R"(thresholds["http_req_duration{name:order}"][0])", "count"},
        Wrong{R"("p(99)<10")", R"("p(101)<10")", BadThreshold,
              R"(thresholds["http_req_duration{name:order}"][0])", "p(101)"},
        Wrong{R"("p(99)<10")", R"("p(99)<10ms")", BadThreshold,
              R"(thresholds["http_req_duration{name:order}"][0])", "10ms"},
        Wrong{R"("count>0")", R"("value>0")", MethodNotForMetric, "thresholds.orders_total[0].threshold",
              "value"},
        Wrong{R"("threshold": "count>0")", R"("threshold": "count>0", "window": "x")", NotADuration,
              "thresholds.orders_total[0].window", "x"},
        Wrong{R"("select": "name:order")", R"("select": "order")", BadSelector, "budgets[0].rows[0].select",
              "order"},
        Wrong{R"("p99": "10ms")", R"("p99": "0ms")", OutOfRange, "budgets[0].rows[0].p99", "0ms"},
        Wrong{R"("p99": "10ms")", R"("p98": "10ms")", UnknownKey, "budgets[0].rows[0].p98", "p98", "p95"},
        Wrong{R"("p99": "10ms")", R"("within": {"x": 0.5})", NotADuration, "budgets[0].rows[0].within.x",
              "x"},
        Wrong{R"("errorRate": 0.01)", R"("errorRate": 1.5)", OutOfRange, "budgets[0].rows[0].errorRate",
              "1.5"},
        Wrong{R"("<200MB/s")", R"("<200MB")", BadLimit, "budgets[0].rows[1].rate", "<200MB"},
        Wrong{R"("data_received")", R"("data_recieved")", NoSuchMetric, "budgets[0].rows[1].metric",
              "data_recieved", "data_received"},
        Wrong{R"("data_received")", R"("vus")", MethodNotForMetric, "budgets[0].rows[1].rate", "rate"},
        Wrong{R"("<80%")", R"("80")", BadLimit, "budgets[0].rows[2].cpu", "80"},
        Wrong{R"(, "cpu": "<80%")", "", NoneOfOne, "budgets[0].rows[2]"}));

TEST(Problems, BasePlanHasNone) {
    const ParseOutcome outcome = parse(kBasePlan);
    EXPECT_TRUE(outcome.ok());
    EXPECT_TRUE(outcome.problems.empty()) << outcome.problems.front().place;
}

TEST(Problems, AreAllListedInTheOrderOfTheDocument) {
    std::string text = changedPlan(R"("setup": "login")", R"("setup": "logn")");
    text.replace(text.find("\"p(99)<10\""), 10, "\"p(99)\"");
    text.replace(text.find("\"2m\""), 4, "\"5x\"");
    const ParseOutcome outcome = parse(text);
    std::vector<std::string> places;
    for (const Problem& problem : outcome.problems) {
        places.push_back(problem.place);
    }
    EXPECT_THAT(places, testing::ElementsAre("setup", "scenarios.market_open.stages[1].duration",
                                             R"(thresholds["http_req_duration{name:order}"][0])"));
    EXPECT_TRUE(outcome.plan.has_value()) << "a plan that reads whole can be edited, wrong as it is";
}

TEST(Problems, KnowTheirLineAndColumn) {
    const ParseOutcome outcome =
        parse("{\n  \"bellwether\": 1,\n  \"flows\": {},\n  \"scenarios\": {},\n  \"näme\": 1}");
    ASSERT_EQ(outcome.problems.size(), 2U);
    EXPECT_EQ(outcome.problems[1].kind, UnknownKey);
    EXPECT_EQ(outcome.problems[1].line, 5U);
    EXPECT_EQ(outcome.problems[1].column, 3U);
}

TEST(Problems, OfShapeLeaveNoPlan) {
    EXPECT_FALSE(parse(changedPlan(R"("name": "base")", R"("nmae": "base")")).plan.has_value());
}

TEST(Problems, DoNotFollowFromOthers) {
    // Without its flow a scenario refers to nothing, and one thing is said of it.
    const ParseOutcome outcome = parse(changedPlan(R"("flow": "order_placement", )", ""));
    ASSERT_EQ(outcome.problems.size(), 1U);
    EXPECT_EQ(outcome.problems.front().kind, MissingKey);
}

TEST(Problems, AScenarioThatNeverRunsIsOneUnderK6sRules) {
    EXPECT_EQ(
        parse(changedPlan(R"("stages": [{"duration": "1m", "target": 5}, {"duration": "2m", "target": 0}])",
                          R"("startVUs": 0, "stages": [{"duration": "1m", "target": 0}])"))
            .problems.at(0)
            .kind,
        NeverAnyLoad);
    const ParseOutcome idle =
        parse(changedPlan(R"("preAllocatedVUs": 5, "maxVUs": 50)", R"("preAllocatedVUs": 0)"));
    ASSERT_EQ(idle.problems.size(), 1U);
    EXPECT_EQ(idle.problems.front().severity, Severity::Warning) << "k6 lets it pass";
    EXPECT_TRUE(idle.ok());
}

TEST(Problems, MetricOfTwoTypesIsTold) {
    const ParseOutcome outcome = parse(changedPlan(
        R"({"think": "100ms..2s"})", R"({"metric": {"name": "orders_total", "type": "trend", "add": "1"}})"));
    ASSERT_EQ(outcome.problems.size(), 2U) << "the second step's type, and the threshold on the first one's";
    EXPECT_EQ(outcome.problems[0].kind, OtherMetricType);
    EXPECT_EQ(outcome.problems[0].place, "flows.order_placement.steps[3].metric.type");
}

TEST(Problems, ValidateFindsWhatOnlyAProgramCanMake) {
    TestPlan plan = *parse(kBasePlan).plan;
    plan.flows.push_back(plan.flows.front());
    plan.scenarios.push_back(plan.scenarios.front());
    const std::vector<Problem> problems = validate(plan);
    ASSERT_EQ(problems.size(), 2U);
    EXPECT_EQ(problems[0].kind, DuplicateKey);
    EXPECT_EQ(problems[0].place, "flows.login");
    EXPECT_EQ(problems[1].place, "scenarios.market_open");
}

} // namespace
} // namespace bw::testplan
