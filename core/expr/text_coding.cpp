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
    const std::size_t before = out.size();
    out.resize(before + (bytes.size() + 2) / 3 * 4, '=');
    char* to = out.data() + before;
    for (std::size_t i = 0; i < bytes.size(); i += 3, to += 4) {
        const std::size_t count = std::min<std::size_t>(3, bytes.size() - i);
        std::uint32_t group = 0;
        for (std::size_t k = 0; k < 3; ++k) {
            group = group << 8 | (k < count ? static_cast<unsigned char>(bytes[i + k]) : 0U);
        }
        for (std::size_t k = 0; k <= count; ++k) {
            to[k] = kDigits[group >> (18 - 6 * k) & 63];
        }
    }
}

void appendUrlEncoded(std::string_view text, std::string& out) {
    constexpr char kHex[] = "0123456789ABCDEF";
    for (std::size_t i = 0; i < text.size();) {
        const std::string_view rest = text.substr(i);
        const auto run = static_cast<std::size_t>(std::ranges::find_if_not(rest, staysInUrl) - rest.begin());
        out += rest.substr(0, run);
        i += run;
        if (i < text.size()) {
            const auto byte = static_cast<unsigned char>(text[i++]);
            const char escape[] = {'%', kHex[byte >> 4], kHex[byte & 15]};
            out.append(escape, 3);
        }
    }
}

} // namespace bw::expr
