#pragma once

#include "core/client/call.h"
#include "core/codec/url.h"

#include <cstddef>
#include <string>

namespace bw::client {

// Where a connection leads.
struct Origin {
    codec::UrlScheme scheme = codec::UrlScheme::Http;
    std::string host;
    std::uint16_t port = 0;

    [[nodiscard]] bool leadsTo(const codec::Url& url) const {
        return port == url.port && scheme == url.scheme && host == url.host;
    }
};

// One connection that carries exchanges. Hides the protocol. Destroying it closes it; no call is under way
// then. Belongs to one worker.
class Session {
public:
    virtual ~Session() = default;

    // Sends the request; the call's `done` tells when it is over.
    virtual void begin(Call& call) = 0;
    // Nobody waits for the call any more.
    virtual void abandon(Call& call) = 0;

    // How many more calls it takes at this moment; none for good when it is closed.
    [[nodiscard]] virtual std::size_t room() const = 0;
    [[nodiscard]] virtual bool isOpen() const = 0;
    [[nodiscard]] virtual std::size_t callsUnderWay() const = 0;
    [[nodiscard]] virtual const Origin& origin() const = 0;
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
