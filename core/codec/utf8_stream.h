#pragma once

#include <cstdint>
#include <string_view>

namespace bw::codec {

// Whether bytes that come in pieces are UTF-8 (RFC 3629), told at the first byte that cannot be. Not
// thread-safe.
class Utf8Stream {
public:
    void reset() { *this = {}; }

    // False: they are not, whatever follows.
    [[nodiscard]] bool feed(std::string_view bytes);

    // No character is cut at the end of what came.
    [[nodiscard]] bool isComplete() const { return m_left == 0; }

private:
    [[nodiscard]] bool take(std::uint8_t byte);

    std::uint8_t m_left = 0;       // continuation bytes that are still to come
    std::uint8_t m_lowest = 0x80;  // of the next one
    std::uint8_t m_highest = 0xBF; // of the next one
};

} // namespace bw::codec
