#pragma once

#include "core/base/random.h"
#include "core/client/client_context.h"
#include "core/client/exchange.h"
#include "core/codec/websocket_handshake.h"
#include "core/codec/websocket_reader.h"
#include "core/net/stream.h"
#include "core/net/task.h"
#include "core/net/timer.h"
#include "core/net/tls_stream.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace bw::client {

// What to open. Views; they live until the session stands.
struct WebSocketRequest {
    const codec::Url* url = nullptr;            // ws or wss
    std::span<const codec::HeaderField> fields; // what the handshake needs is added
    std::span<const std::string> protocols;     // that are offered
    Instant asked{};                            // Instant{}: now
    Instant deadline = Instant::max();          // of the handshake
};

// How a session that stood ended.
struct WebSocketEnd {
    ClientError error = ClientError::None;       // None: both sides said that it is over
    codec::WsError frame = codec::WsError::None; // behind a Protocol or TooLarge error: what the peer sent
    std::uint16_t code = 0; // the peer's close code; Abnormal when it gave none because it just went
};

// Hears what happens on a session, on the reactor's thread. Any function may destroy the session.
class WebSocketHandler {
public:
    virtual ~WebSocketHandler() = default;
    virtual void onMessage(codec::WsMessageKind kind, std::string_view message, Instant at) = 0;
    // The answer to ping().
    virtual void onPong(Duration /*roundTrip*/, Instant /*at*/) {}
    // Nothing more comes.
    virtual void onEnded(const WebSocketEnd& end, Instant at) = 0;
};

// One WebSocket connection of a virtual user (RFC 6455). Idle, it owns no buffer. Pings are answered, a
// peer's close is answered, a peer that breaks the rules is told so and left. Destroying it closes the
// connection. Not thread-safe.
class WebSocketSession final : private net::StreamHandler, private codec::WsSink {
public:
    static constexpr std::size_t kMaxMessage = 16U << 20;
    // A peer that lets more than this wait for ClientContext::unreadTime does not read any more.
    static constexpr std::size_t kMaxUnsent = 4U << 20;

    // All outlive the session. `random` gives the keys that frames are masked with.
    WebSocketSession(ClientContext& context, Random& random, net::TlsSessions& tlsSessions,
                     WebSocketHandler& handler);
    WebSocketSession(const WebSocketSession&) = delete;
    WebSocketSession& operator=(const WebSocketSession&) = delete;
    ~WebSocketSession() override;

    // Connects and shakes hands; the exchange gets the timing and status, and the error when it went wrong: a
    // server that answers something else is Protocol with the reason in its detail. Once a session.
    [[nodiscard]] net::Task<bool> open(const WebSocketRequest& request, Exchange& exchange);

    [[nodiscard]] bool isOpen() const { return m_stream != nullptr && !m_isClosing; }
    // Which of the offered ones the server chose; may be empty.
    [[nodiscard]] const std::string& protocol() const { return m_protocol; }
    [[nodiscard]] net::Traffic traffic() const { return m_stream ? m_stream->traffic() : m_lastTraffic; }

    // False when the session is not open. A peer that does not read ends it, later.
    bool send(codec::WsMessageKind kind, std::string_view message);
    // Nothing while another one is under way.
    void ping();
    // Says so to the peer and awaits its answer for a second; onEnded() follows.
    void close(codec::WsCloseCode code, std::string_view reason = {});

private:
    void onReceived(std::span<const std::byte> bytes, Instant at) override;
    void onEnded(Instant at) override;
    void onFailed(net::NetError error, Instant at) override;
    [[nodiscard]] bool onMessage(codec::WsMessageKind kind, std::string_view message) override;
    [[nodiscard]] bool onPing(std::string_view payload) override;
    [[nodiscard]] bool onPong(std::string_view payload) override;
    [[nodiscard]] bool onClose(std::uint16_t code, std::string_view reason) override;
    void onEarlyDue(Instant now);
    void onCloseDue(Instant now);
    void onReadDue(Instant now);

    void stand(std::unique_ptr<net::Stream> stream, const codec::WsAgreement& agreement, std::string early);
    void sendFrame(codec::WsOpcode opcode, std::string_view payload, bool isCompressed = false);
    void drop();
    void end(const WebSocketEnd& how, Instant at);
    void endBehindEarly(const WebSocketEnd& how, Instant at);
    [[nodiscard]] std::uint64_t taken() const { return m_stream->traffic().sent - m_stream->unsent(); }
    // Calls the handler; false when this session was destroyed.
    template <class Call>
    [[nodiscard]] bool tell(Call call);

    ClientContext& m_context;
    Random& m_random;
    net::TlsSessions& m_tlsSessions;
    WebSocketHandler& m_handler;
    std::unique_ptr<net::Stream> m_stream;
    std::unique_ptr<codec::WsReader> m_reader;
    net::Traffic m_lastTraffic;
    std::string m_protocol;
    std::string m_early;                    // what came behind the handshake's answer
    std::optional<WebSocketEnd> m_earlyEnd; // and the end behind that
    net::MemberTimer<&WebSocketSession::onEarlyDue> m_earlyDue{*this};
    net::MemberTimer<&WebSocketSession::onCloseDue> m_closeDue{*this};
    net::MemberTimer<&WebSocketSession::onReadDue> m_readDue{*this};
    bool* m_destroyed = nullptr; // set when the destructor runs within a callback
    Instant m_at{};              // of the bytes at hand
    Instant m_pinged{};          // Instant{}: no ping is under way
    std::uint64_t m_pings = 0;
    std::uint64_t m_takenBefore = 0; // by the peer, when a lot was unread
    bool m_isClosing = false;        // we said that it is over
    bool m_isCompressed = false;
};

} // namespace bw::client
