#pragma once

#include "core/codec/field_assembler.h"
#include "core/codec/http1_types.h"
#include "core/codec/partial_pool.h"

#include <cstddef>
#include <cstdint>
#include <llhttp.h>
#include <span>
#include <string_view>

namespace bw::codec {

// Hears what a request parser finds, in this order: onRequestLine, onHeader…, onHeadersComplete, onBody…,
// onComplete. Views are valid during the call only. A sink must not call its parser.
class Http1RequestSink {
public:
    // Continue: the client waits for "100 Continue" before it sends the body (RFC 9110 §10.1.1).
    enum class Expectation : std::uint8_t { None, Continue };

    virtual ~Http1RequestSink() = default;
    virtual void onRequestLine(std::string_view method, std::string_view target, HttpVersion version) = 0;
    virtual void onHeader(std::string_view name, std::string_view value) = 0;
    virtual void onHeadersComplete(Expectation expectation) = 0;
    virtual void onBody(std::span<const std::byte> bytes) = 0;
    virtual void onComplete() = 0;
};

// Reads HTTP/1.x requests, one at a time, from bytes in any pieces; pipelined requests are read by reset()
// and feed() of what the one before left. No clock, no I/O; once warm, no allocation. Not thread-safe; never
// moves.
class Http1RequestParser {
public:
    explicit Http1RequestParser(PartialPool& pool);
    Http1RequestParser(const Http1RequestParser&) = delete;
    Http1RequestParser& operator=(const Http1RequestParser&) = delete;

    // Readies the parser for one request; the sink outlives its feeds.
    void reset(Http1RequestSink& sink, const Http1Limits& limits = {});

    [[nodiscard]] Fed feed(std::span<const std::byte> bytes);

    [[nodiscard]] Http1Error error() const { return m_error; }

    // From onHeadersComplete on: may the connection carry another request?
    [[nodiscard]] bool keepAlive() const { return m_keepAlive; }

    // After Complete: the client asks for another protocol (Upgrade or CONNECT).
    [[nodiscard]] bool isUpgrade() const { return m_isUpgrade; }

    // True once a byte of the request arrived (line ends before it do not count).
    [[nodiscard]] bool hasStarted() const { return m_hasStarted; }

private:
    struct Callbacks;
    friend struct Callbacks;

    [[nodiscard]] int fail(Http1Error error);
    [[nodiscard]] int countHead(std::size_t bytes);
    [[nodiscard]] int takeTarget(std::string_view piece);
    [[nodiscard]] int startHeaders();
    [[nodiscard]] int finishField();
    [[nodiscard]] int finishHead();
    [[nodiscard]] int takeBody(const char* at, std::size_t size);
    [[nodiscard]] int finishMessage();

    llhttp_t m_parser{};
    FieldAssembler m_field; // before the fields, its value is the target
    Http1RequestSink* m_sink = nullptr;
    Http1Limits m_limits;
    std::size_t m_headBytes = 0;
    std::size_t m_headCount = 0;
    std::uint64_t m_bodyBytes = 0;
    ParseState m_state = ParseState::Error;
    Http1Error m_error = Http1Error::None;
    Http1RequestSink::Expectation m_expectation = Http1RequestSink::Expectation::None;
    bool m_lineDone = false;
    bool m_headDone = false;
    bool m_keepAlive = false;
    bool m_isUpgrade = false;
    bool m_hasStarted = false;
};

} // namespace bw::codec
