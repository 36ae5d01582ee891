#include "core/net/address.h"
#include "tests/bench/peers/figures.h"
#include "tests/bench/peers/tables.h"

#include <array>
#include <chrono>
#include <sys/socket.h>
#include <unistd.h>

namespace bw::bench {
namespace {

constexpr const char* kPath = "/api/market-data/prices?symbol=KRW-BTC";

// A connection and a second of thought for each of ten thousand users.
std::string manyUsers(const Setting& setting, Wire wire, const char* name) {
    const Server sim = startJtsSim(
        setting.jtsSim, wire == Wire::Plain ? std::vector<std::string>{} : secureOptions(setting.place),
        setting.serverProcessor);
    // They come over five seconds: all at once would queue in the kernel, of which the server's truth knows
    // nothing.
    const auto users = [&](int count) {
        return setting.own.measure(
            {getStep(sim.url + kPath) + R"(, {"think": "1s"})",
             R"("executor": "ramping-vus", "startVUs": 0, "gracefulStop": "2s", "stages": [{"duration": "5s", "target": )" +
                 std::to_string(count) + R"(}, {"duration": "10s", "target": )" + std::to_string(count) +
                 "}]",
             wire},
            setting.rules.processor);
    };
    const Outcome few = users(1);
    forgetTruth(sim);
    const Outcome many = users(10'000);
    std::string line = row("| 10,000 VUs with 1 s think time, a connection each, %s | %.0f requests, %.0f "
                           "failed, %.1f MB at the "
                           "most, %.2f KB a VU above the %.1f MB of one; ",
                           name, countOf(many.output, "http_reqs"), failedOf(many.output), many.peakMegabytes,
                           (many.peakMegabytes - few.peakMegabytes) * 1024 / 1e4, few.peakMegabytes);
    if (wire == Wire::Plain) { // the others' truth cannot be asked for without TLS
        line += row("median %.0f µs, true %.0f µs; ", microseconds(many.output, "http_req_duration", "med"),
                    truthOf(sim).p50);
    }
    return line.substr(0, line.size() - 2) + " |\n";
}

std::string manyOrders(const Setting& setting) {
    const Server sim = startJtsSim(setting.jtsSim, {}, setting.serverProcessor);
    const Outcome orders = setting.own.measure(
        {orderStep(sim.url + "/api/orders"),
         R"("executor": "constant-arrival-rate", "rate": 50000, "duration": "60s", "preAllocatedVUs": 500, "maxVUs": 5000)",
         Wire::Plain, 100},
        setting.rules.processor);
    return row("| 50,000 orders/s for 60 s over 100 shared connections | %.0f of 3,000,000 started, %.0f "
               "dropped, %.0f failed; P99 of "
               "iteration_start_delay %.0f µs |\n",
               countOf(orders.output, "iterations"), countOf(orders.output, "dropped_iterations"),
               failedOf(orders.output), microseconds(orders.output, "iteration_start_delay", "p(99)"));
}

// From the process's start to the first bytes of a request.
std::string firstRequest(const Setting& setting) {
    std::vector<double> milliseconds;
    for (int round = 0; round < 5; ++round) {
        const net::Address any = net::Address::loopback(0);
        const int listening = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
        sockaddr_in actual{};
        socklen_t size = sizeof actual;
        if (::bind(listening, any.data(), any.size()) != 0 || ::listen(listening, 4096) != 0 ||
            ::getsockname(listening, reinterpret_cast<sockaddr*>(&actual), &size) != 0) {
            ::close(listening);
            return {};
        }
        const std::vector<std::string> command = setting.own.command(
            {getStep("http://127.0.0.1:" + std::to_string(ntohs(actual.sin_port)) + "/"),
             R"("executor": "constant-vus", "vus": 10000, "duration": "10s", "gracefulStop": "0s")"});
        const auto start = std::chrono::steady_clock::now();
        const Child own(command, setting.rules.processor);
        const int connection = ::accept4(listening, nullptr, nullptr, SOCK_CLOEXEC);
        std::array<char, 16> first{};
        if (::read(connection, first.data(), first.size()) > 0) {
            milliseconds.push_back(
                std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count());
        }
        ::close(connection);
        ::close(listening);
    }
    return row("| start of a run with 10,000 VUs, plan on disk | first request %.0f ms after the process's "
               "start (median of 5) |\n",
               median(milliseconds));
}

// wrk against jts-sim, by the processor time of the latter.
std::string serverSpeed(const Setting& setting) {
    if (findProgram("wrk").empty()) {
        return {};
    }
    const Server sim = startJtsSim(setting.jtsSim, {}, setting.serverProcessor);
    const double before = sim.process->cpuSeconds();
    const Outcome outcome = run({"wrk", "-t1", "-c64", "-d5s", sim.url + "/health"}, setting.rules.processor);
    const double used = sim.process->cpuSeconds() - before;
    const auto at = outcome.output.find(" requests in");
    const auto begin = outcome.output.rfind('\n', at) + 1;
    return at == std::string::npos || used <= 0
               ? std::string()
               : row("| jts-sim, 64 connections of wrk | %.0f requests per second of its processor |\n",
                     std::stod(outcome.output.substr(begin)) / used);
}

} // namespace

std::string scaleTable(const Setting& setting) {
    std::string table = "| what | seen |\n| --- | --- |\n";
    table += manyUsers(setting, Wire::Plain, "HTTP/1.1");
    table += manyUsers(setting, Wire::Tls, "HTTP/1.1 over TLS");
    table += manyUsers(setting, Wire::Http2, "HTTP/2 over TLS");
    table += manyOrders(setting);
    table += firstRequest(setting);
    return table + serverSpeed(setting);
}

} // namespace bw::bench
