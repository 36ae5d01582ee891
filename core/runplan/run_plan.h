#pragma once

#include "core/base/clock.h"
#include "core/expr/expression.h"
#include "core/expr/json_template.h"
#include "core/expr/scope.h"
#include "core/expr/template.h"
#include "core/expr/value.h"
#include "core/metrics/metric.h"
#include "core/runplan/feed_data.h"
#include "core/runplan/load_shape.h"
#include "core/runplan/proxy.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

// The compiled plan: what the engine executes. Everything that can be decided before the first request is
// decided here: templates are literal pieces and slots, names are numbers, feeds are in memory, load is a
// function of time. Immutable once made, shared by all workers without locks, kept alive by shared_ptr.
namespace bw::runplan {

struct Step;
using Steps = std::vector<Step>;

// A tag whose value is known before the run, or made anew for each sample.
struct Tag {
    std::string key;
    expr::Template value;
};

struct Check {
    std::string name;
    expr::Expression condition;
    std::optional<expr::Expression> subject{}; // what a single test looks at; only when it was asked for
};

struct Extractor {
    expr::SlotId slot;
    expr::Expression value;
    std::string name; // for the log
};

struct StatusRange {
    int first = 200;
    int last = 399;
};

enum class Method { Get, Head, Post, Put, Patch, Delete, Options };

[[nodiscard]] std::string_view methodName(Method method);

struct HeaderField {
    std::string name;
    expr::Template value;
};

struct FormField {
    std::string name;
    expr::Template value;
};

// One part of a multipart body: a plain field, or a file's bytes (read when the plan was compiled).
struct MultipartField {
    std::string name;
    expr::Template value;
    std::shared_ptr<const std::string> file; // null for a plain field
    std::string fileName;
    std::string contentType;
};

struct NoBody {};
struct JsonBody {
    expr::JsonTemplate json;
};
struct FormBody {
    std::vector<FormField> fields;
};
struct MultipartBody {
    std::vector<MultipartField> fields;
};
struct TextBody {
    expr::Template text;
};
struct FileBody {
    std::shared_ptr<const std::string> bytes;
};
using Body = std::variant<NoBody, JsonBody, FormBody, MultipartBody, TextBody, FileBody>;

struct BasicAuth {
    expr::Template user;
    expr::Template password;
};
struct BearerAuth {
    expr::Template token;
};
struct ApiKeyAuth {
    enum class Place { Header, Query };
    std::string name;
    expr::Template value;
    Place place = Place::Header;
};
using Auth = std::variant<std::monostate, BasicAuth, BearerAuth, ApiKeyAuth>;

// Whether the engine keeps a response's body until the step's expressions have read it.
enum class KeepBody { No, Yes };

struct HttpStep {
    std::uint32_t site =
        0; // the step's place in the plan, dense over all flows: indexes the workers' series caches
    std::string name; // the series' name tag
    Method method = Method::Get;
    expr::Template url;
    std::vector<FormField> query;
    std::vector<HeaderField> headers; // the defaults' included
    Body body;
    Auth auth;
    Duration timeout = std::chrono::seconds(60);
    int maxRedirects = 10;
    std::vector<StatusRange> expected{{200, 399}};
    std::vector<Tag> tags;
    std::vector<Check> checks;
    std::vector<Extractor> extracts;
    KeepBody keepBody = KeepBody::No;
    // Headers, query and credentials are known now: only the URL may change from one request to the next.
    bool hasLiteralHead = false;
};

struct ConstantWait {
    Duration time{};
};
struct UniformWait {
    Duration low{};
    Duration high{};
};
struct NormalWait {
    Duration mean{};
    Duration deviation{};
};
struct ExponentialWait {
    Duration mean{};
};
using Wait = std::variant<ConstantWait, UniformWait, NormalWait, ExponentialWait>;

struct ThinkStep {
    Wait wait;
};

// The iteration takes at least this long, counted from its start.
struct PacingStep {
    Duration period{};
};

struct GroupStep {
    std::uint32_t site = 0;
    std::string path; // k6's: "::outer::inner"
    Steps steps;
};

struct CountLoop {
    std::int64_t count = 0;
};
struct OverLoop {
    std::vector<expr::Value> items;
    expr::SlotId slot;
};
struct WhileLoop {
    expr::Expression condition;
};

struct LoopStep {
    std::variant<CountLoop, OverLoop, WhileLoop> kind;
    Steps steps;
};

struct IfStep {
    expr::Expression condition;
    Steps thenSteps;
    Steps elseSteps;
};

struct Choice {
    double upTo = 0; // cumulative weight
    Steps steps;
};

struct ChooseStep {
    std::vector<Choice> choices; // ascending upTo; the last one's is the sum of the weights
};

struct ParallelStep {
    std::int64_t max = 6;
    Steps steps;
};

struct RetryStep {
    std::int64_t times = 1;
    Duration backoff{};
    expr::Expression until;
    Steps steps;
};

struct MetricStep {
    std::uint32_t site = 0;
    metrics::MetricId metric{};
    metrics::MetricType type = metrics::MetricType::Counter;
    expr::Expression value;
    std::vector<Tag> tags;
};

// Bytes, as base64.
struct BinaryBody {
    expr::Template base64;
};
// What is sent when a session opens, or again and again.
struct WebSocketMessage {
    std::variant<JsonBody, TextBody, BinaryBody> content;
    std::optional<Duration> every; // first after that time; none: once, when the session opens
};

// How the far side's clock stands to this machine's.
enum class MessageClock {
    Auto,         // synchronized on this machine, by ping elsewhere
    Synchronized, // they show the same time
    Ping,         // what they differ by is estimated by round trips
};

// What is done with each message received. An expression that is empty is not asked.
struct WebSocketReceive {
    std::optional<expr::Expression> timestamp;
    std::optional<expr::Expression> sequence;
    std::optional<expr::Expression> channel;
    MessageClock clock = MessageClock::Auto;
    std::vector<Check> checks;
    std::vector<Extractor> extracts;
    std::vector<MetricStep> metrics; // a message whose value is missing adds nothing
};

struct WebSocketStep {
    std::uint32_t site = 0;
    std::string name;
    expr::Template url;
    std::vector<HeaderField> headers; // the defaults' included
    std::vector<std::string> protocols;
    Duration timeout = std::chrono::seconds(60); // of the handshake
    std::optional<Duration> duration;            // how long it stays open; none: until its steps are done
    std::optional<expr::Expression> until;       // or until a message fulfils this
    std::optional<Duration> pingEvery;
    std::vector<WebSocketMessage> send;
    WebSocketReceive messages;
    std::uint16_t closeCode = 1000;
    std::string closeReason;
    std::int64_t reconnects = 0; // in a row; 0: a session that breaks is not opened anew
    Duration backoff{};          // before the first of them, and twice as long before each further one
    Steps steps;                 // run while the session is open
    std::vector<Tag> tags;
    bool isExpectedOf = false; // an expect step waits for its messages
};

// Waits for a message of an open session.
struct ExpectStep {
    std::uint32_t site = 0;
    std::string name;
    std::string session;
    expr::Expression condition;
    Duration timeout{};
};

struct Step {
    std::variant<HttpStep, ThinkStep, PacingStep, GroupStep, LoopStep, IfStep, ChooseStep, ParallelStep,
                 RetryStep, MetricStep, WebSocketStep, ExpectStep>
        kind;
    std::string group; // path of the groups around it, empty outside any
};

struct Flow {
    std::string name;
    Steps before; // once per VU, before its first iteration
    Steps steps;
    Steps after; // once per VU, after its last
    // Whether a step reads the body or the fields of the response before it: then they are kept that long.
    enum class ResponseLife { Step, Iteration } responseLife = ResponseLife::Step;
};

using FlowIndex = std::uint32_t;

// Variables a scenario sets for itself (`env`).
struct SlotValue {
    expr::SlotId slot;
    expr::Value value;
};

struct Scenario {
    std::string name;
    FlowIndex flow = 0;
    LoadShape load; // when and how much
    Duration startTime{};
    Duration gracefulStop{};
    std::uint32_t firstVu = 1; // VU numbers are unique over the run: firstVu … firstVu + maxVus − 1
    std::vector<std::pair<std::string, std::string>> tags;
    std::vector<SlotValue> variables;
};

// Connections belong to a VU as in k6, or are shared by all VUs of a worker.
struct Connections {
    enum class Kind { PerVu, Shared };
    Kind kind = Kind::PerVu;
    std::uint32_t shared = 0; // total over the run, divided among workers
};

enum class CookieReset { EachIteration, Never };

enum class HttpVersion { Auto, Http1, Http2 };

// What connections show and trust; PEM texts.
struct TlsFiles {
    enum class Verify { Yes, No } verify = Verify::Yes;
    std::string authorities; // instead of the system's; empty: those
    std::string certificate;
    std::string key;
};

// k6's `dns` options beside the time to live.
enum class DnsSelect { Random, First, RoundRobin };
enum class DnsPolicy { PreferIpv4, PreferIpv6, OnlyIpv4, OnlyIpv6, Any };

struct HttpDefaults {
    Connections connections;
    HttpVersion version = HttpVersion::Auto;
    TlsFiles tls;
    ProxyRules proxy;
    // A URL of the plan leads to https: the authorities are read before the run. A redirect may lead there
    // all the same.
    bool needsTls = false;
    CookieReset cookies = CookieReset::EachIteration;
    std::vector<std::string> localAddresses;
    Duration dnsTtl = std::chrono::minutes(5);
    DnsSelect dnsSelect = DnsSelect::Random;
    DnsPolicy dnsPolicy = DnsPolicy::PreferIpv4;
};

// What the plan and the person both allow to be reached, beside loopback.
struct AllowedHosts {
    std::vector<std::string> names;
};

// What stands in a secret's place.
inline constexpr std::string_view kMask = "******";

struct RunPlan {
    std::string name;
    std::vector<Flow> flows;
    std::vector<Scenario> scenarios;
    std::optional<FlowIndex> setup;
    std::optional<FlowIndex> teardown;
    std::vector<expr::Value> initialSlots; // one per slot; what nobody set is undefined
    std::vector<FeedData> feeds;
    std::vector<std::string> secrets;
    HttpDefaults http;
    AllowedHosts allowed;
    metrics::MetricRegistry metrics;
    std::uint32_t siteCount = 0;
    std::vector<std::string> places; // in the plan, by site
    std::uint32_t maxVus = 0;        // over all scenarios
    std::uint64_t seed = 0;

    // The text with every secret's value replaced: whatever is kept, printed or reported goes through this.
    [[nodiscard]] std::string masked(std::string text) const;
};

} // namespace bw::runplan
