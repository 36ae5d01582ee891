#pragma once

#include "core/client/session.h"
#include "core/codec/http1_response_parser.h"
#include "core/net/stream.h"

#include <memory>
#include <string>

namespace bw::client {

// HTTP/1.1 with keep-alive, one exchange after the other. Idle, it holds the socket and the parser's state,
// no buffer.
class Http1Session final : public Session, private net::StreamHandler, private codec::Http1ResponseSink {
public:
    // `proxy`: the stream leads to one, which reads the requests; outlives the session.
    Http1Session(ClientContext& context, std::unique_ptr<net::Stream> stream, Origin origin,
                 const codec::Url* proxy = nullptr);
    ~Http1Session() override;

    void begin(Call& call) override;
    void abandon(Call& call) override;

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
    [[nodiscard]] bool writeFields(const Request& request, std::string& head) const;
    void succeed(Instant at);
    void fail(ClientError error, const net::NetError& reason, Instant at);
    void close();
    // Takes the call off.
    Call& take();

    std::unique_ptr<net::Stream> m_stream;
    codec::Http1ResponseParser m_parser;
    Account m_account;
    const codec::Url* m_proxy;
    Call* m_call = nullptr; // while one is under way
};

} // namespace bw::client
