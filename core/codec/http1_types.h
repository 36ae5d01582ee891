#pragma once

#include <cstddef>
#include <cstdint>

namespace bw::codec {

// HTTP/1 versions that this program speaks; others are refused as InvalidVersion.
enum class HttpVersion : std::uint8_t { Http10, Http11 };

enum class ParseState : std::uint8_t {
    NeedMore, // everything given was read; the message goes on
    Complete, // the message ended; bytes behind it were left alone
    Error,    // error() tells why; only reset() leads on
};

// Why a peer's message was refused. Every limit has its own word, so that "too large" is never "garbage".
enum class Http1Error : std::uint8_t {
    None,
    InvalidStartLine,     // no HTTP status or request line
    InvalidVersion,       // neither HTTP/1.0 nor HTTP/1.1
    InvalidStatus,        // not 100 to 999
    InvalidHeader,        // a character that no field may hold, a missing line end
    InvalidContentLength, // no number, or two that disagree
    InvalidTransferEncoding,
    InvalidChunk,     // chunk size or chunk end
    TargetTooLong,    // request target over the limit
    HeadersTooLarge,  // head bytes or number of fields over the limit
    BodyTooLarge,     // announced or received bytes over the caller's limit
    UnexpectedEof,    // the connection ended inside the message
    EofBeforeMessage, // the connection ended before the first byte of the message
};

// Bounds of one message. Interim responses, trailers and chunk extensions count as head bytes.
struct Http1Limits {
    std::size_t headerBytes = 64 * 1024;
    std::size_t headerCount = 256;
    std::size_t targetBytes = 8 * 1024;
    std::uint64_t bodyBytes = UINT64_MAX;
};

// What one feed() did.
struct Fed {
    ParseState state = ParseState::NeedMore;
    std::size_t consumed = 0; // bytes of the input that belong to this message
};

} // namespace bw::codec
