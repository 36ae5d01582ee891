#include "core/testplan/json_reader.h"

#include <optional>

namespace bw::testplan {
namespace {

void appendUtf8(std::string& out, std::uint32_t code) {
    const auto put = [&](std::uint32_t byte) { out.push_back(static_cast<char>(byte)); };
    if (code < 0x80) {
        put(code);
    } else if (code < 0x800) {
        put(0xC0 | code >> 6);
        put(0x80 | (code & 0x3F));
    } else if (code < 0x10000) {
        put(0xE0 | code >> 12);
        put(0x80 | (code >> 6 & 0x3F));
        put(0x80 | (code & 0x3F));
    } else {
        put(0xF0 | code >> 18);
        put(0x80 | (code >> 12 & 0x3F));
        put(0x80 | (code >> 6 & 0x3F));
        put(0x80 | (code & 0x3F));
    }
}

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

// Recursive descent over a text known to be UTF-8. The first error ends it.
class Reader {
public:
    Reader(std::string_view text, const JsonLimits& limits)
        : m_text(text)
        , m_limits(limits) {}

    Result<JsonValue, JsonError> document() {
        JsonValue value;
        skipBlanks();
        if (atEnd()) {
            return std::unexpected(JsonError{JsonErrorKind::Empty, 0});
        }
        if (readValue(value, 0)) {
            skipBlanks();
            if (!atEnd()) {
                fail(peek() == '/' ? JsonErrorKind::Comment : JsonErrorKind::TextAfterEnd);
            }
        }
        if (m_error) {
            return std::unexpected(*m_error);
        }
        return value;
    }

private:
    [[nodiscard]] bool atEnd() const { return m_at >= m_text.size(); }
    [[nodiscard]] char peek() const { return atEnd() ? '\0' : m_text[m_at]; }

    bool fail(JsonErrorKind kind) { return failAt(kind, m_at); }
    bool failAt(JsonErrorKind kind, std::size_t offset) {
        m_error = JsonError{offset >= m_text.size() ? JsonErrorKind::UnexpectedEnd : kind, offset};
        return false;
    }

    void skipBlanks() {
        while (!atEnd() && (peek() == ' ' || peek() == '\t' || peek() == '\n' || peek() == '\r')) {
            ++m_at;
        }
    }

    bool readValue(JsonValue& value, std::size_t depth) {
        if (++m_values > m_limits.values) {
            return fail(JsonErrorKind::TooManyValues);
        }
        value.offset = m_at;
        switch (peek()) {
        case '{':
            return depth < m_limits.depth ? readObject(value, depth + 1) : fail(JsonErrorKind::TooDeep);
        case '[':
            return depth < m_limits.depth ? readArray(value, depth + 1) : fail(JsonErrorKind::TooDeep);
        case '"':
            value.kind = JsonKind::String;
            return readString(value.text);
        case 't':
            return readWord(value, JsonKind::Boolean, "true");
        case 'f':
            return readWord(value, JsonKind::Boolean, "false");
        case 'n':
            return readWord(value, JsonKind::Null, "null");
        case '/':
            return fail(JsonErrorKind::Comment);
        case '\'':
            return fail(JsonErrorKind::SingleQuotes);
        default:
            return isDigit(peek()) || peek() == '-' ? readNumber(value) : fail(JsonErrorKind::ExpectedValue);
        }
    }

    bool readWord(JsonValue& value, JsonKind kind, std::string_view word) {
        if (m_text.substr(m_at, word.size()) != word) {
            return fail(JsonErrorKind::ExpectedValue);
        }
        m_at += word.size();
        value.kind = kind;
        if (kind == JsonKind::Boolean) {
            value.text = word;
        }
        return true;
    }

    bool readDigits() {
        if (!isDigit(peek())) {
            return fail(JsonErrorKind::BadNumber);
        }
        while (isDigit(peek())) {
            ++m_at;
        }
        return true;
    }

    bool readNumber(JsonValue& value) {
        const std::size_t begin = m_at;
        if (peek() == '-') {
            ++m_at;
        }
        if (peek() == '0') {
            ++m_at;
            if (isDigit(peek())) {
                return failAt(JsonErrorKind::BadNumber, begin);
            }
        } else if (!readDigits()) {
            return false;
        }
        if (peek() == '.') {
            ++m_at;
            if (!readDigits()) {
                return false;
            }
        }
        if (peek() == 'e' || peek() == 'E') {
            ++m_at;
            if (peek() == '+' || peek() == '-') {
                ++m_at;
            }
            if (!readDigits()) {
                return false;
            }
        }
        value.kind = JsonKind::Number;
        value.text = m_text.substr(begin, m_at - begin);
        return true;
    }

    bool readString(std::string& out) {
        ++m_at;
        for (;;) {
            const std::size_t begin = m_at;
            while (!atEnd() && peek() != '"' && peek() != '\\' &&
                   static_cast<unsigned char>(peek()) >= 0x20) {
                ++m_at;
            }
            out.append(m_text.substr(begin, m_at - begin));
            if (peek() == '"' && !atEnd()) {
                ++m_at;
                return true;
            }
            if (peek() != '\\') {
                return fail(JsonErrorKind::ControlCharacter);
            }
            if (!readEscape(out)) {
                return false;
            }
        }
    }

    bool readEscape(std::string& out) {
        static constexpr std::string_view kLetters = "\"\\/bfnrt";
        static constexpr std::string_view kMeanings = "\"\\/\b\f\n\r\t";
        const std::size_t begin = m_at++;
        if (atEnd()) {
            return fail(JsonErrorKind::BadEscape);
        }
        const char letter = m_text[m_at++];
        if (letter == 'u') {
            return readUnicodeEscape(out, begin);
        }
        const std::size_t which = kLetters.find(letter);
        if (which == std::string_view::npos) {
            return failAt(JsonErrorKind::BadEscape, begin);
        }
        out.push_back(kMeanings[which]);
        return true;
    }

    // RFC 8259 §7: characters beyond the basic plane are two escapes.
    bool readUnicodeEscape(std::string& out, std::size_t begin) {
        std::optional<std::uint32_t> code = readHex();
        if (!code) {
            return failAt(JsonErrorKind::BadEscape, begin);
        }
        if (*code >= 0xD800 && *code <= 0xDBFF && m_text.substr(m_at, 2) == "\\u") {
            m_at += 2;
            const std::optional<std::uint32_t> low = readHex();
            if (!low || *low < 0xDC00 || *low > 0xDFFF) {
                return failAt(low ? JsonErrorKind::LoneSurrogate : JsonErrorKind::BadEscape, begin);
            }
            code = 0x10000 + ((*code - 0xD800) << 10) + (*low - 0xDC00);
        }
        if (*code >= 0xD800 && *code <= 0xDFFF) {
            return failAt(JsonErrorKind::LoneSurrogate, begin);
        }
        appendUtf8(out, *code);
        return true;
    }

    std::optional<std::uint32_t> readHex() {
        std::uint32_t code = 0;
        for (int i = 0; i < 4; ++i) {
            const char c = peek();
            if (isDigit(c)) {
                code = code << 4 | static_cast<std::uint32_t>(c - '0');
            } else if ((c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F')) {
                code = code << 4 | static_cast<std::uint32_t>((c | 0x20) - 'a' + 10);
            } else {
                return std::nullopt;
            }
            ++m_at;
        }
        return code;
    }

    // After a member or item: true when another follows, false at the end or on an error.
    bool another(char end) {
        skipBlanks();
        if (peek() == end && !atEnd()) {
            ++m_at;
            return false;
        }
        if (peek() != ',') {
            return fail(peek() == '/' ? JsonErrorKind::Comment : JsonErrorKind::ExpectedCommaOrEnd);
        }
        const std::size_t comma = m_at++;
        skipBlanks();
        return peek() == end && !atEnd() ? failAt(JsonErrorKind::TrailingComma, comma) : true;
    }

    bool readArray(JsonValue& value, std::size_t depth) {
        value.kind = JsonKind::Array;
        ++m_at;
        skipBlanks();
        if (peek() == ']') {
            ++m_at;
            return true;
        }
        do {
            if (!readValue(value.items.emplace_back(), depth)) {
                return false;
            }
        } while (another(']'));
        return !m_error;
    }

    bool readObject(JsonValue& value, std::size_t depth) {
        value.kind = JsonKind::Object;
        ++m_at;
        skipBlanks();
        if (peek() == '}') {
            ++m_at;
            return true;
        }
        do {
            if (!readMember(value.members.emplace_back(), depth)) {
                return false;
            }
        } while (another('}'));
        return !m_error;
    }

    bool readMember(JsonMember& member, std::size_t depth) {
        member.offset = m_at;
        if (peek() != '"') {
            return fail(peek() == '/'    ? JsonErrorKind::Comment
                        : peek() == '\'' ? JsonErrorKind::SingleQuotes
                                         : JsonErrorKind::ExpectedKey);
        }
        if (!readString(member.key)) {
            return false;
        }
        skipBlanks();
        if (peek() != ':') {
            return fail(JsonErrorKind::ExpectedColon);
        }
        ++m_at;
        skipBlanks();
        return readValue(member.value, depth);
    }

    std::string_view m_text;
    JsonLimits m_limits;
    std::size_t m_at = 0;
    std::size_t m_values = 0;
    std::optional<JsonError> m_error;
};

} // namespace

Result<JsonValue, JsonError> readJson(std::string_view text, const JsonLimits& limits) {
    if (text.size() > limits.bytes) {
        return std::unexpected(JsonError{JsonErrorKind::TooLarge, 0});
    }
    if (const std::size_t bad = firstNotUtf8(text); bad != std::string_view::npos) {
        return std::unexpected(JsonError{JsonErrorKind::NotUtf8, bad});
    }
    if (text.starts_with("\xEF\xBB\xBF")) {
        return std::unexpected(JsonError{JsonErrorKind::ByteOrderMark, 0});
    }
    return Reader(text, limits).document();
}

} // namespace bw::testplan
