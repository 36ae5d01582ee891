#pragma once

#include "core/codec/http1_request_parser.h"
#include "core/server/app.h"
#include "core/server/exchange.h"
#include "core/server/server_options.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>

namespace bw::server {

// What the connection wants of its socket, behind the output that it wrote.
enum class Demand : std::uint8_t {
    Read,          // more bytes
    Wait,          // nothing until the answer under way is due; reading may rest
    CloseWhenSent, // the client is told that nothing more comes, then the end
    ResetWhenSent, // RST
};

// One client's HTTP/1 conversation without its socket: bytes in, bytes out. Requests are answered one after
// the other in the order in which they came; what is pipelined behind an answer under way is kept (the socket
// is not read meanwhile, so that it stays bounded). Belongs to one thread; idle, it owns no buffer.
class HttpConnection final : private codec::Http1RequestSink {
public:
    // What surrounds the connection: its socket's timer, and what it shares with the others of its thread.
    class Host {
    public:
        virtual ~Host() = default;
        [[nodiscard]] virtual Exchange& takeExchange() = 0;
        virtual void giveExchange(Exchange& exchange) = 0;
        [[nodiscard]] virtual App& app() = 0;
        [[nodiscard]] virtual codec::PartialPool& partials() = 0;
        [[nodiscard]] virtual const ServerOptions& options() const = 0;
        [[nodiscard]] virtual Instant now() = 0;
        [[nodiscard]] virtual std::string_view date() = 0;
        [[nodiscard]] virtual bool isDraining() const = 0;
        // answerDue() is to be called then, not from within this call.
        virtual void startDelay(Instant due) = 0;
        virtual void stopDelay() = 0;
        // Tell the app once the output is handed to the socket.
        virtual void noteSent(const SentAnswer& answer) = 0;
    };

    enum class Peer : std::uint8_t { Loopback, Elsewhere };

    explicit HttpConnection(Host& host);
    ~HttpConnection() override;
    HttpConnection(const HttpConnection&) = delete;
    HttpConnection& operator=(const HttpConnection&) = delete;

    // A client came; one went. The object serves many, one after the other, and tickets for a client that
    // went lead to nothing.
    void begin(Peer peer);
    void end();

    // Reads all bytes; answers are appended to `out`.
    [[nodiscard]] Demand receive(std::span<const std::byte> bytes, std::string& out);

    // The delayed answer's time has come: it and what is pipelined behind it.
    [[nodiscard]] Demand answerDue(std::string& out);

    // When the client must have done something; none while an answer is under way.
    [[nodiscard]] std::optional<Instant> deadline() const;

    // That moment passed: a client in the middle of a request is told (408), an idle one is not.
    [[nodiscard]] Demand timedOut(std::string& out);

    // Nothing under way: may be closed without loss when the server stops.
    [[nodiscard]] bool isIdle() const { return m_exchange == nullptr; }

    [[nodiscard]] Demand demand() const { return m_demand; }

    // An exchange is under way that will never be answered.
    [[nodiscard]] bool isHung() const;

    // Bytes that wait behind the answer under way.
    [[nodiscard]] std::size_t pipelined() const { return m_pipelined.size(); }

    // For DeferredAnswer.
    [[nodiscard]] Exchange* deferred(std::uint64_t serial) const;
    void sendDeferred(std::uint64_t serial);

private:
    void onRequestLine(std::string_view method, std::string_view target, codec::HttpVersion version) override;
    void onHeader(std::string_view name, std::string_view value) override;
    void onHeadersComplete(Expectation expectation) override;
    void onBody(std::span<const std::byte> bytes) override;
    void onComplete() override;

    void readFrom(std::span<const std::byte> bytes, std::string& out);
    void dispatch(std::string& out);
    void write(std::string& out);
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
};

} // namespace bw::server
