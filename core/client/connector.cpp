#include "core/client/connector.h"

namespace bw::client {

Connector::Connector(ClientContext& context, Exchange& exchange, Instant deadline)
    : m_context(context)
    , m_exchange(exchange) {
    if (deadline != Instant::max()) {
        m_context.reactor.arm(m_deadline, deadline);
    }
}

void Connector::onConnected(Instant at) {
    m_exchange.timing.connectEnd = at;
    m_step.give(ClientError::None);
}

void Connector::onFailed(net::NetError error, Instant /*at*/) {
    m_exchange.systemError = error.systemError;
    m_step.give(clientErrorOf(error.kind));
}

void Connector::onDeadline(Instant /*now*/) {
    m_query = {};
    m_stream.reset();
    m_step.give(ClientError::Timeout);
}

net::Task<std::optional<net::Addresses>> Connector::lookUp(const std::string& host) {
    if (const net::Addresses* known = m_context.names.find(host)) {
        co_return *known;
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
    co_return found;
}

net::Task<bool> Connector::tryAddress(const net::Address& address) {
    net::ConnectOptions options;
    if (!m_context.sources.empty()) {
        options.source = m_context.sources[m_context.nextSource++ % m_context.sources.size()];
    }
    if (m_exchange.timing.connectStart == Instant{}) {
        m_exchange.timing.connectStart = m_context.reactor.now();
    }
    m_stream = m_context.reactor.connect(address, options, *this);
    m_exchange.error = co_await m_step;
    if (m_exchange.error != ClientError::None) {
        m_stream.reset();
    }
    co_return m_exchange.error == ClientError::None;
}

net::Task<std::unique_ptr<net::Stream>> Connector::connect(const codec::Url& url) {
    const std::optional<net::Addresses> addresses = co_await lookUp(url.host);
    if (!addresses) {
        co_return nullptr;
    }
    m_exchange.error = ClientError::NotAllowed;
    for (const net::Address& address : *addresses) {
        if (!m_context.policy.allows(url.host, address)) {
            continue;
        }
        const bool connected = co_await tryAddress(address.withPort(url.port));
        if (connected) {
            m_exchange.systemError = 0;
            co_return std::move(m_stream);
        }
        if (m_exchange.error == ClientError::Timeout) {
            break;
        }
    }
    co_return nullptr;
}

} // namespace bw::client
