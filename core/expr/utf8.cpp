#include "core/expr/utf8.h"

#include <algorithm>
#include <cstring>

namespace bw::expr {
namespace {

unsigned char byteAt(std::string_view text, std::size_t i) {
    return static_cast<unsigned char>(text[i]);
}

bool isContinuation(std::string_view text, std::size_t i) {
    return i < text.size() && (byteAt(text, i) & 0xc0) == 0x80;
}

// Whether the next eight bytes are all ASCII.
bool isAscii8(std::string_view text, std::size_t i) {
    if (text.size() - i < 8) {
        return false;
    }
    std::uint64_t bytes = 0;
    std::memcpy(&bytes, text.data() + i, 8);
    return (bytes & 0x8080808080808080) == 0;
}

} // namespace

std::size_t utf8Length(std::string_view text) {
    if (text.empty()) {
        return 0;
    }
    const unsigned char first = byteAt(text, 0);
    if (first < 0x80) {
        return 1;
    }
    if (!isContinuation(text, 1) || first < 0xc2 || first > 0xf4) {
        return 0;
    }
    if (first < 0xe0) {
        return 2;
    }
    const unsigned char second = byteAt(text, 1);
    if (!isContinuation(text, 2) || (first == 0xe0 && second < 0xa0) || (first == 0xed && second > 0x9f)) {
        return 0;
    }
    if (first < 0xf0) {
        return 3;
    }
    const bool outside = (first == 0xf0 && second < 0x90) || (first == 0xf4 && second > 0x8f);
    return outside || !isContinuation(text, 3) ? 0 : 4;
}

void appendUtf8(std::uint32_t c, std::string& out) {
    if (c > 0x10ffff || (c >= 0xd800 && c < 0xe000)) {
        c = 0xfffd;
    }
    if (c < 0x80) {
        out += static_cast<char>(c);
        return;
    }
    if (c < 0x800) {
        out += static_cast<char>(0xc0 | c >> 6);
    } else {
        if (c < 0x10000) {
            out += static_cast<char>(0xe0 | c >> 12);
        } else {
            out += static_cast<char>(0xf0 | c >> 18);
            out += static_cast<char>(0x80 | (c >> 12 & 0x3f));
        }
        out += static_cast<char>(0x80 | (c >> 6 & 0x3f));
    }
    out += static_cast<char>(0x80 | (c & 0x3f));
}

std::size_t utf16Length(std::string_view text) {
    std::size_t units = 0;
    for (std::size_t i = 0; i < text.size();) {
        if (isAscii8(text, i)) {
            units += 8;
            i += 8;
            continue;
        }
        const std::size_t length = utf8Length(text.substr(i));
        units += length == 4 ? 2 : 1;
        i += std::max<std::size_t>(length, 1);
    }
    return units;
}

int compareAsUtf16(std::string_view a, std::string_view b) {
    const auto [x, y] = std::ranges::mismatch(a, b);
    if (x == a.end() || y == b.end()) {
        return (x != a.end()) - (y != b.end());
    }
    auto left = static_cast<unsigned char>(*x);
    auto right = static_cast<unsigned char>(*y);
    // Bytes sort as code points, but code points from U+10000 on (first byte from f0 on) are surrogates in
    // UTF-16 and stand before U+E000 to U+FFFF (first bytes ee and ef).
    if ((left >= 0xf0 && (right == 0xee || right == 0xef)) ||
        (right >= 0xf0 && (left == 0xee || left == 0xef))) {
        std::swap(left, right);
    }
    return left < right ? -1 : 1;
}

} // namespace bw::expr
