#include "tests/bench/peers/figures.h"
#include "tests/bench/peers/tables.h"

#include <chrono>
#include <cstdlib>
#include <thread>

namespace bw::bench {
namespace {

// Sessions that listen to one ticker each, all opened at once.
struct Feeds {
    int sessions = 1000;
    int seconds = 10;
    int ticks = 10; // of the ticker, a second
    int serverThreads = 1;
    int workers = 1;
};

// What came of it: the client's summary, and what the server says.
struct Heard {
    Outcome client;
    std::string server;
};

Server startFeed(const Setting& setting, const Feeds& feeds) {
    return startJtsSim(
        setting.jtsSim,
        {"--ticks", std::to_string(feeds.ticks), "--threads", std::to_string(feeds.serverThreads)},
        setting.serverProcessor);
}

Trial trialOf(const Server& sim, const Feeds& feeds) {
    return {.steps = R"J({"websocket": {"name": "feed", "url": "ws)J" + sim.url.substr(4) +
                     R"J(/ws/market-data", "duration": ")J" + std::to_string(feeds.seconds) +
                     R"J(s", "send": [{"json": {"action": "subscribe", "channels": ["ticker.KRW-BTC"]}}],
"messages": {"timestamp": "json('$.timestamp')", "sequence": "json('$.sequence')"}}})J",
            .scenario = R"("executor": "per-vu-iterations", "iterations": 1, "vus": )" +
                        std::to_string(feeds.sessions) + R"(, "maxDuration": "10m")",
            .workers = feeds.workers};
}

Heard listen(const Setting& setting, const Feeds& feeds) {
    const Server sim = startFeed(setting, feeds);
    Outcome client = setting.own.measure(trialOf(sim, feeds), setting.rules.processor);
    return {std::move(client), fetch(sim.url + "/admin/feed")};
}

// A number of the server's answer.
double saidBy(const std::string& server, const std::string& key) {
    const auto at = server.find('"' + key + "\":");
    return at == std::string::npos ? -1 : std::strtod(server.c_str() + at + key.size() + 3, nullptr);
}

std::string manySessions(const Setting& setting) {
    // One ring of the kernel's holds as many sockets as a process may have descriptors, so there are several.
    const Heard heard =
        listen(setting, {.sessions = 50'000, .seconds = 60, .ticks = 1, .serverThreads = 3, .workers = 0});
    const std::string& summary = heard.client.output;
    const double sessions = countOf(summary, "ws_sessions");
    const double openIn = microseconds(summary, "ws_connecting", "max") / 1e6;
    return row(
        "| 50,000 sessions, a message a second each, for 60 s | %.0f sessions open after %.1f s (%.0f a "
        "second); %.0f messages, %.0f lost, %.0f left out by the server; %.0f MB at the most; message "
        "latency P95 %.1f ms |\n",
        sessions, openIn, sessions / openIn, countOf(summary, "ws_msgs_received"),
        countOf(summary, "ws_msgs_lost"), saidBy(heard.server, "left"), heard.client.peakMegabytes,
        microseconds(summary, "ws_msg_latency", "p(95)") / 1e3);
}

std::string manyMessages(const Setting& setting) {
    std::vector<double> rates;
    std::vector<double> cores;
    for (int round = 0; round < 3; ++round) {
        const Feeds feeds{.sessions = 1000, .seconds = 10, .ticks = 1100};
        const Heard heard = listen(setting, feeds);
        const double rate = countOf(heard.client.output, "ws_msgs_received") / feeds.seconds;
        rates.push_back(rate);
        cores.push_back(heard.client.cpuSeconds / feeds.seconds);
    }
    return row(
        "| messages over 1,000 sessions, 10 a write, timestamp and sequence read | %.0f a second on %.2f "
        "of a core, %.0f a core (medians of 3) |\n",
        median(rates), median(cores), median(rates) / median(cores));
}

// Against what the server knows: from the time in the message to its way into the kernel. Both without the
// first seconds, in which sessions are still opened.
std::string latencies(const Setting& setting) {
    constexpr int kWarmUp = 4;
    const Feeds feeds{.sessions = 1000, .seconds = 24, .ticks = 100};
    const std::string median50 = "p(50)<1e6";
    const std::string tail99 = "p(99)<1e6";
    std::vector<double> p50;
    std::vector<double> p99;
    std::vector<double> true50;
    std::vector<double> true99;
    for (int round = 0; round < 5; ++round) {
        const Server sim = startFeed(setting, feeds);
        Trial trial = trialOf(sim, feeds);
        const std::string later = R"(", "warmUp": ")" + std::to_string(kWarmUp) + R"(s"})";
        trial.thresholds = R"("ws_msg_latency": [{"threshold": ")" + median50 + later +
                           R"(, {"threshold": ")" + tail99 + later + "]";
        Child client(setting.own.command(trial), setting.rules.processor);
        std::this_thread::sleep_for(std::chrono::seconds(kWarmUp));
        forgetTruth(sim);
        const Outcome heard = client.wait();
        const std::string server = fetch(sim.url + "/admin/feed");
        p50.push_back(judged(heard.output, median50));
        p99.push_back(judged(heard.output, tail99));
        true50.push_back(saidBy(server, "p50_ns") / 1e3);
        true99.push_back(saidBy(server, "p99_ns") / 1e3);
    }
    return row(
        "| message latency, 100,000 messages a second over 1,000 sessions | P50 %.0f µs, true %.0f µs; "
        "P99 %.0f µs, true %.0f µs (medians of 5) |\n",
        median(p50), median(true50), median(p99), median(true99));
}

} // namespace

std::string feedsTable(const Setting& setting) {
    return "| WebSocket feeds | seen |\n| --- | --- |\n" + manySessions(setting) + manyMessages(setting) +
           latencies(setting);
}

} // namespace bw::bench
