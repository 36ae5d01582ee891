#include "app/jts-sim/sim/json_writer.h"

#include <charconv>
#include <cmath>

namespace bw::jts {

namespace {

constexpr std::string_view hexDigits = "0123456789abcdef";
constexpr std::string_view replacement = "\xEF\xBF\xBD";

// How many bytes the UTF-8 character at the front takes, 0 when it is none.
std::size_t characterSize(std::string_view text) {
    const auto byte = [&](std::size_t i) {
        return i < text.size() ? static_cast<unsigned char>(text[i]) : 0u;
    };
    const auto follows = [&](std::size_t i) { return (byte(i) & 0xC0) == 0x80; };
    const unsigned first = byte(0);
    if (first < 0x80) {
        return 1;
    }
    if (first >= 0xC2 && first < 0xE0) {
        return follows(1) ? 2 : 0;
    }
    if (first >= 0xE0 && first < 0xF0) {
        const bool isOverlong = first == 0xE0 && byte(1) < 0xA0;
        const bool isSurrogate = first == 0xED && byte(1) >= 0xA0;
        return follows(1) && follows(2) && !isOverlong && !isSurrogate ? 3 : 0;
    }
    if (first >= 0xF0 && first < 0xF5) {
        const bool isOutside = (first == 0xF0 && byte(1) < 0x90) || (first == 0xF4 && byte(1) >= 0x90);
        return follows(1) && follows(2) && follows(3) && !isOutside ? 4 : 0;
    }
    return 0;
}

void appendEscaped(std::string& out, char c) {
    switch (c) {
    case '"':
        out.append("\\\"");
        break;
    case '\\':
        out.append("\\\\");
        break;
    case '\n':
        out.append("\\n");
        break;
    default:
        out.append("\\u00");
        out.push_back(hexDigits[static_cast<unsigned char>(c) >> 4]);
        out.push_back(hexDigits[static_cast<unsigned char>(c) & 15]);
    }
}

} // namespace

void JsonWriter::separate() {
    if (m_needsComma) {
        m_out.push_back(',');
    }
    m_needsComma = true;
}

JsonWriter& JsonWriter::beginObject() {
    separate();
    m_out.push_back('{');
    m_needsComma = false;
    return *this;
}

JsonWriter& JsonWriter::endObject() {
    m_out.push_back('}');
    m_needsComma = true;
    return *this;
}

JsonWriter& JsonWriter::beginArray() {
    separate();
    m_out.push_back('[');
    m_needsComma = false;
    return *this;
}

JsonWriter& JsonWriter::endArray() {
    m_out.push_back(']');
    m_needsComma = true;
    return *this;
}

JsonWriter& JsonWriter::key(std::string_view name) {
    text(name);
    m_out.push_back(':');
    m_needsComma = false;
    return *this;
}

JsonWriter& JsonWriter::text(std::string_view value) {
    separate();
    m_out.push_back('"');
    while (!value.empty()) {
        const std::size_t size = characterSize(value);
        const char c = value.front();
        if (size == 0) {
            m_out.append(replacement);
        } else if (size == 1 && (static_cast<unsigned char>(c) < 0x20 || c == '"' || c == '\\')) {
            appendEscaped(m_out, c);
        } else {
            m_out.append(value.substr(0, size));
        }
        value.remove_prefix(std::max<std::size_t>(size, 1));
    }
    m_out.push_back('"');
    return *this;
}

JsonWriter& JsonWriter::number(double value) {
    separate();
    if (!std::isfinite(value)) {
        m_out.append("null");
        return *this;
    }
    std::array<char, 32> digits;
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
    m_out.append(digits.data(), static_cast<std::size_t>(end - digits.data()));
    return *this;
}

JsonWriter& JsonWriter::integer(std::int64_t value) {
    separate();
    std::array<char, 20> digits;
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
    m_out.append(digits.data(), static_cast<std::size_t>(end - digits.data()));
    return *this;
}

JsonWriter& JsonWriter::raw(std::string_view json) {
    separate();
    m_out.append(json);
    return *this;
}

} // namespace bw::jts
