#pragma once

#include "core/base/clock.h"
#include "core/server/request.h"
#include "core/server/response.h"
#include "core/server/web_socket.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace bw::server {

class Conversation;

// How an answer that was broken on purpose ends.
enum class BreakOff : std::uint8_t {
    Close, // as if the process had died: what was written arrives, then the end
    Reset, // RST: what was written may be lost, too
};

class Exchange;

// A ticket for an answer that comes later. Small, copied freely; used on the exchange's own thread only,
// while the server lives. When the client went away meanwhile, it leads to nothing.
class DeferredAnswer {
public:
    DeferredAnswer(Conversation& connection, std::uint64_t serial)
        : m_connection(&connection)
        , m_serial(serial) {}

    // The exchange, to fill in its response; null when it is gone.
    [[nodiscard]] Exchange* exchange() const;

    void send() const;

private:
    Conversation* m_connection;
    std::uint64_t m_serial;
};

// One request and its answer, from the last byte in to the first byte out. Belongs to its connection's
// thread; the server takes it back when the answer is on its way or the client is gone.
class Exchange {
public:
    [[nodiscard]] const Request& request() const { return m_request; }
    [[nodiscard]] Request& request() { return m_request; }
    [[nodiscard]] Response& response() { return m_response; }
    [[nodiscard]] const Response& response() const { return m_response; }

    // When the last byte of the request was read.
    [[nodiscard]] Instant parsedAt() const { return m_parsedAt; }

    // True when the client's address is a loopback one.
    [[nodiscard]] bool isFromLoopback() const { return m_isFromLoopback; }

    // A number that the application may leave here for its own onSent().
    void setTag(std::uint32_t tag) { m_tag = tag; }
    [[nodiscard]] std::uint32_t tag() const { return m_tag; }

    // Unless one of these is called, the answer goes out when the handler returns.
    void sendAfter(Duration delay) { m_plan = Plan::SendAfter, m_delay = delay; }
    [[nodiscard]] DeferredAnswer defer();
    void neverAnswer() { m_plan = Plan::Never; }

    // Lets the connection become a WebSocket when the request asks for one as it should (RFC 6455 §4.2.1);
    // otherwise the answer says what it should have asked. Over HTTP/2 the response is sent as it is.
    void upgrade(std::unique_ptr<WebSocketPeer> peer, std::string protocol = {}) {
        m_peer = std::move(peer);
        m_protocol = std::move(protocol);
    }

    // Ends the connection after a share (0 to 1) of the answer's bytes, never all, or after `garbage`
    // instead.
    void breakAnswer(BreakOff how, double share) { m_break = how, m_breakShare = share; }
    void sendGarbage(std::string_view garbage, BreakOff how);

    [[nodiscard]] bool isBroken() const { return m_break.has_value(); }

private:
    friend class HttpConnection;
    friend class Http2Connection;

    enum class Plan : std::uint8_t { SendNow, SendAfter, Deferred, Never };

    void clear();

    Conversation* m_connection = nullptr;
    std::uint64_t m_serial = 0;
    Request m_request;
    Response m_response;
    Instant m_parsedAt;
    Duration m_delay{0};
    Plan m_plan = Plan::SendNow;
    std::optional<BreakOff> m_break;
    double m_breakShare = 0;
    std::string m_garbage;
    std::unique_ptr<WebSocketPeer> m_peer;
    std::string m_protocol; // of the WebSocket
    std::uint32_t m_tag = 0;
    bool m_isFromLoopback = false;
};

} // namespace bw::server
