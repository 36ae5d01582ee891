#include "core/server/http_server.h"

#include "core/net/descriptor_limit.h"
#include "core/server/server_thread.h"

namespace bw::server {

Result<std::unique_ptr<HttpServer>, net::NetError> HttpServer::start(const ServerOptions& options,
                                                                     const MakeApp& makeApp) {
    auto address = net::Address::parse(options.address, options.port);
    if (!address) {
        return std::unexpected(net::NetError{net::NetErrorKind::NotAvailable, 0});
    }
    net::raiseDescriptorLimit();
    using Sharing = net::ListenOptions::Sharing;
    const unsigned count = std::max(options.threads, 1u);
    std::unique_ptr<HttpServer> server(new HttpServer());
    for (unsigned i = 0; i < count; ++i) {
        auto thread =
            ServerThread::create(options, *address, count > 1 ? Sharing::Shared : Sharing::Alone, makeApp(i));
        if (!thread) {
            return std::unexpected(thread.error());
        }
        // The first takes the port, the others share it.
        server->m_port = (*thread)->address().port();
        address = address->withPort(server->m_port);
        server->m_threads.push_back(std::move(*thread));
    }
    for (const auto& thread : server->m_threads) {
        server->m_running.emplace_back([&thread = *thread] { thread.run(); });
    }
    return server;
}

HttpServer::~HttpServer() {
    stop();
}

std::size_t HttpServer::openConnections() const {
    std::size_t count = 0;
    for (const auto& thread : m_threads) {
        count += thread->openConnections();
    }
    return count;
}

void HttpServer::stop() {
    if (m_running.empty()) {
        return;
    }
    for (const auto& thread : m_threads) {
        thread->stop();
    }
    for (std::thread& running : m_running) {
        running.join();
    }
    m_running.clear();
}

} // namespace bw::server
