#include "core/server/web_socket_connection.h"

#include <utility>

namespace bw::server {
namespace {

// How long a client may take to answer that it closes, too.
constexpr Duration kCloseTime = std::chrono::seconds(2);

} // namespace

WebSocketConnection::WebSocketConnection(Host& host, std::unique_ptr<WebSocketPeer> peer,
                                         codec::MessageDeflate* deflate)
    : m_host(host)
    , m_peer(std::move(peer))
    , m_deflate(deflate)
    , m_reader(codec::WsReader::Side::Server, *this, host.partials(), kMaxMessage, deflate) {}

void WebSocketConnection::begin(Peer /*peer*/) {
    m_peer->onOpen(*this);
}

void WebSocketConnection::end() {
    m_peer.reset();
    m_demand = Demand::CloseWhenSent;
}

Demand WebSocketConnection::receive(std::span<const std::byte> bytes, std::string& out) {
    if (m_demand != Demand::Read) {
        return m_demand;
    }
    m_out = &out;
    if (m_reader.feed(bytes) == codec::WsReader::State::Failed) {
        const auto code = static_cast<std::uint16_t>(codec::closeCodeFor(m_reader.error()));
        codec::appendFrame(out, codec::WsOpcode::Close, codec::closePayload(code, {}), {});
        m_demand = Demand::CloseWhenSent;
    }
    m_out = nullptr;
    return m_demand;
}

bool WebSocketConnection::onMessage(codec::WsMessageKind kind, std::string_view message) {
    if (!m_closeSince) {
        m_peer->onMessage(kind, message);
    }
    return true;
}

bool WebSocketConnection::onPing(std::string_view payload) {
    codec::appendFrame(*m_out, codec::WsOpcode::Pong, payload, {});
    return true;
}

bool WebSocketConnection::onClose(std::uint16_t code, std::string_view /*reason*/) {
    if (!m_closeSince) {
        const bool hasCode = code != static_cast<std::uint16_t>(codec::WsCloseCode::NoStatus);
        codec::appendFrame(*m_out, codec::WsOpcode::Close,
                           hasCode ? codec::closePayload(code, {}) : std::string(), {});
    }
    m_demand = Demand::CloseWhenSent;
    return true;
}

void WebSocketConnection::send(codec::WsMessageKind kind, std::string_view message) {
    const auto opcode = kind == codec::WsMessageKind::Text ? codec::WsOpcode::Text : codec::WsOpcode::Binary;
    std::string frame;
    std::string deflated;
    if (m_deflate != nullptr && m_deflate->deflate(message, deflated)) {
        codec::appendFrame(frame, opcode, deflated, {.isCompressed = true});
    } else {
        codec::appendFrame(frame, opcode, message, {});
    }
    sendFrames(frame);
}

void WebSocketConnection::sendFrames(std::string_view frames) {
    if (m_demand == Demand::Read && !m_closeSince) {
        m_host.push(frames);
    }
}

void WebSocketConnection::close(codec::WsCloseCode code, std::string_view reason) {
    if (m_closeSince || m_demand != Demand::Read) {
        return;
    }
    std::string frame;
    codec::appendFrame(frame, codec::WsOpcode::Close,
                       codec::closePayload(static_cast<std::uint16_t>(code), reason), {});
    m_host.push(frame);
    m_closeSince = m_host.now();
}

std::optional<Instant> WebSocketConnection::deadline() const {
    return m_closeSince ? std::optional(*m_closeSince + kCloseTime) : std::nullopt;
}

Demand WebSocketConnection::timedOut(std::string& /*out*/) {
    m_demand = Demand::CloseWhenSent;
    return m_demand;
}

Demand WebSocketConnection::drain(std::string& out) {
    if (m_demand == Demand::Read && !m_closeSince) {
        const auto code = static_cast<std::uint16_t>(codec::WsCloseCode::GoingAway);
        codec::appendFrame(out, codec::WsOpcode::Close, codec::closePayload(code, {}), {});
        m_demand = Demand::CloseWhenSent;
    }
    return m_demand;
}

} // namespace bw::server
