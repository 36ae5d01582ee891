#include "tests/bench/peers/own.h"

namespace bw::bench {
namespace {

constexpr const char* kCount = R"(http_reqs\.*: (\d+))";

std::string closedLoop(int vus, int seconds) {
    return R"("executor": "constant-vus", "vus": )" + std::to_string(vus) + R"(, "duration": ")" +
           std::to_string(seconds) + R"(s", "gracefulStop": "0s")";
}

} // namespace

std::string getStep(const std::string& url) {
    return R"({"http": {"name": "get", "url": ")" + url + R"(", "checks": {"answered": "status == 200"}}})";
}

std::string orderStep(const std::string& url) {
    return R"J({"http": {"name": "order", "method": "POST", "url": ")J" + url +
           R"J(", "json": {"symbol": "KRW-BTC", "side": "${oneOf('buy','sell')}", "type": "market",
"quantity": "${fixed(random(1, 10), 4)}", "userId": "user_${vu}"},
"extract": {"orderId": "json('$.orderId')"}, "checks": {"created": "status == 201",
"has an id": "json('$.orderId') != null", "has a state": "exists(json('$.status'))"}}})J";
}

std::string Own::planOf(const Trial& trial) const {
    std::string http = trial.wire == Wire::Http2 ? R"("version": "2")" : R"("version": "1.1")";
    if (trial.wire != Wire::Plain) {
        http += R"(, "tls": {"ca": ")" + m_authority + R"("})";
    }
    if (trial.sharedConnections > 0) {
        http += R"(, "connections": {"shared": )" + std::to_string(trial.sharedConnections) + "}";
    }
    return R"({"bellwether": 1, "name": "bench", "defaults": {"http": {)" + http +
           R"(}}, "flows": {"f": {"steps": [)" + trial.steps + R"(]}}, "scenarios": {"s": {)" +
           trial.scenario + R"(, "flow": "f"}}, "thresholds": {)" + trial.thresholds + "}}";
}

std::vector<std::string> Own::command(const std::string& plan, const std::string& reactor,
                                      int workers) const {
    std::vector<std::string> words = {m_program, "run", plan, "--reactor", reactor, "--no-history"};
    if (workers > 0) {
        words.insert(words.end(), {"--workers", std::to_string(workers)});
    }
    return words;
}

// Over HTTP/2 each connection carries as many users as the peers give it streams.
Contender Own::plainGet(const std::string& reactor) const {
    return {"Bellwether (" + reactor + ")",
            [this, reactor](const Load& load) {
                const bool isShared = load.wire == Wire::Http2;
                const int vus = load.connections * (isShared ? load.streams : 1);
                return command(m_place.write("get.plan.json",
                                             planOf({.steps = getStep(load.url),
                                                     .scenario = closedLoop(vus, load.seconds),
                                                     .wire = load.wire,
                                                     .sharedConnections = isShared ? load.connections : 0})),
                               reactor);
            },
            kCount};
}

Contender Own::orderFlow(const std::string& reactor) const {
    return {"Bellwether, order flow (" + reactor + ")",
            [this, reactor](const Load& load) {
                const std::string url = load.url.substr(0, load.url.rfind('/')) + "/order";
                return command(m_place.write("order.plan.json",
                                             planOf({.steps = orderStep(url),
                                                     .scenario = closedLoop(load.connections, load.seconds),
                                                     .wire = load.wire})),
                               reactor);
            },
            kCount};
}

bool Own::runs(const std::string& reactor) const {
    const std::string plan =
        m_place.write("try.plan.json",
                      planOf({.steps = R"({"think": "1ms"})",
                              .scenario = R"("executor": "per-vu-iterations", "vus": 1, "iterations": 1)"}));
    return run(command(plan, reactor), 0).exitCode == 0;
}

std::vector<std::string> Own::command(const Trial& trial) const {
    return command(m_place.write("measure.plan.json", planOf(trial)), "auto", trial.workers);
}

Outcome Own::measure(const Trial& trial, int processor) const {
    return run(command(trial), processor);
}

} // namespace bw::bench
