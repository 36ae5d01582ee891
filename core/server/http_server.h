#pragma once

#include "core/net/net_error.h"
#include "core/server/app.h"
#include "core/server/server_options.h"

#include <functional>
#include <memory>
#include <thread>
#include <vector>

namespace bw::server {

class ServerThread;

// An HTTP/1.1 server: a few threads, each with its own loop, listener (one shared port) and App. Runs from
// start() to its destruction. Made, stopped and destroyed by one thread.
class HttpServer {
public:
    // Called once per thread (0, 1, …), before any of them runs.
    using MakeApp = std::function<std::unique_ptr<App>(unsigned thread)>;

    // Error: what the system said to listening; NotAvailable when the address is no numeric one.
    [[nodiscard]] static Result<std::unique_ptr<HttpServer>, net::NetError>
    start(const ServerOptions& options, const MakeApp& makeApp);
    // Stops.
    ~HttpServer();
    HttpServer(const HttpServer&) = delete;
    HttpServer& operator=(const HttpServer&) = delete;

    // The port it listens on, also when 0 was asked for.
    [[nodiscard]] std::uint16_t port() const { return m_port; }

    [[nodiscard]] std::size_t openConnections() const;

    // Takes no new clients, closes idle ones, lets answers under way go out (at most the drain timeout), and
    // returns when all threads ended.
    void stop();

private:
    HttpServer() = default;

    std::vector<std::unique_ptr<ServerThread>> m_threads;
    std::vector<std::thread> m_running;
    std::uint16_t m_port = 0;
};

} // namespace bw::server
