#pragma once

#include "core/base/clock.h"
#include "core/codec/message_deflate.h"
#include "core/codec/partial_pool.h"
#include "core/net/reactor.h"
#include "core/server/app.h"
#include "core/server/client_connection.h"
#include "core/server/server_options.h"

#include <atomic>
#include <memory>
#include <string>
#include <vector>

namespace bw::server {

// One thread of the server: its loop, its listener, its clients, its app. Built by the thread that starts the
// server, then run by its own.
class ServerThread final : private net::ListenerHandler {
public:
    // `sharing` when other threads listen on the same port.
    [[nodiscard]] static Result<std::unique_ptr<ServerThread>, net::NetError>
    create(const ServerOptions& options, const net::Address& at, net::ListenOptions::Sharing sharing,
           std::unique_ptr<App> app);
    ~ServerThread() override;

    [[nodiscard]] net::Address address() const { return m_listener->address(); }

    // Until everything is drained after stop().
    void run();

    // Any thread.
    void stop();

    // Any thread.
    [[nodiscard]] std::size_t openConnections() const { return m_open.load(std::memory_order_relaxed); }

    // For its connections.
    [[nodiscard]] net::Reactor& reactor() { return *m_reactor; }
    [[nodiscard]] App& app() { return *m_app; }
    [[nodiscard]] codec::PartialPool& partials() { return m_partials; }
    [[nodiscard]] codec::MessageDeflate& deflate() { return m_deflate; }
    [[nodiscard]] const ServerOptions& options() const { return m_options; }
    [[nodiscard]] std::string_view date() const { return m_date; }
    [[nodiscard]] bool isDraining() const { return m_isDraining; }
    [[nodiscard]] std::string& scratch() { return m_scratch; }
    [[nodiscard]] Exchange& takeExchange();
    void giveExchange(Exchange& exchange);
    void noteSent(const SentAnswer& answer) { m_sent.push_back(answer); }
    void tellSent();
    void release(ClientConnection& client);

private:
    ServerThread(const ServerOptions& options, std::unique_ptr<net::Reactor> reactor,
                 std::unique_ptr<App> app);

    void onAccepted(std::unique_ptr<net::Stream> stream, Instant at) override;
    void onSweep(Instant now);
    void drain();
    void stopWhenDrained();
    [[nodiscard]] Duration sweepInterval() const;
    void updateDate();

    ServerOptions m_options;
    std::unique_ptr<net::Reactor> m_reactor;
    std::unique_ptr<App> m_app;
    codec::PartialPool m_partials;
    codec::MessageDeflate m_deflate;
    std::unique_ptr<net::Listener> m_listener;
    std::vector<std::unique_ptr<Exchange>> m_exchanges; // all that were ever made
    std::vector<Exchange*> m_freeExchanges;
    std::vector<std::unique_ptr<ClientConnection>> m_clients; // all that were ever made
    std::vector<ClientConnection*> m_freeClients;
    std::vector<SentAnswer> m_sent;
    std::string m_scratch;
    std::string m_date;
    net::MemberTimer<&ServerThread::onSweep> m_sweep{*this};
    Instant m_drainUntil;
    std::atomic<std::size_t> m_open = 0;
    bool m_isDraining = false;
};

} // namespace bw::server
