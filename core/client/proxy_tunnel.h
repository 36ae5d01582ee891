#pragma once

#include "core/client/client_context.h"
#include "core/codec/http1_response_parser.h"
#include "core/net/stream.h"
#include "core/net/task.h"

#include <cstdint>
#include <string_view>

namespace bw::client {

// Asks a proxy for a tunnel to a server (CONNECT, RFC 9110 §9.3.6) over a connection to it.
class ProxyTunnel final : private net::StreamHandler, private codec::Http1ResponseSink {
public:
    // Becomes the stream's handler; `step` is given what came of it. All outlive the tunnel.
    ProxyTunnel(ClientContext& context, net::Stream& stream, net::OneShot<ClientError>& step);

    void ask(const codec::Url& server, const codec::Url& proxy);

    // Why there is none, when the proxy said so.
    [[nodiscard]] std::string_view detail() const;
    [[nodiscard]] int systemError() const { return m_systemError; }

private:
    void onReceived(std::span<const std::byte> bytes, Instant at) override;
    void onEnded(Instant at) override;
    void onFailed(net::NetError error, Instant at) override;
    void onStatus(codec::HttpVersion /*version*/, int status) override { m_status = status; }
    void onHeader(std::string_view /*name*/, std::string_view /*value*/) override {}
    void onHeadersComplete() override {}
    void onBody(std::span<const std::byte> /*bytes*/) override {}
    void onComplete() override {}

    void end(ClientError error);

    net::Stream& m_stream;
    net::OneShot<ClientError>& m_step;
    codec::Http1ResponseParser m_parser;
    int m_status = 0;
    int m_systemError = 0;
    bool m_isOver = false;
};

// "Proxy-Authorization: Basic …" with its line's end, for a proxy whose URL holds a user; else nothing.
[[nodiscard]] std::string proxyAuthorization(const codec::Url& proxy);

} // namespace bw::client
