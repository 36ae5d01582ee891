#pragma once

#include <array>
#include <string_view>

// The keys of each object of a plan, in the order in which they are written.
namespace bw::testplan::keys {

template <class... Texts>
constexpr std::array<std::string_view, sizeof...(Texts)> list(Texts... texts) {
    return {std::string_view(texts)...};
}

inline constexpr auto kPlan =
    list("bellwether", "name", "description", "allowedHosts", "variables", "environments", "secrets", "feeds",
         "defaults", "setup", "teardown", "flows", "scenarios", "thresholds", "budgets");
inline constexpr auto kFeed = list("file", "order", "atEnd");
inline constexpr auto kDefaults = list("http");
inline constexpr auto kHttpDefaults = list("timeout", "version", "headers", "tls", "proxy", "dns",
                                           "connections", "localAddresses", "noCookiesReset");
inline constexpr auto kTls = list("verify", "ca", "cert", "key");
inline constexpr auto kDns = list("ttl", "select", "policy");
inline constexpr auto kShared = list("shared");

inline constexpr auto kFlow = list("before", "after", "steps");
inline constexpr auto kStepKinds = list("http", "think", "pacing", "group", "loop", "if", "choose",
                                        "parallel", "retry", "metric", "websocket", "expect", "script");
inline constexpr auto kStep =
    list("http", "think", "pacing", "group", "loop", "if", "choose", "parallel", "retry", "metric",
         "websocket", "expect", "script", "name", "tags", "disabled");
inline constexpr auto kBodies = list("json", "form", "multipart", "text", "file");
inline constexpr auto kHttp =
    list("name", "method", "url", "query", "headers", "auth", "json", "form", "multipart", "text", "file",
         "timeout", "followRedirects", "expectedStatus", "tags", "checks", "extract", "disabled");
inline constexpr auto kAuth = list("basic", "bearer", "apiKey", "oauth2ClientCredentials", "digest");
inline constexpr auto kUserPassword = list("user", "password");
inline constexpr auto kApiKey = list("name", "value", "in");
inline constexpr auto kOAuth2 = list("tokenUrl", "clientId", "clientSecret", "scope");
inline constexpr auto kPart = list("name", "value", "file", "fileName", "contentType");
inline constexpr auto kThink = list("normal", "exponential");
inline constexpr auto kGroup = list("name", "steps", "tags", "disabled");
inline constexpr auto kLoopKinds = list("count", "over", "while");
inline constexpr auto kLoop = list("name", "count", "over", "as", "while", "steps", "tags", "disabled");
inline constexpr auto kIf = list("name", "condition", "then", "else", "tags", "disabled");
inline constexpr auto kChoice = list("weight", "steps");
inline constexpr auto kParallel = list("name", "max", "steps", "tags", "disabled");
inline constexpr auto kRetry = list("name", "times", "backoff", "until", "steps", "tags", "disabled");
inline constexpr auto kMetric = list("name", "type", "add", "tags", "disabled");
inline constexpr auto kWebSocket =
    list("name", "url", "headers", "protocols", "duration", "until", "pingEvery", "send", "messages", "close",
         "reconnect", "steps", "tags", "disabled");
inline constexpr auto kSendKinds = list("json", "text", "binary");
inline constexpr auto kSend = list("json", "text", "binary", "every");
inline constexpr auto kMessages =
    list("timestamp", "sequence", "channel", "clock", "checks", "extract", "metrics");
inline constexpr auto kMessageMetric = list("name", "type", "add", "tags");
inline constexpr auto kClose = list("code", "reason");
inline constexpr auto kReconnect = list("times", "backoff");
inline constexpr auto kExpect = list("name", "session", "condition", "timeout", "tags", "disabled");

inline constexpr auto kStage = list("duration", "target");
inline constexpr auto kConstantVus =
    list("executor", "flow", "vus", "duration", "startTime", "gracefulStop", "env", "tags");
inline constexpr auto kRampingVus = list("executor", "flow", "startVUs", "stages", "gracefulRampDown",
                                         "startTime", "gracefulStop", "env", "tags");
inline constexpr auto kConstantArrivalRate =
    list("executor", "flow", "rate", "timeUnit", "duration", "preAllocatedVUs", "maxVUs", "startTime",
         "gracefulStop", "arrivals", "env", "tags");
inline constexpr auto kRampingArrivalRate =
    list("executor", "flow", "startRate", "timeUnit", "stages", "preAllocatedVUs", "maxVUs", "startTime",
         "gracefulStop", "arrivals", "env", "tags");
inline constexpr auto kIterations =
    list("executor", "flow", "vus", "iterations", "maxDuration", "startTime", "gracefulStop", "env", "tags");
inline constexpr auto kExternallyControlled =
    list("executor", "flow", "vus", "maxVUs", "duration", "startTime", "gracefulStop", "env", "tags");

inline constexpr auto kThreshold =
    list("threshold", "abortOnFail", "delayAbortEval", "allowEmpty", "window", "warmUp");
inline constexpr auto kBudget = list("use", "name", "rows");
inline constexpr auto kBudgetFile = list("bellwether", "name", "description", "rows");
inline constexpr auto kRequestRow = list("select", "p50", "p95", "p99", "errorRate", "throughput", "within");
inline constexpr auto kMetricRow = list("metric", "rate");
inline constexpr auto kProcessRow = list("process", "cpu", "memory");
inline constexpr auto kRowKinds = list("select", "metric", "process");
inline constexpr auto kAnyRow = list("select", "p50", "p95", "p99", "errorRate", "throughput", "within",
                                     "metric", "rate", "process", "cpu", "memory");

} // namespace bw::testplan::keys
