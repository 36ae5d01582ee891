#pragma once

#include "core/client/client_context.h"
#include "core/client/exchange.h"
#include "core/codec/http1_response_parser.h"
#include "core/net/stream.h"
#include "core/net/task.h"
#include "core/net/timer.h"

#include <memory>
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

// One connection that carries exchanges, one after the other. Hides the protocol. Destroying it closes it,
// also in mid-exchange. Belongs to one worker.
class Session {
public:
    virtual ~Session() = default;

    // Sends the request and fills `exchange`; the awaited value says nothing, exchange.error does. Both
    // outlive the exchange. Timing up to the connection is the caller's to fill.
    [[nodiscard]] virtual net::OneShot<bool>& begin(const Request& request, Exchange& exchange) = 0;

    // May carry another exchange.
    [[nodiscard]] virtual bool isUsable() const = 0;
    [[nodiscard]] virtual const Origin& origin() const = 0;
};

// HTTP/1.1 with keep-alive. Idle, it holds the socket and the parser's state, no buffer.
class Http1Session final : public Session, private net::StreamHandler, private codec::Http1ResponseSink {
public:
    Http1Session(ClientContext& context, std::unique_ptr<net::Stream> stream, Origin origin);
    ~Http1Session() override;

    [[nodiscard]] net::OneShot<bool>& begin(const Request& request, Exchange& exchange) override;
    [[nodiscard]] bool isUsable() const override { return m_stream != nullptr; }
    [[nodiscard]] const Origin& origin() const override { return m_origin; }

private:
    void onReceived(std::span<const std::byte> bytes, Instant at) override;
    void onSubmitted(Instant at) override;
    void onSent(Instant at) override;
    void onEnded(Instant at) override;
    void onFailed(net::NetError error, Instant at) override;
    void onStatus(codec::HttpVersion version, int status) override;
    void onHeader(std::string_view name, std::string_view value) override;
    void onHeadersComplete() override {}
    void onBody(std::span<const std::byte> bytes) override;
    void onComplete() override {}

    [[nodiscard]] bool writeHead(const Request& request, std::string& head) const;
    void onDeadline(Instant now);
    void succeed(Instant at);
    void fail(ClientError error, int systemError, Instant at);
    void finish(Instant at);
    void decodeBody();
    void close();

    ClientContext& m_context;
    std::unique_ptr<net::Stream> m_stream;
    Origin m_origin;
    codec::Http1ResponseParser m_parser;
    net::MemberTimer<&Http1Session::onDeadline> m_deadline{*this};
    net::OneShot<bool> m_done;
    Exchange* m_exchange = nullptr; // while one is under way
    std::size_t m_keepBytes = 0;
    std::size_t m_keepErrorBytes = 0;
};

} // namespace bw::client
