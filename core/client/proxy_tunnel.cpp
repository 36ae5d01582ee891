#include "core/client/proxy_tunnel.h"

#include "core/codec/base64.h"

#include <utility>

namespace bw::client {

std::string proxyAuthorization(const codec::Url& proxy) {
    if (proxy.user.empty() && proxy.password.empty()) {
        return {};
    }
    return "Proxy-Authorization: " + codec::basicCredentials(proxy.user, proxy.password) + "\r\n";
}

ProxyTunnel::ProxyTunnel(ClientContext& context, net::Stream& stream, net::OneShot<ClientError>& step)
    : m_stream(stream)
    , m_step(step)
    , m_parser(context.partials) {
    m_stream.setHandler(*this);
}

void ProxyTunnel::ask(const codec::Url& server, const codec::Url& proxy) {
    std::string authority = server.host.contains(':') ? '[' + server.host + ']' : server.host;
    authority += ':' + std::to_string(server.port);
    const std::string head = "CONNECT " + authority + " HTTP/1.1\r\nHost: " + authority + "\r\n" +
                             proxyAuthorization(proxy) + "\r\n";
    m_parser.reset(*this, codec::ResponseTo::Head);
    const std::string_view piece = head;
    static_cast<void>(m_stream.send(std::span(&piece, 1)));
}

std::string_view ProxyTunnel::detail() const {
    return m_status == 407 ? "proxy_authentication_required" : m_status >= 300 ? "proxy_refused" : "";
}

void ProxyTunnel::end(ClientError error) {
    if (!std::exchange(m_isOver, true)) {
        m_step.give(error); // destroys the tunnel
    }
}

void ProxyTunnel::onReceived(std::span<const std::byte> bytes, Instant /*at*/) {
    const codec::Fed fed = m_parser.feed(bytes);
    if (fed.state == codec::ParseState::Error) {
        end(ClientError::Protocol);
    } else if (fed.state == codec::ParseState::Complete) {
        const bool isOpen = m_status >= 200 && m_status < 300;
        end(!isOpen                        ? ClientError::Refused
            : fed.consumed != bytes.size() ? ClientError::Protocol // nobody behind it may have spoken yet
                                           : ClientError::None);
    }
}

void ProxyTunnel::onEnded(Instant /*at*/) {
    end(ClientError::Closed);
}

void ProxyTunnel::onFailed(net::NetError error, Instant /*at*/) {
    m_systemError = error.systemError;
    end(clientErrorOf(error.kind));
}

} // namespace bw::client
