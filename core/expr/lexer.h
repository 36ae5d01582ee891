#pragma once

#include "core/expr/problem.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace bw::expr {

enum class TokenKind : std::uint8_t {
    End,
    Wrong, // Wrong: the lexer's problem says why
    Number,
    String,
    Name,
    Dot,
    Comma,
    Question,
    Colon,
    Open,
    Close,
    CloseBrace,
    Not,
    Plus,
    Minus,
    Star,
    Slash,
    Percent,
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    And,
    Or,
};

struct Token {
    TokenKind kind = TokenKind::End;
    std::uint32_t offset = 0;
    std::uint32_t length = 0;
    double number = 0; // Number
    std::string text;  // String: what it stands for
};

// Cuts a source into tokens from `start` on, one at a time. The source must outlive the lexer.
class Lexer {
public:
    Lexer(std::string_view source, std::size_t start)
        : m_source(source)
        , m_at(start) {}

    [[nodiscard]] Token next();
    // Why the last token was Wrong.
    [[nodiscard]] const Problem& problem() const { return m_problem; }

private:
    Token number();
    Token quoted();
    bool escape(std::string& text);
    bool codePoint(std::size_t digits, std::uint32_t& value);
    Token name();
    Token mark();
    Token token(TokenKind kind, std::size_t length);
    Token wrong(ProblemKind kind, std::size_t from, std::size_t length, std::string_view suggestion = {});

    std::string_view m_source;
    std::size_t m_at;
    Problem m_problem;
};

} // namespace bw::expr
