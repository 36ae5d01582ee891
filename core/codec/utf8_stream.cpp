#include "core/codec/utf8_stream.h"

#include <cstddef>
#include <cstring>

namespace bw::codec {
namespace {

// How many bytes at the beginning are ASCII, in whole words.
std::size_t plainBytes(std::string_view bytes) {
    std::size_t i = 0;
    for (std::uint64_t word = 0; i + sizeof word <= bytes.size(); i += sizeof word) {
        std::memcpy(&word, bytes.data() + i, sizeof word);
        if ((word & 0x8080808080808080U) != 0) {
            break;
        }
    }
    return i;
}

} // namespace

// The table of well-formed sequences: Unicode 15, table 3-7.
bool Utf8Stream::take(std::uint8_t byte) {
    if (m_left > 0) {
        if (byte < m_lowest || byte > m_highest) {
            return false;
        }
        m_lowest = 0x80;
        m_highest = 0xBF;
        --m_left;
        return true;
    }
    if (byte < 0x80) {
        return true;
    }
    if (byte < 0xC2 || byte > 0xF4) {
        return false; // a continuation, an overlong beginning, or beyond U+10FFFF
    }
    m_left = byte < 0xE0 ? 1 : byte < 0xF0 ? 2 : 3;
    m_lowest = byte == 0xE0 ? 0xA0 : byte == 0xF0 ? 0x90 : 0x80;  // overlong below
    m_highest = byte == 0xED ? 0x9F : byte == 0xF4 ? 0x8F : 0xBF; // surrogates, too large above
    return true;
}

bool Utf8Stream::feed(std::string_view bytes) {
    std::size_t i = 0;
    while (i < bytes.size()) {
        if (m_left == 0) {
            i += plainBytes(bytes.substr(i)); // most texts are nothing else
        }
        if (i < bytes.size() && !take(static_cast<std::uint8_t>(bytes[i++]))) {
            return false;
        }
    }
    return true;
}

} // namespace bw::codec
