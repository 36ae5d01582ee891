#include "tests/bench/peers/own.h"

#include <cstdlib>
#include <regex>
#include <string_view>

namespace bw::bench {
namespace {

constexpr const char* kCount = R"(http_reqs\.*: (\d+))";

std::string planOf(const std::string& steps, const std::string& scenario) {
    return R"({"bellwether": 1, "name": "bench", "variables": {"symbol": "KRW-BTC"}, "flows": {"f": {"steps": [)" +
           steps + R"(]}}, "scenarios": {"s": {)" + scenario + R"(, "flow": "f"}}})";
}

std::string closedLoop(const Load& load) {
    return R"("executor": "constant-vus", "vus": )" + std::to_string(load.connections) +
           R"(, "duration": ")" + std::to_string(load.seconds) + R"(s", "gracefulStop": "0s")";
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

std::vector<std::string> Own::command(const std::string& plan, const std::string& reactor) const {
    return {m_program, "run", plan, "--workers", "1", "--reactor", reactor, "--no-history"};
}

Contender Own::plainGet(const std::string& reactor) const {
    return {"Bellwether (" + reactor + ")",
            [this, reactor](const Load& load) {
                return command(m_place.write("get.plan.json", planOf(get(load.url), closedLoop(load))),
                               reactor);
            },
            kCount};
}

Contender Own::orderFlow(const std::string& reactor) const {
    return {"Bellwether, order flow (" + reactor + ")",
            [this, reactor](const Load& load) {
                const std::string url = load.url.substr(0, load.url.rfind('/')) + "/order";
                return command(m_place.write("order.plan.json", planOf(order(url), closedLoop(load))),
                               reactor);
            },
            kCount};
}

bool Own::runs(const std::string& reactor) const {
    const std::string plan = m_place.write(
        "try.plan.json",
        planOf(R"({"think": "1ms"})", R"("executor": "per-vu-iterations", "vus": 1, "iterations": 1)"));
    return run(command(plan, reactor), 0).exitCode == 0;
}

Outcome Own::measure(const std::string& url, const std::string& scenario, int processor,
                     const std::string& think) const {
    std::string steps = get(url);
    if (!think.empty()) {
        steps += R"(, {"think": ")" + think + R"("})";
    }
    return run(command(m_place.write("measure.plan.json", planOf(steps, scenario)), "auto"), processor);
}

double microseconds(const std::string& summary, const std::string& metric, const std::string& figure) {
    const auto line = summary.find("    " + metric + ".");
    const auto end = summary.find('\n', line);
    const auto at = line == std::string::npos ? line : summary.find(' ' + figure + '=', line);
    if (at == std::string::npos || at > end) {
        return -1;
    }
    const char* number = summary.c_str() + at + figure.size() + 2;
    char* unit = nullptr;
    const double value = std::strtod(number, &unit);
    const std::string_view name(unit, std::min<std::size_t>(3, summary.size()));
    return name.starts_with("ns")        ? value / 1e3
           : name.starts_with("\u00b5s") ? value
           : name.starts_with("ms")      ? value * 1e3
                                         : value * 1e6;
}

double countOf(const std::string& summary, const std::string& metric) {
    std::smatch match;
    return std::regex_search(summary, match, std::regex("    " + metric + R"(\.*: (\d+))"))
               ? std::stod(match[1])
               : 0;
}

} // namespace bw::bench
