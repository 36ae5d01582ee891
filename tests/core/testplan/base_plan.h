#pragma once

#include <string>
#include <string_view>

namespace bw::testplan {

// A small valid plan, one line a part, to be made wrong in one place.
inline constexpr std::string_view kBasePlan = R"json({
"bellwether": 1,
"name": "base",
"variables": {"baseUrl": "http://127.0.0.1:7070", "limit": 3},
"environments": {"staging": {"baseUrl": "https://staging.example"}},
"secrets": ["API_TOKEN"],
"feeds": {"users": {"file": "users.csv"}},
"defaults": {"http": {"timeout": "10s"}},
"setup": "login",
"flows": {
"login": {"steps": [{"http": {"url": "${baseUrl}/login", "extract": {"token": "json('$.token')"}}}]},
"order_placement": {"steps": [
{"http": {"name": "order", "method": "POST", "url": "${baseUrl}/orders", "json": {"user": "${feed.users.name}"}, "checks": {"is < 10ms": "duration < 10"}}},
{"think": "100ms..2s"},
{"websocket": {"name": "feed", "url": "ws://127.0.0.1/ws", "steps": [{"expect": {"session": "feed", "condition": "true"}}]}},
{"metric": {"name": "orders_total", "type": "counter", "add": "1"}}
]}
},
"scenarios": {
"market_open": {"executor": "ramping-vus", "flow": "order_placement", "stages": [{"duration": "1m", "target": 5}, {"duration": "2m", "target": 0}]},
"stress": {"executor": "constant-arrival-rate", "flow": "login", "rate": 10, "duration": "10s", "preAllocatedVUs": 5, "maxVUs": 50},
"few": {"executor": "shared-iterations", "flow": "login", "vus": 2, "iterations": 4}
},
"thresholds": {"http_req_duration{name:order}": ["p(99)<10"], "orders_total": [{"threshold": "count>0"}]},
"budgets": [{"name": "own", "rows": [{"select": "name:order", "p99": "10ms", "errorRate": 0.01}, {"metric": "data_received", "rate": "<200MB/s"}, {"process": "jts-sim", "cpu": "<80%"}]}]
}
)json";

// The base plan with one piece exchanged; empty when the piece does not stand in it exactly once.
inline std::string changedPlan(std::string_view from, std::string_view to) {
    std::string text(kBasePlan);
    const std::size_t at = text.find(from);
    if (at == std::string::npos || text.find(from, at + 1) != std::string::npos) {
        return {};
    }
    return text.replace(at, from.size(), to);
}

} // namespace bw::testplan
