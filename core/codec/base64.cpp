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

std::string basicCredentials(std::string_view user, std::string_view password) {
    std::string pair;
    pair.append(user).append(":").append(password);
    std::string out = "Basic ";
    appendBase64(out, pair);
    return out;
}

} // namespace bw::codec
