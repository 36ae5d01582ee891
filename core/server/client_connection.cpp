#include "core/server/client_connection.h"

#include "core/net/tls_stream.h"
#include "core/server/server_thread.h"

#include <utility>

namespace bw::server {

namespace {

// Beyond these the client is not read any more until it takes its answers.
constexpr std::size_t maxUnsent = 256 * 1024;
constexpr std::size_t maxPipelined = 64 * 1024;

// How long a client may take to notice that the connection ends, before it is cut.
constexpr Duration linger = std::chrono::seconds(2);

// An HTTP/2 client that asks nobody begins so (RFC 9113 §3.4); no HTTP/1 request does.
bool startsHttp2(std::span<const std::byte> bytes) {
    constexpr std::string_view kPreface = "PRI * HTTP/2.0\r\n";
    const std::string_view text(reinterpret_cast<const char*>(bytes.data()), bytes.size());
    return text.starts_with(kPreface);
}

} // namespace

ClientConnection::ClientConnection(ServerThread& thread)
    : m_thread(thread)
    , m_http1(*this) {}

void ClientConnection::open(std::unique_ptr<net::Stream> stream) {
    const auto& tls = options().tls;
    m_shakingSince.reset();
    if (tls) {
        m_stream = net::TlsStream::server(m_thread.reactor(), *tls, std::move(stream));
        m_shakingSince = now();
    } else {
        m_stream = std::move(stream);
    }
    m_stream->setHandler(*this);
    m_isFirst = true;
    m_unsentSince.reset();
    m_endingSince.reset();
    m_isPaused = false;
    m_peerEnded = false;
    converse(m_http1);
}

void ClientConnection::converse(Conversation& conversation) {
    m_http = &conversation;
    m_http->begin(m_stream->peer().isLoopback() ? Conversation::Peer::Loopback
                                                : Conversation::Peer::Elsewhere);
}

Conversation& ClientConnection::http2() {
    if (!m_http2) {
        m_http2 = std::make_unique<Http2Connection>(static_cast<Conversation::Host&>(*this));
    }
    return *m_http2;
}

void ClientConnection::onConnected(Instant /*at*/) {
    m_shakingSince.reset();
    if (static_cast<const net::TlsStream&>(*m_stream).protocol() == "h2") {
        m_isFirst = false;
        converse(http2());
    } else {
        m_http->begin(m_stream->peer().isLoopback() ? Conversation::Peer::Loopback
                                                    : Conversation::Peer::Elsewhere);
    }
}

void ClientConnection::close() {
    m_http->end();
    m_http = &m_http1;
    m_stream.reset();
    m_thread.release(*this); // in a turn of its own the object goes to the next client
}

void ClientConnection::becomeWebSocket(Instant at) {
    HttpConnection::Upgrade upgrade = m_http1.takeUpgrade();
    m_http1.end();
    m_webSocket = std::make_unique<WebSocketConnection>(static_cast<Conversation::Host&>(*this),
                                                        std::move(upgrade.peer),
                                                        upgrade.isCompressed ? &m_thread.deflate() : nullptr);
    converse(*m_webSocket);
    if (!upgrade.early.empty()) {
        onReceived(std::as_bytes(std::span(upgrade.early)), at);
    }
}

void ClientConnection::push(std::string_view bytes) {
    const net::Stream::Sent sent = m_stream->send(std::span(&bytes, 1));
    if (sent == net::Stream::Sent::Later && !m_unsentSince) {
        m_unsentSince = now();
    } else if (sent == net::Stream::Sent::All ||
               (sent == net::Stream::Sent::Queued && !m_stream->tellsSubmission())) {
        m_http->submitted(now());
    }
}

void ClientConnection::drain() {
    if (m_shakingSince || m_http->isHung() || (m_http->isIdle() && m_stream->unsent() == 0)) {
        close();
        return;
    }
    std::string& out = m_thread.scratch();
    out.clear();
    deliver(m_http->drain(out), now());
}

void ClientConnection::checkDeadline(Instant now) {
    if (m_shakingSince) {
        if (now - *m_shakingSince > options().requestTimeout) {
            close();
        }
        return;
    }
    const auto deadline = m_http->deadline();
    const bool isStuck = m_unsentSince && now - *m_unsentSince > options().sendTimeout;
    const bool isOver = m_endingSince && now - *m_endingSince > linger;
    if (isStuck || isOver) {
        m_stream->resetOnClose();
        close();
    } else if (deadline && now > *deadline && !m_endingSince) {
        std::string& out = m_thread.scratch();
        out.clear();
        deliver(m_http->timedOut(out), now);
    }
}

void ClientConnection::onReceived(std::span<const std::byte> bytes, Instant at) {
    if (std::exchange(m_isFirst, false) && !options().tls && startsHttp2(bytes)) {
        converse(http2());
    }
    std::string& out = m_thread.scratch();
    out.clear();
    deliver(m_http->receive(bytes, out), at);
}

void ClientConnection::onDelayOver(Instant now) {
    std::string& out = m_thread.scratch();
    out.clear();
    deliver(m_http->answerDue(out), now);
}

void ClientConnection::deliver(Demand demand, Instant at) {
    const std::string& out = m_thread.scratch();
    if (!out.empty()) {
        const std::string_view piece = out;
        if (m_stream->send(std::span(&piece, 1)) == net::Stream::Sent::Later && !m_unsentSince) {
            m_unsentSince = at;
        }
        m_thread.tellSent();
    }
    if (demand == Demand::Upgrade) {
        becomeWebSocket(at);
        return;
    }
    if (demand == Demand::CloseWhenSent || demand == Demand::ResetWhenSent ||
        (m_peerEnded && demand == Demand::Read)) {
        finish(at);
    } else {
        pace();
    }
}

void ClientConnection::finish(Instant at) {
    if (m_http->demand() == Demand::ResetWhenSent) {
        if (m_stream->unsent() == 0) {
            m_stream->resetOnClose();
            close();
        }
        return;
    }
    if ((m_peerEnded || isDraining()) && m_stream->unsent() == 0) {
        close();
        return;
    }
    if (!m_endingSince) {
        // Closing at once would reset the connection when the client has sent more than was read, and take
        // the last answer with it; so our end is sent, and the client's is awaited.
        m_endingSince = at;
        m_stream->endSending();
    }
}

void ClientConnection::pace() {
    const bool isTooMuch = m_stream->unsent() > maxUnsent || m_http->pipelined() > maxPipelined;
    if (isTooMuch && !m_isPaused) {
        m_isPaused = true;
        m_stream->pauseReading();
    } else if (!isTooMuch && m_isPaused) {
        m_isPaused = false;
        m_stream->resumeReading();
    }
}

void ClientConnection::onSent(Instant at) {
    m_unsentSince.reset();
    m_http->submitted(at);
    m_thread.scratch().clear(); // it holds what was written last, by whichever connection
    deliver(m_http->demand(), at);
}

void ClientConnection::onEnded(Instant at) {
    m_peerEnded = true;
    const bool mayStillAnswer = m_http->demand() == Demand::Wait && !m_http->isHung();
    if (!mayStillAnswer && m_stream->unsent() == 0) {
        close();
    } else if (!m_endingSince && !mayStillAnswer) {
        m_endingSince = at;
    }
}

void ClientConnection::onFailed(net::NetError, Instant) {
    close();
}

Exchange& ClientConnection::takeExchange() {
    return m_thread.takeExchange();
}

void ClientConnection::giveExchange(Exchange& exchange) {
    m_thread.giveExchange(exchange);
}

App& ClientConnection::app() {
    return m_thread.app();
}

codec::PartialPool& ClientConnection::partials() {
    return m_thread.partials();
}

const ServerOptions& ClientConnection::options() const {
    return m_thread.options();
}

Instant ClientConnection::now() {
    return m_thread.reactor().now();
}

std::string_view ClientConnection::date() {
    return m_thread.date();
}

bool ClientConnection::isDraining() const {
    return m_thread.isDraining();
}

void ClientConnection::startDelay(Instant due) {
    m_thread.reactor().arm(m_delay, due);
}

void ClientConnection::stopDelay() {
    m_delay.cancel();
}

void ClientConnection::noteSent(const SentAnswer& answer) {
    m_thread.noteSent(answer);
}

} // namespace bw::server
