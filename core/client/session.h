#pragma once

#include "core/client/call.h"
#include "core/codec/url.h"

#include <cstddef>
#include <string>
#include <utility>

namespace bw::client {

// Where a connection leads, and what secures it.
struct Origin {
    codec::UrlScheme scheme = codec::UrlScheme::Http;
    std::string host;
    std::uint16_t port = 0;
    net::TlsFacts tls{};

    [[nodiscard]] bool leadsTo(const codec::Url& url) const {
        return port == url.port && scheme == url.scheme && host == url.host;
    }
};

// One connection that carries exchanges. Hides the protocol. Destroying it closes it; no call is under way
// then. Belongs to one worker. What a pool looks at for every exchange stands here, not behind a virtual
// call.
class Session {
public:
    virtual ~Session() = default;

    // Sends the request; the call's `done` tells when it is over.
    virtual void begin(Call& call) = 0;
    // Nobody waits for the call any more.
    virtual void abandon(Call& call) = 0;

    // How many more calls it takes at this moment; none for good when it is closed.
    [[nodiscard]] std::size_t room() const {
        return m_isOpen && m_calls < m_mostCalls ? m_mostCalls - m_calls : 0;
    }
    [[nodiscard]] bool isOpen() const { return m_isOpen; }
    [[nodiscard]] std::size_t callsUnderWay() const { return m_calls; }
    [[nodiscard]] const Origin& origin() const { return m_origin; }

protected:
    Session(ClientContext& context, Origin origin)
        : m_context(context)
        , m_origin(std::move(origin)) {
        ++m_context.openConnections;
    }

    // Idempotent.
    void noteClosed() {
        if (std::exchange(m_isOpen, false)) {
            --m_context.openConnections;
            ++m_context.closedConnections;
        }
    }

    ClientContext& m_context;
    std::size_t m_calls = 0; // under way, or ended and not yet told
    std::size_t m_mostCalls = 1;

private:
    bool m_isOpen = true;
    Origin m_origin;
};

// The bytes of a connection that no call has been charged with yet: a handshake's, with the first.
class Account {
public:
    void settle(const net::Traffic& traffic, Exchange& exchange) {
        exchange.bytesSent += traffic.sent - m_settled.sent;
        exchange.bytesReceived += traffic.received - m_settled.received;
        m_settled = traffic;
    }

private:
    net::Traffic m_settled;
};

} // namespace bw::client
