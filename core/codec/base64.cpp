#include "core/codec/base64.h"

#include <cstdint>

namespace bw::codec {

void appendBase64(std::string& out, std::string_view bytes) {
    static constexpr char alphabet[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    for (std::size_t i = 0; i < bytes.size(); i += 3) {
        const std::size_t count = std::min<std::size_t>(3, bytes.size() - i);
        std::uint32_t group = 0;
        for (std::size_t k = 0; k < 3; ++k) {
            group = group << 8 | (k < count ? static_cast<unsigned char>(bytes[i + k]) : 0u);
        }
        for (std::size_t k = 0; k < 4; ++k) {
            out.push_back(k <= count ? alphabet[group >> (18 - 6 * k) & 63] : '=');
        }
    }
}

bool appendFromBase64(std::string& out, std::string_view text) {
    const auto sixBits = [](char c) -> int {
        return c >= 'A' && c <= 'Z'   ? c - 'A'
               : c >= 'a' && c <= 'z' ? c - 'a' + 26
               : c >= '0' && c <= '9' ? c - '0' + 52
               : c == '+'             ? 62
               : c == '/'             ? 63
                                      : -1;
    };
    if (text.size() % 4 != 0) {
        return false;
    }
    const std::size_t padding = text.ends_with("==") ? 2 : text.ends_with("=") ? 1 : 0;
    text.remove_suffix(padding);
    std::uint32_t bits = 0;
    int count = 0;
    for (const char c : text) {
        const int value = sixBits(c);
        if (value < 0) {
            return false;
        }
        bits = bits << 6 | static_cast<std::uint32_t>(value);
        count += 6;
        if (count >= 8) {
            count -= 8;
            out.push_back(static_cast<char>(bits >> count & 0xFF));
        }
    }
    return (bits & ((1U << count) - 1)) == 0; // what is left over means nothing
}

std::string basicCredentials(std::string_view user, std::string_view password) {
    std::string pair;
    pair.append(user).append(":").append(password);
    std::string out = "Basic ";
    appendBase64(out, pair);
    return out;
}

} // namespace bw::codec
