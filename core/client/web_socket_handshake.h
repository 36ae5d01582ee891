#pragma once

#include "core/client/client_context.h"
#include "core/client/exchange.h"
#include "core/codec/http1_response_parser.h"
#include "core/codec/websocket_handshake.h"
#include "core/net/stream.h"
#include "core/net/task.h"

#include <optional>
#include <string>
#include <string_view>

namespace bw::client {

struct WebSocketRequest;

// Asks a server over a connection to become a WebSocket (RFC 6455 §4.1). Lives while it waits for the answer.
class WebSocketHandshake final : private net::StreamHandler, private codec::Http1ResponseSink {
public:
    // Becomes the stream's handler. All outlive the handshake; the exchange gets status, fields and timing.
    WebSocketHandshake(ClientContext& context, net::Stream& stream, Exchange& exchange);

    // What came of it; nothing when the exchange tells why. BadRequest: nothing was sent.
    [[nodiscard]] net::Task<std::optional<codec::WsAgreement>> ask(const WebSocketRequest& request,
                                                                   std::string key);

    // What the server sent behind its answer.
    [[nodiscard]] std::string takeEarly() { return std::move(m_early); }

private:
    void onReceived(std::span<const std::byte> bytes, Instant at) override;
    void onSubmitted(Instant at) override;
    void onEnded(Instant at) override;
    void onFailed(net::NetError error, Instant at) override;
    void onStatus(codec::HttpVersion version, int status) override;
    void onHeader(std::string_view name, std::string_view value) override;
    void onHeadersComplete() override {}
    void onBody(std::span<const std::byte> /*bytes*/) override {}
    void onComplete() override {}
    void onDeadline(Instant now);

    [[nodiscard]] bool write(const WebSocketRequest& request, std::string_view key, std::string& head);
    void give(ClientError error, Instant at);

    ClientContext& m_context;
    net::Stream& m_stream;
    Exchange& m_exchange;
    codec::Http1ResponseParser m_parser;
    codec::WsFields m_fields;
    std::string m_extensions; // that were offered
    std::string m_early;
    net::OneShot<ClientError> m_answer;
    net::MemberTimer<&WebSocketHandshake::onDeadline> m_deadline{*this};
    bool m_isOver = false;
};

} // namespace bw::client
