#pragma once

#include "core/base/result.h"
#include "core/codec/content_decoder.h"

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

namespace bw::codec {

// The extension permessage-deflate without context take-over (RFC 7692 §7.1.1): each message is compressed
// for itself, so one object serves all connections of a thread. Its working memory (about 300 KB) is made
// with the first message. Not thread-safe.
class MessageDeflate {
public:
    MessageDeflate();
    ~MessageDeflate();
    MessageDeflate(const MessageDeflate&) = delete;
    MessageDeflate& operator=(const MessageDeflate&) = delete;

    // What a client offers and a server answers.
    static constexpr std::string_view kOffer =
        "permessage-deflate; client_no_context_takeover; server_no_context_takeover";

    // Appends a message as it was before; more than `limit` bytes of it are an error.
    [[nodiscard]] Result<void, ContentError> inflate(std::string_view payload, std::size_t limit,
                                                     std::string& out);

    // Appends what the message becomes. False: no memory.
    [[nodiscard]] bool deflate(std::string_view message, std::string& out);

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace bw::codec
