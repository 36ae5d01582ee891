#pragma once

#include "core/net/stream.h"
#include "core/net/timer.h"
#include "core/server/http2_connection.h"
#include "core/server/http_connection.h"
#include "core/server/web_socket_connection.h"

#include <memory>
#include <optional>

namespace bw::server {

class ServerThread;

// One accepted socket, perhaps with TLS around it, and its conversation, whose version shows with the first
// bytes. Its thread keeps the object for the next client.
class ClientConnection final : private net::StreamHandler, private Conversation::Host {
public:
    explicit ClientConnection(ServerThread& thread);

    void open(std::unique_ptr<net::Stream> stream);
    void close();
    [[nodiscard]] bool isOpen() const { return m_stream != nullptr; }

    // Closes when nothing is under way; otherwise the answer under way is the last.
    void drain();

    // Ends what has waited too long.
    void checkDeadline(Instant now);

private:
    void onConnected(Instant at) override;
    void onReceived(std::span<const std::byte> bytes, Instant at) override;
    void onSubmitted(Instant at) override { m_http->submitted(at); }
    void onSent(Instant at) override;
    void onEnded(Instant at) override;
    void onFailed(net::NetError error, Instant at) override;

    [[nodiscard]] Exchange& takeExchange() override;
    void giveExchange(Exchange& exchange) override;
    [[nodiscard]] App& app() override;
    [[nodiscard]] codec::PartialPool& partials() override;
    [[nodiscard]] const ServerOptions& options() const override;
    [[nodiscard]] Instant now() override;
    [[nodiscard]] std::string_view date() override;
    [[nodiscard]] bool isDraining() const override;
    void startDelay(Instant due) override;
    void stopDelay() override;
    void noteSent(const SentAnswer& answer) override;
    void push(std::string_view bytes) override;
    [[nodiscard]] std::size_t unsent() const override { return m_stream->unsent(); }

    void onDelayOver(Instant now);
    void converse(Conversation& conversation);
    [[nodiscard]] Conversation& http2();
    void becomeWebSocket(Instant at);
    void deliver(Demand demand, Instant at);
    void finish(Instant at);
    void pace();

    ServerThread& m_thread;
    net::MemberTimer<&ClientConnection::onDelayOver> m_delay{
        *this}; // outlives the conversations, which may cancel it
    HttpConnection m_http1;
    std::unique_ptr<Http2Connection> m_http2;         // once a client spoke it
    std::unique_ptr<WebSocketConnection> m_webSocket; // while it is one
    Conversation* m_http = &m_http1;                  // the one that is held
    std::unique_ptr<net::Stream> m_stream;
    std::optional<Instant> m_shakingSince; // TLS's handshake
    bool m_isFirst = true;                 // no byte came yet
    std::optional<Instant> m_unsentSince;  // bytes wait for a client that does not read
    std::optional<Instant> m_endingSince;  // our last word is said, or the client's
    bool m_isPaused = false;
    bool m_peerEnded = false;
};

} // namespace bw::server
