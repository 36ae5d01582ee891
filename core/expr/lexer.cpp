#include "core/expr/lexer.h"

#include "core/expr/scope.h"
#include "core/expr/utf8.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace bw::expr {
namespace {

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

bool isBlank(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
}

bool isNamePart(char c) {
    return isDigit(c) || Scope::isName({&c, 1});
}

struct Mark {
    std::string_view text;
    TokenKind kind;
};

// Longer marks before their beginnings.
constexpr std::array kMarks = {
    Mark{"==", TokenKind::Equal},       Mark{"!=", TokenKind::NotEqual},
    Mark{"<=", TokenKind::LessOrEqual}, Mark{">=", TokenKind::GreaterOrEqual},
    Mark{"&&", TokenKind::And},         Mark{"||", TokenKind::Or},
    Mark{"<", TokenKind::Less},         Mark{">", TokenKind::Greater},
    Mark{"!", TokenKind::Not},          Mark{"+", TokenKind::Plus},
    Mark{"-", TokenKind::Minus},        Mark{"*", TokenKind::Star},
    Mark{"/", TokenKind::Slash},        Mark{"%", TokenKind::Percent},
    Mark{".", TokenKind::Dot},          Mark{",", TokenKind::Comma},
    Mark{"?", TokenKind::Question},     Mark{":", TokenKind::Colon},
    Mark{"(", TokenKind::Open},         Mark{")", TokenKind::Close},
    Mark{"}", TokenKind::CloseBrace},
};

struct Slip {
    std::string_view text;
    std::string_view meant;
};

// What other languages write for our operators.
constexpr std::array kSlips = {Slip{"===", "=="}, Slip{"!==", "!="}, Slip{"=", "=="}, Slip{"&", "&&"},
                               Slip{"|", "||"}};

struct Escape {
    char letter;
    char meant;
};

constexpr std::array kEscapes = {Escape{'n', '\n'}, Escape{'t', '\t'}, Escape{'r', '\r'}, Escape{'b', '\b'},
                                 Escape{'f', '\f'}, Escape{'v', '\v'}, Escape{'0', '\0'}};

} // namespace

Token Lexer::token(TokenKind kind, std::size_t length) {
    Token token;
    token.kind = kind;
    token.offset = static_cast<std::uint32_t>(m_at);
    token.length = static_cast<std::uint32_t>(length);
    m_at += length;
    return token;
}

Token Lexer::wrong(ProblemKind kind, std::size_t from, std::size_t length, std::string_view suggestion) {
    m_problem = {};
    m_problem.kind = kind;
    m_problem.offset = static_cast<std::uint32_t>(from);
    m_problem.length = static_cast<std::uint32_t>(length);
    m_problem.subject = m_source.substr(from, length);
    m_problem.suggestion = suggestion;
    m_at = from;
    return token(TokenKind::Wrong, length);
}

Token Lexer::next() {
    while (m_at < m_source.size() && isBlank(m_source[m_at])) {
        ++m_at;
    }
    if (m_at >= m_source.size()) {
        return token(TokenKind::End, 0);
    }
    const char c = m_source[m_at];
    if (isDigit(c) || (c == '.' && m_at + 1 < m_source.size() && isDigit(m_source[m_at + 1]))) {
        return number();
    }
    if (c == '"' || c == '\'') {
        return quoted();
    }
    return isNamePart(c) ? name() : mark();
}

Token Lexer::number() {
    const char* const begin = m_source.data() + m_at;
    double value = 0;
    const auto [end, error] = std::from_chars(begin, m_source.data() + m_source.size(), value);
    auto length = static_cast<std::size_t>(end - begin);
    if (error != std::errc() || (m_at + length < m_source.size() && isNamePart(m_source[m_at + length]))) {
        while (m_at + length < m_source.size() && isNamePart(m_source[m_at + length])) {
            ++length;
        }
        return wrong(ProblemKind::BadNumber, m_at, length);
    }
    Token result = token(TokenKind::Number, length);
    result.number = value;
    return result;
}

Token Lexer::quoted() {
    const std::size_t from = m_at;
    const char quote = m_source[m_at++];
    std::string text;
    while (m_at < m_source.size() && m_source[m_at] != quote) {
        if (m_source[m_at] != '\\') {
            text += m_source[m_at++];
            continue;
        }
        const std::size_t backslash = m_at++;
        if (!escape(text)) {
            const std::size_t length = std::min(m_at + 1, m_source.size()) - backslash;
            return wrong(ProblemKind::BadEscape, backslash, length);
        }
    }
    if (m_at >= m_source.size()) {
        Token result = wrong(ProblemKind::UnterminatedString, from, m_source.size() - from);
        m_problem.subject.clear();
        return result;
    }
    const std::size_t length = m_at + 1 - from;
    m_at = from;
    Token result = token(TokenKind::String, length);
    result.text = std::move(text);
    return result;
}

// Behind a backslash. As JavaScript: a character without a meaning of its own stands for itself.
bool Lexer::escape(std::string& text) {
    if (m_at >= m_source.size()) {
        return false;
    }
    const char c = m_source[m_at];
    std::uint32_t value = 0;
    if (c == 'x' || c == 'u') {
        ++m_at;
        if (!codePoint(c == 'x' ? 2 : 4, value)) {
            return false;
        }
        const bool high = value >= 0xd800 && value < 0xdc00;
        if (high && m_source.substr(m_at).starts_with("\\u")) {
            const std::size_t before = std::exchange(m_at, m_at + 2);
            std::uint32_t low = 0;
            if (codePoint(4, low) && low >= 0xdc00 && low < 0xe000) {
                value = 0x10000 + ((value - 0xd800) << 10) + (low - 0xdc00);
            } else {
                m_at = before;
            }
        }
        appendUtf8(value, text);
        return true;
    }
    if (c >= '1' && c <= '9') {
        return false; // JavaScript's octal escapes, forbidden there too in strict code
    }
    ++m_at;
    const auto found = std::ranges::find(kEscapes, c, &Escape::letter);
    text += found == kEscapes.end() ? c : found->meant;
    return true;
}

bool Lexer::codePoint(std::size_t digits, std::uint32_t& value) {
    if (m_source.size() - m_at < digits) {
        return false;
    }
    const char* const begin = m_source.data() + m_at;
    const auto [end, error] = std::from_chars(begin, begin + digits, value, 16);
    if (error != std::errc() || end != begin + digits) {
        return false;
    }
    m_at += digits;
    return true;
}

Token Lexer::name() {
    const std::string_view rest = m_source.substr(m_at);
    return token(TokenKind::Name,
                 static_cast<std::size_t>(std::ranges::find_if_not(rest, isNamePart) - rest.begin()));
}

Token Lexer::mark() {
    const std::string_view rest = m_source.substr(m_at);
    for (const Slip& slip : kSlips) {
        const bool isRight = rest.starts_with("==") || rest.starts_with("&&") || rest.starts_with("||");
        if (rest.starts_with(slip.text) && (slip.text.size() == 3 || !isRight)) {
            return wrong(ProblemKind::UnexpectedToken, m_at, slip.text.size(), slip.meant);
        }
    }
    for (const Mark& mark : kMarks) {
        if (rest.starts_with(mark.text)) {
            return token(mark.kind, mark.text.size());
        }
    }
    return wrong(ProblemKind::UnexpectedCharacter, m_at, std::max<std::size_t>(1, utf8Length(rest)));
}

} // namespace bw::expr
