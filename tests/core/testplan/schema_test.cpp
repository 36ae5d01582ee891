#include "core/base/file.h"
#include "core/testplan/parse.h"
#include "tests/core/testplan/base_plan.h"

#include <filesystem>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validator.hpp>

namespace bw::testplan {
namespace {

const std::string kSource = BW_SOURCE_DIR;

// The schema as it is shipped.
class Schema {
public:
    Schema() {
        const auto text = readFile(kSource + "/resources/schema/testplan-1.schema.json", kMaxPlanBytes);
        const nlohmann::json document = nlohmann::json::parse(text.value());
        valijson::SchemaParser parser;
        parser.populateSchema(valijson::adapters::NlohmannJsonAdapter(document), m_schema);
    }

    bool accepts(const std::string& text) { return firstError(text).empty(); }

    // Where the schema refuses a document, and why; empty when it does not.
    std::string firstError(const std::string& text) {
        const nlohmann::json document = nlohmann::json::parse(text);
        valijson::Validator validator;
        valijson::ValidationResults results;
        validator.validate(m_schema, valijson::adapters::NlohmannJsonAdapter(document), &results);
        valijson::ValidationResults::Error error;
        std::string said;
        while (results.popError(error)) {
            for (const std::string& piece : error.context) {
                said += piece;
            }
            said += ": " + error.description + '\n';
        }
        return said;
    }

private:
    valijson::Schema m_schema;
};

Schema& schema() {
    static Schema instance;
    return instance;
}

TEST(PlanSchema, AcceptsEveryShippedPlan) {
    std::vector<std::string> paths{kSource + "/tests/core/testplan/data/full.plan.json"};
    for (const auto& entry : std::filesystem::directory_iterator(kSource + "/resources/plans")) {
        if (entry.path().string().ends_with(".plan.json")) {
            paths.push_back(entry.path().string());
        }
    }
    for (const std::string& path : paths) {
        const std::string text = readFile(path, kMaxPlanBytes).value();
        EXPECT_EQ(schema().firstError(text), "") << path;
        EXPECT_TRUE(parse(text).ok()) << path;
    }
    EXPECT_EQ(schema().firstError(std::string(kBasePlan)), "");
}

// Who can see that a plan is wrong.
enum class Seen { ByBoth, ByCodeAlone };

struct Case {
    std::string_view from;
    std::string_view to;
    Seen seen = Seen::ByBoth;
};

constexpr std::string_view kThink = R"({"think": "100ms..2s"})";

const Case kRefused[] = {
    {R"("bellwether": 1)", R"("bellwether": 2)"},
    {R"("bellwether": 1,)", ""},
    {R"("name": "base")", R"("nmae": "base")"},
    {R"("name": "base")", R"("name": 5)"},
    {R"("name": "base",)", R"("name": "base", "allowedHosts": ["http://x"],)"},
    {R"("name": "base",)", R"("name": "base", "allowedHosts": "x",)"},
    {R"("limit": 3)", R"("a b": 3)"},
    {R"("limit": 3)", R"("status": 3)", Seen::ByCodeAlone}, // reserved
    {R"("API_TOKEN")", R"("API-TOKEN")"},
    {R"("API_TOKEN")", R"("API_TOKEN", "API_TOKEN")"},
    {R"("file": "users.csv")", R"("order": "random")"},
    {R"("users.csv")", R"("/etc/passwd")"},
    {R"("users.csv")", R"("a/../b.csv")"},
    {R"("users.csv")", R"("")"},
    {R"("file": "users.csv")", R"("file": "users.csv", "order": "first")"},
    {R"("timeout": "10s")", R"("timeout": "x")"},
    {R"("timeout": "10s")", R"("timeout": -1)"},
    {R"("timeout": "10s")", R"("timeout": "0s")", Seen::ByCodeAlone}, // a range of durations
    {R"("timeout": "10s")", R"("connections": "perWorker")"},
    {R"("timeout": "10s")", R"("connections": {"shared": 0})"},
    {R"("timeout": "10s")", R"("version": "3")"},
    {R"("timeout": "10s")", R"("tls": {"verify": "no"})"},
    {R"("timeout": "10s")", R"("dns": {"policy": "ipv4"})"},
    {R"("timeout": "10s")", R"("localAddresses": ["localhost"])", Seen::ByCodeAlone}, // addresses
    {R"("timeout": "10s")", R"("proxy": "socks://x")"},
    {R"("setup": "login")", R"("setup": "logn")", Seen::ByCodeAlone}, // a reference
    {R"("setup": "login")", R"("setup": "")"},
    {kThink, R"({"name": "nothing"})"},
    {kThink, R"({"think": "1s", "pacing": "1s"})"},
    {kThink, R"({"think": "1s", "nam": "x"})"},
    {kThink, R"({"think": "5x"})"},
    {kThink, R"({"think": "1.5d"})"},
    {kThink, R"({"think": "1s.."})"},
    {kThink, R"({"think": "3s..2s"})", Seen::ByCodeAlone}, // which is more
    {kThink, R"({"think": {"normal": ["1s"]}})"},
    {kThink, R"({"think": {"normal": ["1s", "1s"], "exponential": "1s"}})"},
    {kThink, R"({"pacing": "-1s"})"},
    {kThink, R"({"group": {"steps": []}})"},
    {kThink, R"({"group": {"name": "a::b", "steps": []}})"},
    {kThink, R"({"loop": {"steps": []}})"},
    {kThink, R"({"loop": {"count": -1, "steps": []}})"},
    {kThink, R"({"loop": {"count": 1, "while": "true", "steps": []}})"},
    {kThink, R"({"loop": {"over": [1], "steps": []}})"},
    {kThink, R"({"loop": {"count": 1, "as": "x", "steps": []}})"},
    {kThink, R"({"loop": {"over": [1], "as": "a-b", "steps": []}})"},
    {kThink, R"({"if": {"condition": "true"}})"},
    {kThink, R"({"if": {"condition": "nonsense(", "then": []}})", Seen::ByCodeAlone}, // expressions
    {kThink, R"({"choose": []})"},
    {kThink, R"({"choose": [{"weight": -1, "steps": []}]})"},
    {kThink, R"({"choose": [{"weight": 0, "steps": []}]})", Seen::ByCodeAlone}, // a sum
    {kThink, R"({"parallel": {"max": 0, "steps": []}})"},
    {kThink, R"({"retry": {"times": 3, "steps": []}})"},
    {kThink, R"({"retry": {"times": 1.5, "until": "true", "steps": []}})"},
    {kThink, R"({"metric": {"name": "a b", "type": "counter", "add": "1"}})"},
    {kThink, R"({"metric": {"name": "http_reqs", "type": "counter", "add": "1"}})",
     Seen::ByCodeAlone}, // taken
    {kThink, R"({"metric": {"name": "a", "type": "count", "add": "1"}})"},
    {kThink, R"({"expect": {"session": "other", "condition": "true"}})", Seen::ByCodeAlone}, // a reference
    {kThink, R"({"expect": {"session": "feed"}})"},
    {kThink, R"({"script": ""})"},
    {kThink, R"({"group": {"name": "g", "disabled": true, "steps": []}, "disabled": true})",
     Seen::ByCodeAlone}, // two places
    {R"("method": "POST")", R"("method": "post")"},
    {R"("${baseUrl}/orders")", R"("ftp://host/")"},
    {R"("${baseUrl}/orders")", R"("")"},
    {R"("${baseUrl}/orders")", R"("${other}/orders")", Seen::ByCodeAlone}, // a name
    {R"("json": {"user": "${feed.users.name}"},)", R"("json": {}, "text": "",)"},
    {R"("json": {"user": "${feed.users.name}"},)", R"("form": {"a": []},)"},
    {R"("json": {"user": "${feed.users.name}"},)", R"("multipart": [{"name": "a"}],)"},
    {R"("json": {"user": "${feed.users.name}"},)",
     R"("multipart": [{"name": "a", "value": "", "file": "x"}],)"},
    {R"("method": "POST",)", R"("auth": {},)"},
    {R"("method": "POST",)", R"("auth": {"basic": {"user": "a"}},)"},
    {R"("method": "POST",)", R"("auth": {"apiKey": {"name": "a", "value": "b", "in": "cookie"}},)"},
    {R"("method": "POST",)", R"("expectedStatus": 99,)"},
    {R"("method": "POST",)", R"("expectedStatus": "2xx",)"},
    {R"("method": "POST",)", R"("expectedStatus": "299..200",)", Seen::ByCodeAlone}, // which is more
    {R"("method": "POST",)", R"("followRedirects": -1,)"},
    {R"("method": "POST",)", R"("headers": {"a b": "c"},)"},
    {R"("is < 10ms")", R"("")"},
    {R"("duration < 10")", R"("")"},
    {R"("ws://127.0.0.1/ws")", R"("http://127.0.0.1/ws")"},
    {R"("executor": "ramping-vus")", R"("executor": "ramping-vu")"},
    {R"("flow": "order_placement", )", ""},
    {R"("market_open")", R"("market open")"},
    {R"("stages": [{"duration": "1m", "target": 5}, {"duration": "2m", "target": 0}])", R"("stages": [])"},
    {R"("stages": [{"duration": "1m", "target": 5}, {"duration": "2m", "target": 0}])",
     R"("startVUs": 0, "stages": [{"duration": "1m", "target": 0}])", Seen::ByCodeAlone}, // never any load
    {R"("target": 5)", R"("target": -5)"},
    {R"("target": 5)", R"("target": 5, "extra": 1)"},
    {R"("rate": 10, )", ""},
    {R"("rate": 10)", R"("rate": 0)"},
    {R"("rate": 10)", R"("rate": 1.5)"},
    {R"("maxVUs": 50)", R"("maxVUs": 4)", Seen::ByCodeAlone}, // compares two values
    {R"("maxVUs": 50)", R"("vus": 50)"},
    {R"("maxVUs": 50)", R"("arrivals": "random")"},
    {R"("duration": "10s")", R"("duration": "999ms")", Seen::ByCodeAlone}, // a range of durations
    {R"("iterations": 4)", R"("iterations": 1)", Seen::ByCodeAlone},       // compares two values
    {R"("vus": 2, )", R"("vus": 0, )"},
    {R"("p(99)<10")", "\"p(99)\""},
    {R"("p(99)<10")", R"("p(101)<10")", Seen::ByCodeAlone}, // the grammar of thresholds
    {R"({"threshold": "count>0"})", R"({"abortOnFail": true})"},
    {R"({"threshold": "count>0"})", R"(5)"},
    {R"("http_req_duration{name:order}")", R"("http_req_duration{name:order")"},
    {R"("http_req_duration{name:order}")", R"("http_requests")", Seen::ByCodeAlone}, // a metric
    {R"("budgets": [{"name": "own", )", R"("budgets": [{)"},
    {R"("budgets": [{"name": "own", )", R"("budgets": [{"use": "x", )"},
    {R"("select": "name:order")", R"("select": "order")"},
    {R"("p99": "10ms")", R"("p98": "10ms")"},
    {R"("p99": "10ms")", R"("within": {"x": 0.5})"},
    {R"("errorRate": 0.01)", R"("errorRate": 1.5)"},
    {R"("errorRate": 0.01)", R"("throughput": 0)"},
    {R"("<200MB/s")", R"("200MB/s")"},
    {R"("<80%")", R"("<80")"},
    {R"(, "cpu": "<80%")", ""},
};

TEST(PlanSchema, RefusesWhatTheCodeRefuses) {
    for (const Case& wrong : kRefused) {
        const std::string text = changedPlan(wrong.from, wrong.to);
        ASSERT_FALSE(text.empty()) << wrong.from;
        EXPECT_FALSE(parse(text).ok()) << wrong.to << ": the code must refuse it";
        EXPECT_EQ(schema().accepts(text), wrong.seen == Seen::ByCodeAlone) << wrong.to;
    }
}

TEST(PlanSchema, AcceptsWhatTheCodeAccepts) {
    const std::pair<std::string_view, std::string_view> all[] = {
        {R"("timeout": "10s")", R"("timeout": "10")"},
        {R"("timeout": "10s")", R"("timeout": 1500)"},
        {R"("timeout": "10s")", R"("timeout": "1d12h30m1.5s250ms10us")"},
        {kThink, R"({"think": 5, "name": "n", "tags": {"a": "${limit}"}, "disabled": false})"},
        {kThink, R"({"parallel": {"steps": [], "name": "p", "disabled": true}})"},
        {kThink, R"({"loop": {"count": 0, "steps": []}})"},
        {R"("method": "POST",)", R"("expectedStatus": [200, "400..499"], "followRedirects": false,)"},
        {R"("setup": "login",)", ""},
        {R"("rate": 10)", R"("rate": 10, "timeUnit": "1m", "arrivals": "poisson", "gracefulStop": "0s")"},
        {R"("p(99)<10")", ""},
    };
    for (const auto& [from, to] : all) {
        const std::string text = changedPlan(from, to);
        ASSERT_FALSE(text.empty()) << from;
        const ParseOutcome outcome = parse(text);
        EXPECT_TRUE(outcome.ok()) << to;
        EXPECT_EQ(schema().firstError(text), "") << to;
    }
}

} // namespace
} // namespace bw::testplan
