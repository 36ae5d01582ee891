#include "core/client/web_socket_session.h"

#include "core/client/connector.h"
#include "core/client/web_socket_handshake.h"

#include <cstring>

namespace bw::client {
namespace {

// How long a peer may take to answer that it closes, too.
constexpr Duration kCloseTime = std::chrono::seconds(1);

ClientError errorOf(codec::WsError error) {
    return error == codec::WsError::TooLarge ? ClientError::TooLarge : ClientError::Protocol;
}

} // namespace

template <class Call>
bool WebSocketSession::tell(Call call) {
    bool destroyed = false;
    bool* const before = std::exchange(m_destroyed, &destroyed);
    call(m_handler);
    if (destroyed) {
        if (before != nullptr) {
            *before = true;
        }
        return false;
    }
    m_destroyed = before;
    return true;
}

WebSocketSession::WebSocketSession(ClientContext& context, Random& random, net::TlsSessions& tlsSessions,
                                   WebSocketHandler& handler)
    : m_context(context)
    , m_random(random)
    , m_tlsSessions(tlsSessions)
    , m_handler(handler) {}

WebSocketSession::~WebSocketSession() {
    if (m_destroyed != nullptr) {
        *m_destroyed = true;
    }
    drop();
}

void WebSocketSession::drop() {
    if (m_stream) {
        m_lastTraffic = m_stream->traffic();
        m_stream.reset();
        --m_context.openConnections;
        ++m_context.closedConnections;
    }
    m_earlyDue.cancel();
    m_closeDue.cancel();
    m_readDue.cancel();
}

net::Task<bool> WebSocketSession::open(const WebSocketRequest& request, Exchange& exchange) {
    exchange.timing.start = request.asked == Instant{} ? m_context.reactor.now() : request.asked;
    exchange.connection = Exchange::Connection::New;
    Connector connector(m_context, exchange, request.deadline, m_tlsSessions, Speaks::Http1);
    Connected made = co_await connector.connect(*request.url);
    if (!made.stream) {
        exchange.timing.done = m_context.reactor.now();
        co_return false;
    }
    exchange.tls = made.tls;
    WebSocketHandshake handshake(m_context, *made.stream, exchange);
    const std::uint64_t high = m_random.next();
    auto agreement = co_await handshake.ask(request, codec::webSocketKey(high, m_random.next()));
    exchange.timing.done = m_context.reactor.now();
    const net::Traffic traffic = made.stream->traffic();
    exchange.bytesSent += traffic.sent;
    exchange.bytesReceived += traffic.received;
    if (!agreement) {
        co_return false;
    }
    stand(std::move(made.stream), *agreement, handshake.takeEarly());
    co_return true;
}

void WebSocketSession::stand(std::unique_ptr<net::Stream> stream, const codec::WsAgreement& agreement,
                             std::string early) {
    m_stream = std::move(stream);
    m_stream->setHandler(*this);
    ++m_context.openConnections;
    m_protocol = agreement.protocol;
    m_isCompressed = agreement.isCompressed;
    m_reader = std::make_unique<codec::WsReader>(codec::WsReader::Side::Client,
                                                 static_cast<codec::WsSink&>(*this), m_context.partials,
                                                 kMaxMessage, m_isCompressed ? &m_context.deflate : nullptr);
    if (!early.empty()) {
        // Heard in the next turn, before anything that comes then: whoever opened the session is not ready
        // yet.
        m_early = std::move(early);
        m_context.reactor.arm(m_earlyDue, Instant::min());
    }
}

void WebSocketSession::onEarlyDue(Instant now) {
    const std::string early = std::exchange(m_early, {});
    const std::optional<WebSocketEnd> behind = std::exchange(m_earlyEnd, {});
    const bool lives =
        tell([&](WebSocketHandler& /*handler*/) { onReceived(std::as_bytes(std::span(early)), now); });
    if (lives && behind && m_stream != nullptr) {
        end(*behind, now);
    }
}

// What came before the end is heard before it.
void WebSocketSession::endBehindEarly(const WebSocketEnd& how, Instant at) {
    if (m_early.empty()) {
        end(how, at);
    } else {
        m_earlyEnd = how;
    }
}

void WebSocketSession::sendFrame(codec::WsOpcode opcode, std::string_view payload, bool isCompressed) {
    std::string& out = m_context.frames;
    out.clear();
    codec::appendFrame(out, opcode, payload,
                       {.mask = static_cast<std::uint32_t>(m_random.next()), .isCompressed = isCompressed});
    const std::string_view piece = out;
    static_cast<void>(m_stream->send(std::span(&piece, 1)));
    if (out.capacity() > Exchange::kWorthKeeping) {
        std::string().swap(out);
    }
}

bool WebSocketSession::send(codec::WsMessageKind kind, std::string_view message) {
    if (!isOpen()) {
        return false;
    }
    const auto opcode = kind == codec::WsMessageKind::Text ? codec::WsOpcode::Text : codec::WsOpcode::Binary;
    std::string& deflated = m_context.decoded;
    deflated.clear();
    if (m_isCompressed && m_context.deflate.deflate(message, deflated)) {
        sendFrame(opcode, deflated, true);
    } else {
        sendFrame(opcode, message);
    }
    if (m_stream->unsent() > kMaxUnsent && !m_readDue.isArmed()) {
        m_takenBefore = taken();
        m_context.reactor.arm(m_readDue, m_context.reactor.now() + m_context.unreadTime);
    }
    return true;
}

void WebSocketSession::ping() {
    if (!isOpen() || m_pinged != Instant{}) {
        return;
    }
    char number[sizeof m_pings];
    ++m_pings;
    std::memcpy(number, &m_pings, sizeof number);
    m_pinged = m_context.reactor.now();
    sendFrame(codec::WsOpcode::Ping, {number, sizeof number});
}

void WebSocketSession::close(codec::WsCloseCode code, std::string_view reason) {
    if (!isOpen()) {
        return;
    }
    sendFrame(codec::WsOpcode::Close, codec::closePayload(static_cast<std::uint16_t>(code), reason));
    m_isClosing = true;
    m_context.reactor.arm(m_closeDue, m_context.reactor.now() + kCloseTime);
}

void WebSocketSession::onReadDue(Instant now) {
    const std::uint64_t before = std::exchange(m_takenBefore, taken());
    if (m_stream->unsent() > kMaxUnsent && taken() == before) {
        onCloseDue(now);
    } else if (m_stream->unsent() > kMaxUnsent) {
        m_context.reactor.arm(m_readDue, now + m_context.unreadTime); // it reads, slowly
    }
}

// The peer did not answer our close, or reads nothing any more.
void WebSocketSession::onCloseDue(Instant now) {
    end({ClientError::Timeout, codec::WsError::None,
         static_cast<std::uint16_t>(codec::WsCloseCode::Abnormal)},
        now);
}

void WebSocketSession::end(const WebSocketEnd& how, Instant at) {
    drop();
    static_cast<void>(tell([&](WebSocketHandler& handler) { handler.onEnded(how, at); }));
}

void WebSocketSession::onReceived(std::span<const std::byte> bytes, Instant at) {
    if (!m_early.empty()) {
        m_early.append(reinterpret_cast<const char*>(bytes.data()), bytes.size());
        return;
    }
    m_at = at;
    if (m_reader->feed(bytes) == codec::WsReader::State::Failed) {
        const codec::WsError error = m_reader->error();
        const auto code = static_cast<std::uint16_t>(codec::closeCodeFor(error));
        sendFrame(codec::WsOpcode::Close, codec::closePayload(code, {}));
        end({errorOf(error), error, static_cast<std::uint16_t>(codec::WsCloseCode::Abnormal)}, at);
    }
}

void WebSocketSession::onEnded(Instant at) {
    endBehindEarly(
        {ClientError::Closed, codec::WsError::None, static_cast<std::uint16_t>(codec::WsCloseCode::Abnormal)},
        at);
}

void WebSocketSession::onFailed(net::NetError error, Instant at) {
    endBehindEarly({clientErrorOf(error.kind), codec::WsError::None,
                    static_cast<std::uint16_t>(codec::WsCloseCode::Abnormal)},
                   at);
}

bool WebSocketSession::onMessage(codec::WsMessageKind kind, std::string_view message) {
    return tell([&](WebSocketHandler& handler) { handler.onMessage(kind, message, m_at); }) &&
           m_stream != nullptr;
}

bool WebSocketSession::onPing(std::string_view payload) {
    if (!m_isClosing) {
        sendFrame(codec::WsOpcode::Pong, payload);
    }
    return true;
}

bool WebSocketSession::onPong(std::string_view payload) {
    const bool isLatest =
        payload.size() == sizeof m_pings && std::memcmp(payload.data(), &m_pings, sizeof m_pings) == 0;
    if (!isLatest || m_pinged == Instant{}) {
        return true; // one that nobody waits for (RFC 6455 §5.5.3)
    }
    const Duration roundTrip = m_at - std::exchange(m_pinged, Instant{});
    return tell([&](WebSocketHandler& handler) { handler.onPong(roundTrip, m_at); }) && m_stream != nullptr;
}

bool WebSocketSession::onClose(std::uint16_t code, std::string_view /*reason*/) {
    if (!m_isClosing) {
        const bool hasCode = code != static_cast<std::uint16_t>(codec::WsCloseCode::NoStatus);
        sendFrame(codec::WsOpcode::Close, hasCode ? codec::closePayload(code, {}) : std::string());
    }
    end({ClientError::None, codec::WsError::None, code}, m_at); // may destroy this
    return false;
}

} // namespace bw::client
