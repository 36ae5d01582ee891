#pragma once

#include "core/codec/http1_request_parser.h"
#include "core/server/conversation.h"

#include <memory>
#include <optional>
#include <span>
#include <string>

namespace bw::server {

// An HTTP/1 conversation. Requests are answered one after the other in the order in which they came; what is
// pipelined behind an answer under way is kept (the socket is not read meanwhile, so that it stays bounded).
class HttpConnection final : public Conversation, private codec::Http1RequestSink {
public:
    explicit HttpConnection(Host& host);
    ~HttpConnection() override;
    HttpConnection(const HttpConnection&) = delete;
    HttpConnection& operator=(const HttpConnection&) = delete;

    void begin(Peer peer) override;
    void end() override;
    [[nodiscard]] Demand receive(std::span<const std::byte> bytes, std::string& out) override;
    [[nodiscard]] Demand answerDue(std::string& out) override;
    [[nodiscard]] std::optional<Instant> deadline() const override;
    // A client in the middle of a request is told 408.
    [[nodiscard]] Demand timedOut(std::string& out) override;
    [[nodiscard]] Demand drain(std::string& /*out*/) override { return m_demand; }
    [[nodiscard]] bool isIdle() const override { return m_exchange == nullptr; }
    [[nodiscard]] Demand demand() const override { return m_demand; }
    [[nodiscard]] bool isHung() const override;
    [[nodiscard]] std::size_t pipelined() const override { return m_pipelined.size(); }
    // After Demand::Upgrade: what the application does with the WebSocket, whether it is compressed, and what
    // the client sent behind its request.
    struct Upgrade {
        std::unique_ptr<WebSocketPeer> peer;
        bool isCompressed = false;
        std::string early;
    };
    [[nodiscard]] Upgrade takeUpgrade() { return std::move(m_upgrade); }
    [[nodiscard]] Exchange* deferred(std::uint64_t serial) const override;
    void sendDeferred(std::uint64_t serial) override;

private:
    void onRequestLine(std::string_view method, std::string_view target, codec::HttpVersion version) override;
    void onHeader(std::string_view name, std::string_view value) override;
    void onHeadersComplete(Expectation expectation) override;
    void onBody(std::span<const std::byte> bytes) override;
    void onComplete() override;

    void readFrom(std::span<const std::byte> bytes, std::string& out);
    void dispatch(std::string& out);
    void write(std::string& out);
    [[nodiscard]] bool writeUpgrade(std::string& out);
    void writeBroken(std::string& out);
    void refuse(codec::Http1Error error, std::string& out);
    void refuse(int status, std::string& out);
    void release();
    [[nodiscard]] AfterAnswer afterAnswer() const;

    Host& m_host;
    codec::Http1RequestParser m_parser;
    Exchange* m_exchange = nullptr; // from a request's first byte to its answer
    std::string* m_out = nullptr;   // while bytes are read
    std::string m_pipelined;        // read but not yet due
    Instant m_since;                // the deadline's beginning
    std::uint64_t m_serial = 0;
    Demand m_demand = Demand::Read;
    Peer m_peer = Peer::Elsewhere;
    Upgrade m_upgrade;
};

} // namespace bw::server
