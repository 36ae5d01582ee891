#include "core/expr/text_coding.h"

#include <algorithm>
#include <cstdint>

namespace bw::expr {
namespace {

bool staysInUrl(char c) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    return letter || (c >= '0' && c <= '9') || (c != '\0' && std::string_view("-_.!~*'()").contains(c));
}

} // namespace

void appendBase64(std::string_view bytes, std::string& out) {
    constexpr char kDigits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    for (std::size_t i = 0; i < bytes.size(); i += 3) {
        const std::size_t count = std::min<std::size_t>(3, bytes.size() - i);
        std::uint32_t group = 0;
        for (std::size_t k = 0; k < 3; ++k) {
            group = group << 8 | (k < count ? static_cast<unsigned char>(bytes[i + k]) : 0U);
        }
        for (std::size_t k = 0; k < 4; ++k) {
            out += k <= count ? kDigits[group >> (18 - 6 * k) & 63] : '=';
        }
    }
}

void appendUrlEncoded(std::string_view text, std::string& out) {
    constexpr char kHex[] = "0123456789ABCDEF";
    for (const char c : text) {
        if (staysInUrl(c)) {
            out += c;
        } else {
            out += '%';
            out += kHex[static_cast<unsigned char>(c) >> 4];
            out += kHex[static_cast<unsigned char>(c) & 15];
        }
    }
}

} // namespace bw::expr
