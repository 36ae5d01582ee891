#pragma once

#include "core/server/conversation.h"
#include "core/server/web_socket.h"

#include <memory>
#include <optional>

namespace bw::server {

// A connection that became a WebSocket (RFC 6455): what is left of the conversation is frames. Serves one
// client.
class WebSocketConnection final : public Conversation, private WebSocket, private codec::WsSink {
public:
    static constexpr std::size_t kMaxMessage = 1U << 20; // of a client

    // `deflate` is null where compression was not agreed on.
    WebSocketConnection(Host& host, std::unique_ptr<WebSocketPeer> peer, codec::MessageDeflate* deflate);
    ~WebSocketConnection() override = default;
    WebSocketConnection(const WebSocketConnection&) = delete;
    WebSocketConnection& operator=(const WebSocketConnection&) = delete;

    void begin(Peer peer) override;
    void end() override;
    [[nodiscard]] Demand receive(std::span<const std::byte> bytes, std::string& out) override;
    [[nodiscard]] Demand answerDue(std::string& /*out*/) override { return m_demand; }
    // A client has a while to answer our close; apart from that it may be silent.
    [[nodiscard]] std::optional<Instant> deadline() const override;
    [[nodiscard]] Demand timedOut(std::string& out) override;
    [[nodiscard]] Demand drain(std::string& out) override;
    [[nodiscard]] bool isIdle() const override { return false; }
    [[nodiscard]] Demand demand() const override { return m_demand; }
    void submitted(Instant at) override { m_peer->onSubmitted(at); }
    [[nodiscard]] bool isHung() const override { return false; }
    [[nodiscard]] std::size_t pipelined() const override { return 0; }
    [[nodiscard]] Exchange* deferred(std::uint64_t /*serial*/) const override { return nullptr; }
    void sendDeferred(std::uint64_t /*serial*/) override {}

private:
    void send(codec::WsMessageKind kind, std::string_view message) override;
    void sendFrames(std::string_view frames) override;
    [[nodiscard]] std::size_t unsent() const override { return m_host.unsent(); }
    void close(codec::WsCloseCode code, std::string_view reason) override;

    [[nodiscard]] bool onMessage(codec::WsMessageKind kind, std::string_view message) override;
    [[nodiscard]] bool onPing(std::string_view payload) override;
    [[nodiscard]] bool onPong(std::string_view /*payload*/) override { return true; }
    [[nodiscard]] bool onClose(std::uint16_t code, std::string_view reason) override;

    Host& m_host;
    std::unique_ptr<WebSocketPeer> m_peer;
    codec::MessageDeflate* m_deflate;
    codec::WsReader m_reader;
    std::string* m_out = nullptr; // while bytes are read
    Demand m_demand = Demand::Read;
    std::optional<Instant> m_closeSince; // we said that it is over
};

} // namespace bw::server
