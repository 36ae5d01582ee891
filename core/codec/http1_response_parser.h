#pragma once

#include "core/codec/field_assembler.h"
#include "core/codec/http1_types.h"
#include "core/codec/partial_pool.h"

#include <cstddef>
#include <cstdint>
#include <llhttp.h>
#include <optional>
#include <span>
#include <string_view>

namespace bw::codec {

// Hears what a response parser finds, in this order: onStatus, onHeader…, onHeadersComplete, onBody…,
// onComplete. Views are valid during the call only. A sink must not call its parser.
class Http1ResponseSink {
public:
    virtual ~Http1ResponseSink() = default;
    virtual void onStatus(HttpVersion version, int status) = 0;
    // Name as it was sent (compare without case); value without white space at its ends. Whole, even when
    // packets cut it. Trailers of a chunked body are read and dropped.
    virtual void onHeader(std::string_view name, std::string_view value) = 0;
    virtual void onHeadersComplete() = 0;
    // Body bytes without the chunks' framing; content coding is still on (see ContentDecoder).
    virtual void onBody(std::span<const std::byte> bytes) = 0;
    virtual void onComplete() = 0;
};

// Which request the response answers: HEAD's has no body whatever its fields say (RFC 9110 §9.3.2).
enum class ResponseTo : std::uint8_t { Head, Other };

// Reads HTTP/1.x responses, one at a time, from bytes in any pieces (RFC 9112). Interim responses (1xx but
// 101) are skipped. No clock, no I/O; once warm, no allocation. Not thread-safe; never moves.
class Http1ResponseParser {
public:
    explicit Http1ResponseParser(PartialPool& pool);
    Http1ResponseParser(const Http1ResponseParser&) = delete;
    Http1ResponseParser& operator=(const Http1ResponseParser&) = delete;

    // Readies the parser for one response; the sink outlives its feeds.
    void reset(Http1ResponseSink& sink, ResponseTo to, const Http1Limits& limits = {});

    // Reads on. After Complete, what lies behind `consumed` belongs to the next response or protocol; after
    // Complete or Error, feed() reads nothing until reset().
    [[nodiscard]] Fed feed(std::span<const std::byte> bytes);

    // The peer closed its side: Complete for a body that ends with the connection (also when it was complete
    // before), otherwise Error with UnexpectedEof or EofBeforeMessage.
    [[nodiscard]] ParseState finish();

    [[nodiscard]] Http1Error error() const { return m_error; }

    // After Complete: may the connection carry another request?
    [[nodiscard]] bool keepAlive() const { return m_keepAlive; }

    // After Complete: 101, the connection now speaks another protocol.
    [[nodiscard]] bool isUpgrade() const { return m_isUpgrade; }

    // True once a byte of the response arrived.
    [[nodiscard]] bool hasStarted() const { return m_hasStarted; }

    // True once the final response's head was read.
    [[nodiscard]] bool hasHead() const { return m_hasHead; }

    // From onHeadersComplete on: the announced length of the body, when there is one.
    [[nodiscard]] std::optional<std::uint64_t> contentLength() const { return m_contentLength; }

private:
    struct Callbacks;
    friend struct Callbacks;

    [[nodiscard]] bool isInterim() const;
    [[nodiscard]] int fail(Http1Error error);
    [[nodiscard]] int countHead(std::size_t bytes);
    [[nodiscard]] int startHeaders();
    [[nodiscard]] int finishField();
    [[nodiscard]] int finishHead();
    [[nodiscard]] int takeBody(const char* at, std::size_t size);
    [[nodiscard]] int finishMessage();
    void beginNext();
    [[nodiscard]] std::size_t run(const char* data, std::size_t size);

    llhttp_t m_parser{};
    FieldAssembler m_field;
    Http1ResponseSink* m_sink = nullptr;
    Http1Limits m_limits;
    std::size_t m_headBytes = 0;
    std::size_t m_headCount = 0;
    std::uint64_t m_bodyBytes = 0;
    std::optional<std::uint64_t> m_contentLength;
    ParseState m_state = ParseState::Error;
    Http1Error m_error = Http1Error::None;
    ResponseTo m_to = ResponseTo::Other;
    bool m_messageEnded = false;
    bool m_keepAlive = false;
    bool m_isUpgrade = false;
    bool m_hasStarted = false;
    bool m_hasHead = false;
};

} // namespace bw::codec
