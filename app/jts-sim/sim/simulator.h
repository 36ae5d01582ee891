#pragma once

#include "app/jts-sim/sim/fault_set.h"
#include "app/jts-sim/sim/sim_state.h"
#include "core/server/http_server.h"

#include <memory>
#include <string>

namespace bw::jts {

struct SimulatorOptions {
    std::string address = "127.0.0.1";
    std::uint16_t port = 0;
    unsigned threads = 1;
    std::uint64_t seed = 1;
    FaultSet faults;
    std::int64_t ticks = 10; // of each channel of the feed, a second
    TradingLimits limits;
    std::shared_ptr<net::TlsContext> tls; // prepared; null: plain http
    net::ReactorKind reactor = net::ReactorKind::Auto;
};

// The whole simulated trading system: state, server, faults. Runs from start() to its destruction.
class Simulator {
public:
    [[nodiscard]] static Result<std::unique_ptr<Simulator>, net::NetError>
    start(const SimulatorOptions& options);
    ~Simulator();
    Simulator(const Simulator&) = delete;
    Simulator& operator=(const Simulator&) = delete;

    [[nodiscard]] std::uint16_t port() const { return m_server->port(); }

    // "http://127.0.0.1:41234", or https
    [[nodiscard]] std::string url() const;

    // Lets answers under way go out, then ends.
    void stop() { m_server->stop(); }

private:
    explicit Simulator(const SimulatorOptions& options);

    std::string m_address;
    bool m_isSecure;
    SimState m_state;
    std::unique_ptr<server::HttpServer> m_server; // ends before the state
};

} // namespace bw::jts
