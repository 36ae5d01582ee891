#pragma once

#include "core/base/clock.h"
#include "core/codec/http1_writer.h"
#include "core/codec/url.h"
#include "core/net/tls_stream.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace bw::client {

// Why an exchange has no response.
enum class ClientError : std::uint8_t {
    None,
    Dns,         // the name was not resolved
    NotAllowed,  // the address is neither loopback nor one of an allowed host
    Refused,     // nobody listens
    Unreachable, // no route, network down
    Reset,       // the connection broke
    Closed,      // the peer ended the connection before the response was whole
    Timeout,     // the deadline passed
    Tls,         // the handshake failed, or a certificate was not to be trusted
    Protocol,    // what came is not HTTP, or against its rules
    TooLarge,    // over a limit of head or body
    Local,       // this machine refused: descriptors, ports, memory
    BadRequest,  // the request itself is none: a line break in a header, a target with white space
};

// A request head that was written before, up to the body's length; for HTTP/1 and HTTP/2 as each writes it.
struct KnownHead {
    std::string key;
    std::string text;
    std::string http2Key;
    std::string http2Text;
    std::vector<codec::HeaderField> http2Fields; // views into http2Text
};

// What to send. Views; they must live until the exchange is over.
struct Request {
    std::string_view method;
    const codec::Url* url = nullptr;
    std::span<const codec::HeaderField> fields; // Host and Content-Length are added
    std::string_view body;
    enum class Body : std::uint8_t { None, Some } hasBody = Body::None;
    std::size_t keepBytes = 0;      // of the response's body, as received; the rest is counted and dropped
    std::size_t keepErrorBytes = 0; // the same for statuses from 400 on, when that is more
    Instant asked{};                // when a connection was asked for; Instant{}: now
    Instant deadline = Instant::max();
    // Not null: where a session finds, or leaves, the head of the requests for `headKey`, whose method and
    // fields are always the same.
    KnownHead* head = nullptr;
    std::string_view headKey;
};

// When what happened. What did not happen is Instant{}.
struct Timing {
    Instant start{}; // asked for a connection
    Instant lookupStart{};
    Instant lookupEnd{};
    Instant connectStart{};
    Instant connectEnd{};
    Instant tlsStart{};
    Instant tlsEnd{};
    Instant sent{};    // the first byte was submitted to the system
    Instant written{}; // the last byte was in the system's hands
    Instant firstByte{};
    Instant done{};
};

// The fields of a response head, in the order they arrived. Reused without allocation.
class Fields {
public:
    void clear();
    void add(std::string_view name, std::string_view value);

    // The first of that name, whatever its case.
    [[nodiscard]] std::optional<std::string_view> find(std::string_view name) const;

    template <class Visitor>
    void forEach(Visitor visit) const {
        for (const Entry& entry : m_entries) {
            visit(nameOf(entry), valueOf(entry));
        }
    }

private:
    struct Entry {
        std::uint32_t at;
        std::uint32_t nameSize;
        std::uint32_t valueSize;
    };
    [[nodiscard]] std::string_view nameOf(const Entry& entry) const {
        return std::string_view(m_text).substr(entry.at, entry.nameSize);
    }
    [[nodiscard]] std::string_view valueOf(const Entry& entry) const {
        return std::string_view(m_text).substr(entry.at + entry.nameSize, entry.valueSize);
    }

    std::string m_text;
    std::vector<Entry> m_entries;
};

// What came of a request. Reused: clear() keeps all memory. Bodies that were kept stand decoded in `body`,
// with at least kBodyPadding readable bytes behind them.
struct Exchange {
    static constexpr std::size_t kBodyPadding = 64;
    static constexpr std::size_t kWorthKeeping = 256 * 1024; // a larger body gives its memory back

    ClientError error = ClientError::None;
    int systemError = 0;       // errno behind it, when there is one
    std::string_view detail{}; // words behind it, when there are any; they live as long as the program
    bool isRefused = false;    // the server said that it did nothing about it (HTTP/2)
    int status = 0;
    std::string_view proto = "HTTP/1.1";
    Timing timing;
    Fields fields;
    std::string body;
    std::uint64_t bodyBytes = 0; // received, before decoding
    std::uint64_t bytesSent = 0;
    std::uint64_t bytesReceived = 0; // of the connection, head and chunks included
    enum class Connection : std::uint8_t { New, Reused } connection = Connection::New;
    net::TlsFacts tls{}; // of the connection

    void clear();
    [[nodiscard]] bool hasResponse() const { return error == ClientError::None; }
};

} // namespace bw::client
