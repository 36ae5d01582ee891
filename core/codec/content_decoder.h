#pragma once

#include "core/base/result.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string_view>

namespace bw::codec {

enum class ContentCoding : std::uint8_t { Identity, Gzip, Deflate };

// Reads a Content-Encoding value ("gzip", "x-gzip", "deflate", "identity", ""); empty for what this program
// does not decode (br, zstd, several at once).
[[nodiscard]] std::optional<ContentCoding> parseContentCoding(std::string_view value);

enum class ContentError : std::uint8_t {
    Corrupt,   // no such format, a wrong checksum
    Truncated, // the body ended inside the compressed stream
    TooLarge,  // more decoded bytes than the caller's limit
    NoMemory,
};

// Takes decoded bytes; views are valid during the call only.
class ByteSink {
public:
    virtual ~ByteSink() = default;
    virtual void onBytes(std::span<const std::byte> bytes) = 0;
};

// Undoes a content coding, piece by piece, with a bound on what comes out. Its working memory (about 48 KB)
// is made at the first compressed body and used again, so keep one per thread. "deflate" is read with or
// without zlib's header, since servers send both. Not thread-safe.
class ContentDecoder {
public:
    ContentDecoder();
    ~ContentDecoder();
    ContentDecoder(const ContentDecoder&) = delete;
    ContentDecoder& operator=(const ContentDecoder&) = delete;

    // Begins a body; at most `outputLimit` bytes will come out of it.
    void reset(ContentCoding coding, std::uint64_t outputLimit);

    // Decodes on. The first error is repeated by every later call until reset().
    [[nodiscard]] Result<void, ContentError> feed(std::span<const std::byte> bytes, ByteSink& sink);

    // The body ended. An empty body is fine under every coding.
    [[nodiscard]] Result<void, ContentError> finish();

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace bw::codec
