#include "core/interchange/shell_words.h"

#include <cstdint>

namespace bw::interchange {
namespace {

bool isBlank(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

class Cutter {
public:
    explicit Cutter(std::string_view text)
        : m_text(text) {}

    std::optional<std::vector<std::string>> cut() {
        while (m_at < m_text.size()) {
            const char c = m_text[m_at];
            if (isBlank(c)) {
                endWord();
                ++m_at;
            } else if (c == '\\') {
                escape();
            } else if (c == '\'') {
                if (!quoted(m_at + 1)) {
                    return std::nullopt;
                }
            } else if (c == '$' && m_at + 1 < m_text.size() && m_text[m_at + 1] == '\'') {
                if (!ansiQuoted()) {
                    return std::nullopt;
                }
            } else if (c == '"') {
                if (!doubleQuoted()) {
                    return std::nullopt;
                }
            } else {
                m_word += c;
                m_isWord = true;
                ++m_at;
            }
        }
        endWord();
        return std::move(m_words);
    }

private:
    void endWord() {
        if (m_isWord) {
            m_words.push_back(std::move(m_word));
            m_word.clear();
            m_isWord = false;
        }
    }

    // A line may go on.
    void escape() {
        const std::size_t next = m_at + 1;
        if (next < m_text.size() && m_text[next] != '\n' && m_text[next] != '\r') {
            m_word += m_text[next];
            m_isWord = true;
        }
        const bool isWindows = next + 1 < m_text.size() && m_text[next] == '\r' && m_text[next + 1] == '\n';
        m_at = next + (isWindows ? 2 : 1);
    }

    bool quoted(std::size_t from) {
        const std::size_t end = m_text.find('\'', from);
        if (end == std::string_view::npos) {
            return false;
        }
        m_word += m_text.substr(from, end - from);
        m_isWord = true;
        m_at = end + 1;
        return true;
    }

    bool doubleQuoted() {
        m_isWord = true;
        for (++m_at; m_at < m_text.size(); ++m_at) {
            const char c = m_text[m_at];
            if (c == '"') {
                ++m_at;
                return true;
            }
            const char next = m_at + 1 < m_text.size() ? m_text[m_at + 1] : '\0';
            if (c == '\\' && (next == '"' || next == '\\' || next == '$' || next == '`')) {
                m_word += next;
                ++m_at;
            } else if (c == '\\' && next == '\n') {
                ++m_at;
            } else {
                m_word += c;
            }
        }
        return false;
    }

    bool ansiQuoted() {
        m_isWord = true;
        for (m_at += 2; m_at < m_text.size(); ++m_at) {
            const char c = m_text[m_at];
            if (c == '\'') {
                ++m_at;
                return true;
            }
            if (c != '\\' || m_at + 1 >= m_text.size()) {
                m_word += c;
                continue;
            }
            ++m_at;
            ansiEscape();
        }
        return false;
    }

    // The escape that begins at m_at; leaves m_at at its last character.
    void ansiEscape() {
        static constexpr std::string_view kNames = "abefnrtv\\'\"?";
        static constexpr std::string_view kMeant = "\a\b\x1b\f\n\r\t\v\\'\"?";
        const char c = m_text[m_at];
        if (const std::size_t at = kNames.find(c); at != std::string_view::npos) {
            m_word += kMeant[at];
        } else if (c == 'x' || c == 'u' || c == 'U') {
            codePoint(c == 'x' ? 2 : c == 'u' ? 4 : 8, c);
        } else {
            m_word += '\\';
            m_word += c;
        }
    }

    void codePoint(std::size_t most, char letter) {
        std::uint32_t value = 0;
        std::size_t digits = 0;
        while (digits < most && m_at + 1 < m_text.size()) {
            const char c = m_text[m_at + 1];
            const int digit = c >= '0' && c <= '9'   ? c - '0'
                              : c >= 'a' && c <= 'f' ? c - 'a' + 10
                              : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                                     : -1;
            if (digit < 0) {
                break;
            }
            value = value * 16 + static_cast<std::uint32_t>(digit);
            ++digits;
            ++m_at;
        }
        if (digits == 0) {
            m_word += '\\';
            m_word += letter;
        } else if (letter == 'x') {
            m_word += static_cast<char>(value); // a byte
        } else {
            appendUtf8(value);
        }
    }

    void appendUtf8(std::uint32_t value) {
        const auto byte = [this](std::uint32_t bits) { m_word += static_cast<char>(bits); };
        if (value < 0x80) {
            byte(value);
        } else if (value < 0x800) {
            byte(0xc0 | value >> 6);
            byte(0x80 | (value & 0x3f));
        } else if (value < 0x10000 && (value < 0xd800 || value > 0xdfff)) {
            byte(0xe0 | value >> 12);
            byte(0x80 | (value >> 6 & 0x3f));
            byte(0x80 | (value & 0x3f));
        } else if (value >= 0x10000 && value < 0x110000) {
            byte(0xf0 | value >> 18);
            byte(0x80 | (value >> 12 & 0x3f));
            byte(0x80 | (value >> 6 & 0x3f));
            byte(0x80 | (value & 0x3f));
        } else {
            m_word += "\xEF\xBF\xBD"; // no character
        }
    }

    std::string_view m_text;
    std::size_t m_at = 0;
    std::string m_word;
    bool m_isWord = false;
    std::vector<std::string> m_words;
};

} // namespace

std::optional<std::vector<std::string>> shellWords(std::string_view command) {
    return Cutter(command).cut();
}

std::string shellQuoted(std::string_view text) {
    std::string out = "'";
    for (const char c : text) {
        out += c == '\'' ? std::string("'\\''") : std::string(1, c);
    }
    return out + '\'';
}

} // namespace bw::interchange
