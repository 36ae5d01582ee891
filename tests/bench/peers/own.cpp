#include "tests/bench/peers/own.h"

#include <cstdlib>
#include <regex>
#include <string_view>

namespace bw::bench {
namespace {

constexpr const char* kCount = R"(http_reqs\.*: (\d+))";

std::string closedLoop(int vus, int seconds) {
    return R"("executor": "constant-vus", "vus": )" + std::to_string(vus) + R"(, "duration": ")" +
           std::to_string(seconds) + R"(s", "gracefulStop": "0s")";
}

// A time as the summary writes it: "12.3µs", "1.4ms".
double microsecondsAt(const std::string& summary, std::size_t at) {
    char* unit = nullptr;
    const double value = std::strtod(summary.c_str() + at, &unit);
    const std::string_view name(unit, 3);
    return name.starts_with("ns")        ? value / 1e3
           : name.starts_with("\u00b5s") ? value
           : name.starts_with("ms")      ? value * 1e3
                                         : value * 1e6;
}

std::string get(const std::string& url) {
    return R"({"http": {"name": "get", "url": ")" + url + R"(", "checks": {"answered": "status == 200"}}})";
}

std::string order(const std::string& url) {
    return R"J({"http": {"name": "order", "method": "POST", "url": ")J" + url +
           R"J(", "json": {"symbol": "${symbol}", "side": "buy", "quantity": "${randomInt(1, 100)}"},
"extract": {"orderId": "json('$.orderId')"}, "checks": {"created": "status == 201",
"has an id": "json('$.orderId') != null", "accepted": "json('$.status') == 'accepted'"}}})J";
}

} // namespace

std::string Own::planOf(const std::string& steps, const std::string& scenario, Wire wire,
                        int sharedConnections) const {
    std::string http = wire == Wire::Http2 ? R"("version": "2")" : R"("version": "1.1")";
    if (wire != Wire::Plain) {
        http += R"(, "tls": {"ca": ")" + m_authority + R"("})";
    }
    if (sharedConnections > 0) {
        http += R"(, "connections": {"shared": )" + std::to_string(sharedConnections) + "}";
    }
    return R"({"bellwether": 1, "name": "bench", "variables": {"symbol": "KRW-BTC"}, "defaults": {"http": {)" +
           http + R"(}}, "flows": {"f": {"steps": [)" + steps + R"(]}}, "scenarios": {"s": {)" + scenario +
           R"(, "flow": "f"}}, "thresholds": {"http_req_duration": [{"threshold": "p(99.9)<1e9", "allowEmpty": true}]}})";
}

std::vector<std::string> Own::command(const std::string& plan, const std::string& reactor) const {
    return {m_program, "run", plan, "--workers", "1", "--reactor", reactor, "--no-history"};
}

// Over HTTP/2 each connection carries as many users as the peers give it streams.
Contender Own::plainGet(const std::string& reactor) const {
    return {"Bellwether (" + reactor + ")",
            [this, reactor](const Load& load) {
                const bool isShared = load.wire == Wire::Http2;
                const int vus = load.connections * (isShared ? load.streams : 1);
                return command(
                    m_place.write("get.plan.json", planOf(get(load.url), closedLoop(vus, load.seconds),
                                                          load.wire, isShared ? load.connections : 0)),
                    reactor);
            },
            kCount};
}

Contender Own::orderFlow(const std::string& reactor) const {
    return {"Bellwether, order flow (" + reactor + ")",
            [this, reactor](const Load& load) {
                const std::string url = load.url.substr(0, load.url.rfind('/')) + "/order";
                return command(
                    m_place.write("order.plan.json",
                                  planOf(order(url), closedLoop(load.connections, load.seconds), load.wire)),
                    reactor);
            },
            kCount};
}

bool Own::runs(const std::string& reactor) const {
    const std::string plan =
        m_place.write("try.plan.json",
                      planOf(R"({"think": "1ms"})",
                             R"("executor": "per-vu-iterations", "vus": 1, "iterations": 1)", Wire::Plain));
    return run(command(plan, reactor), 0).exitCode == 0;
}

Outcome Own::measure(const std::string& url, const std::string& scenario, int processor,
                     const std::string& think, Wire wire) const {
    std::string steps = get(url);
    if (!think.empty()) {
        steps += R"(, {"think": ")" + think + R"("})";
    }
    return run(command(m_place.write("measure.plan.json", planOf(steps, scenario, wire)), "auto"), processor);
}

double microseconds(const std::string& summary, const std::string& metric, const std::string& figure) {
    const auto line = summary.find("    " + metric + ".");
    const auto end = summary.find('\n', line);
    const auto at = line == std::string::npos ? line : summary.find(' ' + figure + '=', line);
    if (at == std::string::npos || at > end) {
        return -1;
    }
    return microsecondsAt(summary, at + figure.size() + 2);
}

double tail(const std::string& summary) {
    const std::string sign = " p(99.9)=";
    const auto at = summary.find(sign);
    return at == std::string::npos ? -1 : microsecondsAt(summary, at + sign.size());
}

double countOf(const std::string& summary, const std::string& metric) {
    std::smatch match;
    return std::regex_search(summary, match, std::regex("    " + metric + R"(\.*: (\d+))"))
               ? std::stod(match[1])
               : 0;
}

double failedOf(const std::string& summary) {
    std::smatch match;
    return std::regex_search(summary, match, std::regex(R"(http_req_failed\.*: \S+\s+(\d+) out of)"))
               ? std::stod(match[1])
               : 0;
}

} // namespace bw::bench
