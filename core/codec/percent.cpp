#include "core/codec/percent.h"

#include <array>

namespace bw::codec {

namespace {

constexpr std::string_view hexDigits = "0123456789ABCDEF";
constexpr std::string_view lettersAndDigits =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

constexpr std::array<bool, 256> makeTable(std::string_view others) {
    std::array<bool, 256> table{};
    for (const char c : lettersAndDigits) {
        table[static_cast<unsigned char>(c)] = true;
    }
    for (const char c : others) {
        table[static_cast<unsigned char>(c)] = true;
    }
    return table;
}

constexpr auto unreserved = makeTable("-._~");

// RFC 3986 §3.3 and §3.4, and what browsers and Go leave alone besides.
constexpr auto targetSafe = makeTable("-._~!$&'()*+,;=:@/?[]|");

int hexValue(char c) {
    if (c >= '0' && c <= '9') {
        return c - '0';
    }
    if (c >= 'a' && c <= 'f') {
        return c - 'a' + 10;
    }
    if (c >= 'A' && c <= 'F') {
        return c - 'A' + 10;
    }
    return -1;
}

bool isEscape(std::string_view text, std::size_t at) {
    return at + 2 < text.size() && hexValue(text[at + 1]) >= 0 && hexValue(text[at + 2]) >= 0;
}

void appendEscape(std::string& out, char c) {
    const auto byte = static_cast<unsigned char>(c);
    out.push_back('%');
    out.push_back(hexDigits[byte >> 4]);
    out.push_back(hexDigits[byte & 15]);
}

} // namespace

void appendPercentEncoded(std::string& out, std::string_view text) {
    for (const char c : text) {
        if (unreserved[static_cast<unsigned char>(c)]) {
            out.push_back(c);
        } else {
            appendEscape(out, c);
        }
    }
}

bool appendPercentDecoded(std::string& out, std::string_view text, PlusMeans plus) {
    const std::size_t begin = out.size();
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (c == '%') {
            if (!isEscape(text, i)) {
                out.resize(begin);
                return false;
            }
            out.push_back(static_cast<char>(hexValue(text[i + 1]) * 16 + hexValue(text[i + 2])));
            i += 2;
        } else {
            out.push_back(c == '+' && plus == PlusMeans::Space ? ' ' : c);
        }
    }
    return true;
}

Result<void, UrlError> appendWireTarget(std::string& out, std::string_view text) {
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        const auto byte = static_cast<unsigned char>(c);
        if (targetSafe[byte]) {
            out.push_back(c);
        } else if (byte < 0x20 || byte == 0x7f) {
            return std::unexpected(UrlError{UrlErrorKind::BadCharacter, i});
        } else if (c == '%') {
            if (!isEscape(text, i)) {
                return std::unexpected(UrlError{UrlErrorKind::BadEscape, i});
            }
            out.push_back(c);
        } else {
            appendEscape(out, c);
        }
    }
    return {};
}

} // namespace bw::codec
