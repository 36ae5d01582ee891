#include "tests/bench/peers/tables.h"

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sys/utsname.h>
#include <thread>

namespace bw::bench {
namespace {

template <class... Values>
std::string row(const char* format, Values... values) {
    char line[512];
    std::snprintf(line, sizeof line, format, values...);
    return line;
}

// The first stays, as the measure of all others; of these only who was asked for.
void keepWanted(std::vector<Contender>& all, const std::vector<std::string>& wanted) {
    if (wanted.empty() || all.empty()) {
        return;
    }
    all.erase(std::remove_if(all.begin() + 1, all.end(),
                             [&](const Contender& one) {
                                 return std::ranges::none_of(wanted, [&](const std::string& name) {
                                     return one.name.starts_with(name);
                                 });
                             }),
              all.end());
}

std::vector<Contender> contenders(const Setting& setting, Wire wire) {
    std::vector<Contender> all = peersHere(wire, setting.place);
    for (const char* reactor : {"io_uring", "epoll"}) {
        if (setting.own.runs(reactor)) {
            all.push_back(setting.own.plainGet(reactor));
            if (wire == Wire::Plain) {
                all.push_back(setting.own.orderFlow(reactor));
            }
        } else {
            std::fprintf(stderr, "%s cannot be had on this machine\n", reactor);
        }
    }
    keepWanted(all, setting.clients);
    return all;
}

// Bellwether's own figures and jts-sim's truth of the same requests.
struct Compared {
    double reported = 0;
    double truth = 0;
};

std::string compare(const Setting& setting, const std::string& fault, double rate) {
    const Server sim = startJtsSim(setting.jtsSim, {"--fault", "latency=" + fault}, setting.serverProcessor);
    Compared p50;
    Compared p99;
    Compared p999;
    std::vector<double> medianDifferences;
    std::vector<double> tailDifferences;
    std::vector<double> farDifferences;
    for (int round = 0; round < 5; ++round) {
        static_cast<void>(fetch(sim.url + "/admin/truth", "DELETE"));
        const Outcome outcome = setting.own.measure(
            sim.url + "/api/market-data/prices?symbol=KRW-BTC",
            row(R"("executor": "constant-arrival-rate", "rate": %.0f, "duration": "%ds", "preAllocatedVUs": 200, "maxVUs": 2000)",
                rate, setting.load.seconds),
            setting.rules.processor);
        const auto truth = nlohmann::json::parse(fetch(sim.url + "/admin/truth"), nullptr, false);
        if (truth.is_discarded()) {
            return {};
        }
        const auto& all = truth["total"];
        p50 = {microseconds(outcome.output, "http_req_duration", "med"), all["p50_ns"].get<double>() / 1e3};
        p99 = {microseconds(outcome.output, "http_req_duration", "p(99)"), all["p99_ns"].get<double>() / 1e3};
        p999 = {tail(outcome.output), all["p999_ns"].get<double>() / 1e3};
        farDifferences.push_back(p999.reported - p999.truth);
        medianDifferences.push_back(p50.reported - p50.truth);
        tailDifferences.push_back(p99.reported - p99.truth);
        std::fprintf(stderr, "latency %s: P50 %.0f µs of %.0f, P99 %.0f µs of %.0f\n", fault.c_str(),
                     p50.reported, p50.truth, p99.reported, p99.truth);
    }
    return row("| %s at %.0f/s | %.0f µs | %+.0f µs | %.0f µs | %+.0f µs | %.0f µs | %+.0f µs |\n",
               fault.c_str(), rate, p50.truth, median(medianDifferences), p99.truth, median(tailDifferences),
               p999.truth, median(farDifferences));
}

// The server stands still for the tenth second of ten: at 1,000 arrivals a second, one request in ten waits,
// evenly up to a second. So 5 % wait longer than 500 ms, and 1 % longer than 900 ms.
std::string stalled(const Setting& setting) {
    const Server sim = startJtsSim(setting.jtsSim, {"--fault", "stall=1s", "--fault", "stall.every=10s"},
                                   setting.serverProcessor);
    const Outcome outcome = setting.own.measure(
        sim.url + "/api/market-data/prices?symbol=KRW-BTC",
        R"("executor": "constant-arrival-rate", "rate": 1000, "duration": "10s", "preAllocatedVUs": 100, "maxVUs": 1500)",
        setting.rules.processor);
    const auto milliseconds = [&](const char* metric, const char* figure) {
        return microseconds(outcome.output, metric, figure) / 1e3;
    };
    return row(
        "\nA server that stands still for 1 s of 10 s at 1,000/s: response time P95 %.1f ms (truth 500), P99 "
        "%.1f ms (truth 900), %.0f dropped; service time P95 %.1f ms, P99 %.1f ms\n",
        milliseconds("http_req_response_time", "p(95)"), milliseconds("http_req_response_time", "p(99)"),
        countOf(outcome.output, "dropped_iterations"), milliseconds("http_req_duration", "p(95)"),
        milliseconds("http_req_duration", "p(99)"));
}

} // namespace

std::string throughputTable(const Setting& setting) {
    const Server nginx = startNginx(setting.place, setting.serverProcessor);
    if (nginx.url.empty()) {
        std::fputs("nginx is not here (Debian package nginx-light)\n", stderr);
        return {};
    }
    struct Match {
        Wire wire;
        const char* title;
    };
    std::string table;
    for (const Match& match : {Match{Wire::Plain, "HTTP/1.1"}, Match{Wire::Tls, "HTTP/1.1 over TLS 1.3"},
                               Match{Wire::Http2, "HTTP/2 over TLS 1.3, 10 streams each"}}) {
        if (setting.wire && *setting.wire != match.wire) {
            continue;
        }
        Load load = setting.load;
        load.wire = match.wire;
        load.url = (match.wire == Wire::Plain ? nginx.url : nginx.secureUrl) + "/small";
        table +=
            row("%s, %d connections kept alive, nginx answering 78 bytes of JSON, %d rounds of %d s:\n\n",
                match.title, load.connections, setting.rules.rounds, load.seconds);
        table += "| client | requests per CPU second | of the first | requests/s | peak MB |\n| --- | ---: | "
                 "---: | ---: | ---: |\n";
        for (const Standing& one : hold(contenders(setting, match.wire), load, setting.rules)) {
            table += row("| %s | %.0f | %.2f | %.0f | %.1f |\n", one.name.c_str(), one.perCpuSecond,
                         one.ratio, one.perSecond, one.peakMegabytes);
        }
        table += '\n';
    }
    return table;
}

std::string latencyTable(const Setting& setting) {
    std::string table =
        "Reported against true latency (jts-sim's own histogram of the same requests), median of 5 runs:\n\n"
        "| latency | true P50 | reported, difference | true P99 | reported, difference | true P99.9 | "
        "reported, "
        "difference |\n"
        "| --- | ---: | ---: | ---: | ---: | ---: | ---: |\n";
    for (const char* fault : {"5ms", "lognormal:5ms,0.5"}) {
        table += compare(setting, fault, 5000);
    }
    return table + stalled(setting);
}

std::string scaleTable(const Setting& setting) {
    const std::string path = "/api/market-data/prices?symbol=KRW-BTC";
    struct Kind {
        Wire wire;
        const char* name;
    };
    std::string table = "| what | seen |\n| --- | --- |\n";
    for (const Kind& kind : {Kind{Wire::Plain, "HTTP/1.1"}, Kind{Wire::Tls, "HTTP/1.1 over TLS"},
                             Kind{Wire::Http2, "HTTP/2 over TLS"}}) {
        const Server sim =
            startJtsSim(setting.jtsSim,
                        kind.wire == Wire::Plain ? std::vector<std::string>{} : secureOptions(setting.place),
                        setting.serverProcessor);
        const auto users = [&](int count, int seconds) {
            return setting.own.measure(sim.url + path,
                                       R"("executor": "constant-vus", "gracefulStop": "2s", "vus": )" +
                                           std::to_string(count) + R"(, "duration": ")" +
                                           std::to_string(seconds) + R"(s")",
                                       setting.rules.processor, "1s", kind.wire);
        };
        const Outcome many = users(10000, 15);
        const Outcome few = users(1, 3);
        table += row("| 10,000 VUs with 1 s think time, a connection each, %s | %.0f requests, %.0f failed, "
                     "%.1f MB at the most, %.2f KB a VU above the %.1f MB of one |\n",
                     kind.name, countOf(many.output, "http_reqs"), failedOf(many.output), many.peakMegabytes,
                     (many.peakMegabytes - few.peakMegabytes) * 1024 / 1e4, few.peakMegabytes);
    }
    const Server sim = startJtsSim(setting.jtsSim, {}, setting.serverProcessor);
    const std::string url = sim.url + path;
    const Outcome orders = setting.own.measure(
        url,
        R"("executor": "constant-arrival-rate", "rate": 50000, "duration": "60s", "preAllocatedVUs": 500, "maxVUs": 5000)",
        setting.rules.processor);
    table +=
        row("| 50,000 arrivals/s for 60 s | %.1f/s, %.0f dropped, P99 of iteration_start_delay %.0f µs |\n",
            countOf(orders.output, "iterations") / 60, countOf(orders.output, "dropped_iterations"),
            microseconds(orders.output, "iteration_start_delay", "p(99)"));
    return table;
}

std::string machine() {
    std::string processor = "unknown processor";
    std::ifstream information("/proc/cpuinfo");
    for (std::string line; std::getline(information, line);) {
        if (line.starts_with("model name")) {
            processor = line.substr(line.find(": ") + 2);
            break;
        }
    }
    utsname system{};
    ::uname(&system);
    return processor + ", " + std::to_string(std::thread::hardware_concurrency()) + " processors, " +
           system.sysname + ' ' + system.release;
}

} // namespace bw::bench
