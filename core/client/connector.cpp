#include "core/client/connector.h"

#include "core/client/proxy_tunnel.h"

#include <cerrno>

namespace bw::client {
namespace {

// What a client offers by ALPN (RFC 7301), each behind its length.
std::string_view offerOf(Speaks speaks) {
    using namespace std::string_view_literals;
    switch (speaks) {
    case Speaks::Http1:
        return "\x08http/1.1"sv;
    case Speaks::Http2:
        return "\x02h2"sv;
    case Speaks::Best:
        break;
    }
    return "\x02h2\x08http/1.1"sv;
}

} // namespace

Connector::Connector(ClientContext& context, Exchange& exchange, Instant deadline, net::TlsSessions& sessions,
                     std::optional<Speaks> speaks)
    : m_context(context)
    , m_exchange(exchange)
    , m_sessions(sessions)
    , m_speaks(speaks.value_or(context.speaks)) {
    if (deadline != Instant::max()) {
        m_context.reactor.arm(m_deadline, deadline);
    }
}

void Connector::onConnected(Instant at) {
    Timing& timing = m_exchange.timing;
    (timing.tlsStart == Instant{} ? timing.connectEnd : timing.tlsEnd) = at;
    m_step.give(ClientError::None);
}

void Connector::onFailed(net::NetError error, Instant /*at*/) {
    m_exchange.systemError = error.systemError;
    m_exchange.detail = error.detail;
    m_step.give(clientErrorOf(error.kind));
}

void Connector::onDeadline(Instant /*now*/) {
    m_query = {};
    m_stream.reset();
    m_step.give(ClientError::Timeout);
}

net::Task<std::optional<net::Addresses>> Connector::lookUp(const std::string& host) {
    if (const net::Addresses* known = m_context.names.find(host)) {
        co_return inOrder(*known);
    }
    net::Addresses found;
    m_exchange.timing.lookupStart = m_context.reactor.now();
    m_query = m_context.names.resolver().resolve(
        host, m_context.reactor, [this, &found](net::Resolver::Answer answer) {
            if (answer) {
                found = std::move(*answer);
            } else {
                m_exchange.systemError = answer.error().systemError;
            }
            m_step.give(answer ? ClientError::None : ClientError::Dns);
        });
    const ClientError error = co_await m_step;
    m_query = {};
    m_exchange.timing.lookupEnd = m_context.reactor.now();
    if (error != ClientError::None) {
        m_exchange.error = error;
        co_return std::nullopt;
    }
    m_context.names.keep(host, found);
    co_return inOrder(found);
}

std::optional<net::Addresses> Connector::inOrder(const net::Addresses& addresses) {
    net::Addresses wanted = m_context.names.inOrder(addresses);
    if (wanted.empty()) {
        m_exchange.error = ClientError::Dns;
        m_exchange.detail = "no_address_of_the_wanted_kind";
        return std::nullopt;
    }
    return wanted;
}

net::Task<bool> Connector::tryAddress(const net::Address& address) {
    constexpr int kSources = 8; // of each connection; the next one goes on from there
    if (m_exchange.timing.connectStart == Instant{}) {
        m_exchange.timing.connectStart = m_context.reactor.now();
    }
    for (int tries = 1;; ++tries) {
        net::ConnectOptions options;
        options.source = m_context.sources.next(address);
        m_stream = m_context.reactor.connect(address, options, *this);
        m_exchange.error = co_await m_step;
        if (m_exchange.error == ClientError::None) {
            m_exchange.systemError = 0;
            co_return true;
        }
        m_stream.reset();
        const bool lacksPorts =
            m_exchange.error == ClientError::Local && m_exchange.systemError == EADDRNOTAVAIL;
        if (!lacksPorts || tries == kSources || !m_context.sources.moveOn(address)) {
            co_return false;
        }
    }
}

net::Task<bool> Connector::reach(const codec::Url& server, const codec::Url* proxy) {
    const codec::Url& next = proxy == nullptr ? server : *proxy;
    if (proxy != nullptr && !m_context.policy.allowsUnresolved(server.host)) {
        m_exchange.error = ClientError::NotAllowed;
        co_return false;
    }
    const std::optional<net::Addresses> addresses = co_await lookUp(next.host);
    if (!addresses) {
        co_return false;
    }
    const bool isTrusted = proxy != nullptr && m_context.proxyTrust == ClientContext::ProxyTrust::Trusted;
    m_exchange.error = ClientError::NotAllowed;
    for (const net::Address& address : *addresses) {
        if (!isTrusted && !m_context.policy.allows(next.host, address)) {
            continue;
        }
        const bool connected = co_await tryAddress(address.withPort(next.port));
        if (connected) {
            co_return true;
        }
        if (m_exchange.error == ClientError::Timeout) {
            break;
        }
    }
    co_return false;
}

net::Task<bool> Connector::tunnel(const codec::Url& server, const codec::Url& proxy) {
    ProxyTunnel asking(m_context, *m_stream, m_step);
    asking.ask(server, proxy);
    m_exchange.error = co_await m_step;
    if (m_exchange.error != ClientError::None) {
        m_exchange.detail = asking.detail();
        m_exchange.systemError = asking.systemError();
        m_stream.reset();
    } else {
        m_stream->setHandler(*this);
    }
    co_return m_exchange.error == ClientError::None;
}

net::Task<bool> Connector::shakeHands(const codec::Url& url) {
    if (m_context.tls == nullptr) {
        m_exchange.error = ClientError::Tls;
        co_return false;
    }
    if (const auto ready = m_context.tls->prepare(); !ready) {
        m_exchange.error = ClientError::Tls;
        m_exchange.detail = ready.error().detail;
        co_return false;
    }
    const HandshakeGate::Place place(m_context.handshakes, m_step);
    if (!place.isInside()) {
        m_exchange.error = co_await m_step;
        if (m_exchange.error != ClientError::None) {
            m_stream.reset();
            co_return false;
        }
    }
    m_exchange.timing.tlsStart = m_context.reactor.now();
    const net::TlsPeer peer{url.host, url.port, offerOf(m_speaks), &m_sessions};
    auto secured =
        net::TlsStream::client(m_context.reactor, *m_context.tls, std::move(m_stream), peer, *this);
    net::TlsStream& stream = *secured;
    m_stream = std::move(secured);
    m_exchange.error = co_await m_step;
    if (m_exchange.error != ClientError::None || !agreeOn(stream.protocol(), url)) {
        m_stream.reset();
    } else {
        m_tls = stream.facts();
    }
    co_return m_exchange.error == ClientError::None;
}

bool Connector::agreeOn(std::string_view protocol, const codec::Url& url) {
    if (protocol == "h2") {
        m_protocol = Protocol::Http2;
        if (m_context.http2Origins.size() < ClientContext::kMaxOrigins) {
            m_context.http2Origins.insert(url.host + ':' + std::to_string(url.port));
        }
    } else if (m_speaks == Speaks::Http2) {
        m_exchange.error = ClientError::Protocol;
        m_exchange.detail = "no_application_protocol";
        return false;
    }
    return true;
}

net::Task<Connected> Connector::connect(const codec::Url& url) {
    const codec::Url* proxy = m_context.proxyFor ? m_context.proxyFor(url) : nullptr;
    const bool isSecure = codec::isSecure(url.scheme);
    const bool isWebSocket = url.scheme == codec::UrlScheme::Ws || url.scheme == codec::UrlScheme::Wss;
    const bool needsTunnel = isSecure || isWebSocket || m_speaks == Speaks::Http2;
    bool isReady = co_await reach(url, proxy);
    if (isReady && proxy != nullptr && needsTunnel) {
        isReady = co_await tunnel(url, *proxy);
        proxy = nullptr;
    }
    if (isReady && isSecure) {
        isReady = co_await shakeHands(url);
    } else if (m_speaks == Speaks::Http2) {
        m_protocol = Protocol::Http2;
    }
    if (!isReady) {
        co_return Connected{};
    }
    co_return Connected{std::move(m_stream), m_protocol, m_tls, proxy};
}

} // namespace bw::client
