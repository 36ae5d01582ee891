#include "tests/bench/peers/figures.h"
#include "tests/bench/peers/tables.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <sched.h>

namespace bw::bench {
namespace {

constexpr const char* kPath = "/api/market-data/prices?symbol=KRW-BTC";
constexpr int kRuns = 5;

// Reported figures less true ones, of all runs; and the last truth, to set them against.
struct Differences {
    std::array<std::vector<double>, 3> reportedLessTrue;
    std::array<double, 3> truth{};

    void add(const Outcome& outcome, const Truth& of) {
        const std::array reported = {microseconds(outcome.output, "http_req_duration", "med"),
                                     microseconds(outcome.output, "http_req_duration", "p(99)"),
                                     tail(outcome.output)};
        truth = {of.p50, of.p99, of.p999};
        for (std::size_t i = 0; i < reported.size(); ++i) {
            reportedLessTrue[i].push_back(reported[i] - truth[i]);
        }
        std::fprintf(stderr, "latency: P50 %.0f µs of %.0f, P99 %.0f µs of %.0f, P99.9 %.0f µs of %.0f\n",
                     reported[0], truth[0], reported[1], truth[1], reported[2], truth[2]);
    }
};

std::string compared(const Setting& setting, const std::string& fault, double rate) {
    const Server sim = startJtsSim(setting.jtsSim, {"--fault", "latency=" + fault}, setting.serverProcessor);
    Differences differences;
    for (int round = 0; round < kRuns; ++round) {
        forgetTruth(sim);
        // Over a second to the full rate: its connections all at once would queue in the kernel, of which the
        // truth knows nothing.
        const Outcome outcome = setting.own.measure(
            {getStep(sim.url + kPath),
             row(R"("executor": "ramping-arrival-rate", "startRate": 1000, "preAllocatedVUs": 200, "maxVUs": 2000, )"
                 R"("stages": [{"duration": "1s", "target": %.0f}, {"duration": "%ds", "target": %.0f}])",
                 rate, setting.load.seconds, rate)},
            setting.rules.processor);
        differences.add(outcome, truthOf(sim));
    }
    std::string line = row("| %s at %.0f/s |", fault.c_str(), rate);
    for (std::size_t i = 0; i < differences.truth.size(); ++i) {
        line += row(" %.0f µs | %+.0f µs |", differences.truth[i], median(differences.reportedLessTrue[i]));
    }
    return line + '\n';
}

// A server that has seen as many connections before stands still for the tenth second of ten: at 1,000
// arrivals a second, one request in ten waits, evenly up to a second. So 5 % wait longer than 500 ms, and 1 %
// longer than 900 ms.
std::string stalled(const Setting& setting) {
    const Server sim = startJtsSim(setting.jtsSim, {}, setting.serverProcessor);
    static_cast<void>(setting.own.measure({getStep(sim.url + kPath) + R"(, {"think": "1s"})",
                                           R"("executor": "constant-vus", "vus": 1500, "duration": "2s")"},
                                          setting.rules.processor));
    static_cast<void>(fetch(sim.url + "/admin/faults", "PUT", R"({"stall": "1s", "stall.every": "10s"})"));
    const Outcome outcome = setting.own.measure(
        {getStep(sim.url + kPath),
         R"("executor": "constant-arrival-rate", "rate": 1000, "duration": "10s", "preAllocatedVUs": 100, "maxVUs": 1500)"},
        setting.rules.processor);
    const auto milliseconds = [&](const char* metric, const char* figure) {
        return microseconds(outcome.output, metric, figure) / 1e3;
    };
    return row("\nA server that stands still for 1 s of 10 s at 1,000/s: response time P95 %.1f ms "
               "(arithmetic truth 500), P99 "
               "%.1f ms (truth 900), %.0f dropped; service time P95 %.1f ms, P99 %.1f ms\n",
               milliseconds("http_req_response_time", "p(95)"),
               milliseconds("http_req_response_time", "p(99)"), countOf(outcome.output, "dropped_iterations"),
               milliseconds("http_req_duration", "p(95)"), milliseconds("http_req_duration", "p(99)"));
}

// What the machine itself takes away: a loop that does nothing but look at the clock, and how much of two
// seconds it lost in gaps of more than 100 µs.
std::string lostTime(int processor) {
    using Clock = std::chrono::steady_clock;
    cpu_set_t before;
    ::sched_getaffinity(0, sizeof before, &before);
    cpu_set_t only;
    CPU_ZERO(&only);
    CPU_SET(static_cast<unsigned>(processor), &only);
    ::sched_setaffinity(0, sizeof only, &only);
    const Clock::time_point start = Clock::now();
    Clock::time_point last = start;
    Clock::duration lost{};
    Clock::duration longest{};
    while (last - start < std::chrono::seconds(2)) {
        const Clock::time_point now = Clock::now();
        if (now - last > std::chrono::microseconds(100)) {
            lost += now - last;
            longest = std::max(longest, now - last);
        }
        last = now;
    }
    ::sched_setaffinity(0, sizeof before, &before);
    return row("%.2f %% on processor %d, at most %.0f µs at a time",
               std::chrono::duration<double>(lost).count() / 2 * 100, processor,
               std::chrono::duration<double, std::micro>(longest).count());
}

} // namespace

std::string latencyTable(const Setting& setting) {
    std::string table =
        "Reported against true latency (jts-sim's own histogram of the same requests), median of 5 runs:\n\n"
        "| latency | true P50 | reported, difference | true P99 | reported, difference | true P99.9 | "
        "reported, difference |\n"
        "| --- | ---: | ---: | ---: | ---: | ---: | ---: |\n";
    for (const char* fault : {"5ms", "lognormal:5ms,0.5"}) {
        table += compared(setting, fault, 20'000); // a fifth of what jts-sim answers on one core
    }
    table += "\nWhat an idle loop lost of its time in gaps of more than 100 µs: " +
             lostTime(setting.serverProcessor) + "; " + lostTime(setting.rules.processor) + "\n";
    return table + stalled(setting);
}

} // namespace bw::bench
