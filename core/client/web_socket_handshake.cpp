#include "core/client/web_socket_handshake.h"

#include "core/client/web_socket_session.h"

namespace bw::client {
namespace {

// Written by us, whatever a plan says.
bool isOurs(std::string_view name) {
    using codec::equalsIgnoringCase;
    return equalsIgnoringCase(name, "Host") || equalsIgnoringCase(name, "Upgrade") ||
           equalsIgnoringCase(name, "Connection") || equalsIgnoringCase(name, "Sec-WebSocket-Key") ||
           equalsIgnoringCase(name, "Sec-WebSocket-Version") ||
           equalsIgnoringCase(name, "Sec-WebSocket-Protocol");
}

} // namespace

WebSocketHandshake::WebSocketHandshake(ClientContext& context, net::Stream& stream, Exchange& exchange)
    : m_context(context)
    , m_stream(stream)
    , m_exchange(exchange)
    , m_parser(context.partials) {
    m_stream.setHandler(*this);
}

bool WebSocketHandshake::write(const WebSocketRequest& request, std::string_view key, std::string& head) {
    head.clear();
    if (!codec::appendRequestLine(head, "GET", request.url->target)) {
        return false;
    }
    head += "Host: ";
    codec::appendHostField(head, *request.url);
    head +=
        "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: ";
    head += key;
    head += "\r\n";
    std::string protocols;
    for (const std::string& protocol : request.protocols) {
        protocols += protocols.empty() ? "" : ", ";
        protocols += protocol;
    }
    if (!protocols.empty() && !codec::appendField(head, "Sec-WebSocket-Protocol", protocols)) {
        return false;
    }
    for (const codec::HeaderField& field : request.fields) {
        if (isOurs(field.name)) {
            continue;
        }
        if (codec::equalsIgnoringCase(field.name, "Sec-WebSocket-Extensions")) {
            m_extensions = codec::MessageDeflate::kOffer; // on the only terms that are spoken here
            if (!codec::appendField(head, field.name, m_extensions)) {
                return false;
            }
        } else if (!codec::appendField(head, field.name, field.value)) {
            return false;
        }
    }
    codec::appendHeadEnd(head);
    return true;
}

net::Task<std::optional<codec::WsAgreement>> WebSocketHandshake::ask(const WebSocketRequest& request,
                                                                     std::string key) {
    std::string& head = m_context.head;
    if (!write(request, key, head)) {
        m_exchange.error = ClientError::BadRequest;
        co_return std::nullopt;
    }
    m_parser.reset(*this, codec::ResponseTo::Other);
    if (request.deadline != Instant::max()) {
        m_context.reactor.arm(m_deadline, request.deadline);
    }
    const std::string_view piece = head;
    Timing& timing = m_exchange.timing;
    timing.sent = m_context.reactor.now();
    if (m_stream.send(std::span(&piece, 1)) == net::Stream::Sent::All) {
        timing.written = m_context.reactor.now();
    }
    m_exchange.error = co_await m_answer;
    if (m_exchange.error != ClientError::None) {
        co_return std::nullopt;
    }
    auto agreement = codec::checkAnswer(m_exchange.status, m_fields, key, request.protocols, m_extensions);
    if (!agreement) {
        m_exchange.error = ClientError::Protocol;
        m_exchange.detail = codec::webSocketErrorName(agreement.error());
        co_return std::nullopt;
    }
    co_return std::move(*agreement);
}

void WebSocketHandshake::give(ClientError error, Instant at) {
    if (!std::exchange(m_isOver, true)) {
        m_exchange.timing.done = at;
        m_answer.give(error); // may destroy this
    }
}

void WebSocketHandshake::onDeadline(Instant now) {
    give(ClientError::Timeout, now);
}

void WebSocketHandshake::onSubmitted(Instant at) {
    m_exchange.timing.sent = at;
    m_exchange.timing.written = at;
}

void WebSocketHandshake::onReceived(std::span<const std::byte> bytes, Instant at) {
    if (m_isOver) {
        // The answer is being looked at; this belongs behind it.
        m_early.append(reinterpret_cast<const char*>(bytes.data()), bytes.size());
        return;
    }
    if (m_exchange.timing.firstByte == Instant{}) {
        m_exchange.timing.firstByte = at;
    }
    const codec::Fed fed = m_parser.feed(bytes);
    if (fed.state == codec::ParseState::Error) {
        give(ClientError::Protocol, at);
    } else if (fed.state == codec::ParseState::Complete || (m_parser.hasHead() && m_exchange.status != 101)) {
        const auto rest = bytes.subspan(fed.consumed);
        m_early.assign(reinterpret_cast<const char*>(rest.data()), rest.size());
        give(ClientError::None, at);
    }
}

void WebSocketHandshake::onEnded(Instant at) {
    give(ClientError::Closed, at);
}

void WebSocketHandshake::onFailed(net::NetError error, Instant at) {
    m_exchange.systemError = error.systemError;
    m_exchange.detail = error.detail;
    give(clientErrorOf(error.kind), at);
}

void WebSocketHandshake::onStatus(codec::HttpVersion /*version*/, int status) {
    m_exchange.status = status;
}

void WebSocketHandshake::onHeader(std::string_view name, std::string_view value) {
    m_fields.add(name, value);
    m_exchange.fields.add(name, value);
}

} // namespace bw::client
