#include "core/codec/websocket_frame.h"

#include "core/codec/utf8_stream.h"

#include <bit>
#include <cstring>

namespace bw::codec {
namespace {

void appendBigEndian(std::string& out, std::uint64_t number, int bytes) {
    for (int shift = 8 * (bytes - 1); shift >= 0; shift -= 8) {
        out += static_cast<char>(number >> shift & 0xFF);
    }
}

} // namespace

bool mayBeSent(std::uint16_t code) {
    const bool isReserved = code == 1004 || code == 1005 || code == 1006;
    return (code >= 1000 && code <= 1014 && !isReserved) || (code >= 3000 && code <= 4999);
}

void appendFrame(std::string& out, WsOpcode opcode, std::string_view payload, const WsFrameOptions& options) {
    const unsigned first =
        (options.isFinal ? 0x80U : 0U) | (options.isCompressed ? 0x40U : 0U) | static_cast<unsigned>(opcode);
    const unsigned masked = options.mask ? 0x80U : 0U;
    out += static_cast<char>(first);
    if (payload.size() <= 125) {
        out += static_cast<char>(masked | payload.size());
    } else if (payload.size() <= 0xFFFF) {
        out += static_cast<char>(masked | 126U);
        appendBigEndian(out, payload.size(), 2);
    } else {
        out += static_cast<char>(masked | 127U);
        appendBigEndian(out, payload.size(), 8);
    }
    if (options.mask) {
        appendBigEndian(out, *options.mask, 4);
    }
    const std::size_t begin = out.size();
    out += payload;
    if (options.mask) {
        applyMask(out.data() + begin, payload.size(), *options.mask);
    }
}

std::string closePayload(std::uint16_t code, std::string_view reason) {
    std::string payload;
    appendBigEndian(payload, code, 2);
    reason = reason.substr(0, kMaxControlPayload - payload.size());
    Utf8Stream text;
    std::size_t whole = 0;
    for (std::size_t i = 0; i < reason.size() && text.feed(reason.substr(i, 1)); ++i) {
        whole = text.isComplete() ? i + 1 : whole;
    }
    payload += reason.substr(0, whole);
    return payload;
}

void applyMask(char* bytes, std::size_t size, std::uint32_t mask, std::size_t offset) {
    // The key's bytes in the order of the payload's, turned to where this piece begins.
    const std::uint32_t turned = std::rotl(mask, static_cast<int>(8 * (offset % 4)));
    char key[8];
    for (std::size_t i = 0; i < sizeof key; ++i) {
        key[i] = static_cast<char>(turned >> (24 - 8 * (i % 4)));
    }
    std::uint64_t wide = 0;
    std::memcpy(&wide, key, sizeof wide);
    std::size_t i = 0;
    for (; i + sizeof wide <= size; i += sizeof wide) {
        std::uint64_t word = 0;
        std::memcpy(&word, bytes + i, sizeof word);
        word ^= wide;
        std::memcpy(bytes + i, &word, sizeof word);
    }
    for (std::size_t k = 0; i < size; ++i, ++k) {
        bytes[i] = static_cast<char>(bytes[i] ^ key[k]);
    }
}

} // namespace bw::codec
