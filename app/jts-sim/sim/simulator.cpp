#include "app/jts-sim/sim/simulator.h"

#include "app/jts-sim/sim/sim_app.h"

namespace bw::jts {

Simulator::Simulator(const SimulatorOptions& options)
    : m_address(options.address)
    , m_isSecure(options.tls != nullptr)
    , m_state(options.seed, SystemClock::instance(), options.limits) {
    m_state.faults.put(options.faults, m_state.clock.now());
    m_state.feeds.setTicks(options.ticks);
}

Simulator::~Simulator() = default;

Result<std::unique_ptr<Simulator>, net::NetError> Simulator::start(const SimulatorOptions& options) {
    std::unique_ptr<Simulator> simulator(new Simulator(options));
    server::ServerOptions serverOptions;
    serverOptions.address = options.address;
    serverOptions.port = options.port;
    serverOptions.threads = options.threads;
    serverOptions.tls = options.tls;
    serverOptions.reactor = options.reactor;
    SimState& state = simulator->m_state;
    auto server = server::HttpServer::start(
        serverOptions, [&state](unsigned thread) { return std::make_unique<SimApp>(state, thread); });
    if (!server) {
        return std::unexpected(server.error());
    }
    simulator->m_server = std::move(*server);
    return simulator;
}

std::string Simulator::url() const {
    const bool isV6 = m_address.find(':') != std::string::npos && m_address.front() != '[';
    const std::string host = isV6 ? "[" + m_address + "]" : m_address;
    return (m_isSecure ? "https://" : "http://") + host + ":" + std::to_string(port());
}

} // namespace bw::jts
