#include "core/expr/parser.h"

#include <array>
#include <optional>

namespace bw::expr {
namespace {

struct BinaryOperator {
    TokenKind token;
    Op op;
    int strength;
};

constexpr std::array kBinaryOperators = {
    BinaryOperator{TokenKind::Or, Op::Or, 1},
    BinaryOperator{TokenKind::And, Op::And, 2},
    BinaryOperator{TokenKind::Equal, Op::Equal, 3},
    BinaryOperator{TokenKind::NotEqual, Op::NotEqual, 3},
    BinaryOperator{TokenKind::Less, Op::Less, 4},
    BinaryOperator{TokenKind::LessOrEqual, Op::LessOrEqual, 4},
    BinaryOperator{TokenKind::Greater, Op::Greater, 4},
    BinaryOperator{TokenKind::GreaterOrEqual, Op::GreaterOrEqual, 4},
    BinaryOperator{TokenKind::Plus, Op::Add, 5},
    BinaryOperator{TokenKind::Minus, Op::Subtract, 5},
    BinaryOperator{TokenKind::Star, Op::Multiply, 6},
    BinaryOperator{TokenKind::Slash, Op::Divide, 6},
    BinaryOperator{TokenKind::Percent, Op::Remainder, 6},
};

const BinaryOperator* binaryOperator(TokenKind token) {
    const auto found = std::ranges::find(kBinaryOperators, token, &BinaryOperator::token);
    return found == kBinaryOperators.end() ? nullptr : &*found;
}

// Recursive descent; an empty result means that a problem was reported and the parser gives up.
class Parser {
public:
    using Parsed = std::optional<NodeIndex>;

    Parser(std::string_view source, std::size_t start, ExpressionEnd end, ProgramBuilder& builder)
        : m_source(source)
        , m_lexer(source, start)
        , m_end(end)
        , m_start(start)
        , m_builder(builder)
        , m_token(m_lexer.next()) {}

    std::size_t run() {
        if (const auto root = whole()) {
            m_builder.addRoot(*root);
        }
        const TokenKind last = m_end == ExpressionEnd::Brace ? TokenKind::CloseBrace : TokenKind::End;
        while (m_token.kind != last && m_token.kind != TokenKind::End) {
            advance();
        }
        if (m_token.kind != last && m_lexer.problem().kind != ProblemKind::UnterminatedString) {
            const auto from = static_cast<std::uint32_t>(m_start - 2); // the "${" before
            m_builder.report(ProblemKind::UnterminatedExpression,
                             {from, static_cast<std::uint32_t>(m_source.size()) - from});
        }
        return m_token.offset + m_token.length;
    }

private:
    void advance() {
        m_lastEnd = m_token.offset + m_token.length;
        m_token = m_lexer.next();
    }

    bool take(TokenKind kind) {
        if (m_token.kind != kind) {
            return false;
        }
        advance();
        return true;
    }

    Place here() const { return {m_token.offset, m_token.length}; }

    bool atEnd() const {
        return m_token.kind == TokenKind::End ||
               (m_end == ExpressionEnd::Brace && m_token.kind == TokenKind::CloseBrace);
    }

    Parsed unexpected() {
        if (m_token.kind == TokenKind::Wrong) {
            m_builder.report(m_lexer.problem());
        } else if (atEnd()) {
            // A template's missing brace is reported by run().
            if (m_end == ExpressionEnd::Source || m_token.kind == TokenKind::CloseBrace) {
                m_builder.report(ProblemKind::UnexpectedEnd, here());
            }
        } else {
            m_builder.report(ProblemKind::UnexpectedToken, here(),
                             m_source.substr(m_token.offset, m_token.length));
        }
        return std::nullopt;
    }

    Parsed whole() {
        if (atEnd()) {
            const auto from = static_cast<std::uint32_t>(m_start);
            if (m_end == ExpressionEnd::Source || m_token.kind == TokenKind::CloseBrace) {
                m_builder.report(ProblemKind::Empty, {from, m_token.offset - from});
            }
            return std::nullopt;
        }
        const auto root = conditional();
        return root && !atEnd() ? unexpected() : root;
    }

    Parsed conditional() {
        const Nesting nesting(m_nesting);
        if (m_nesting > kMaxDepth) {
            m_builder.report(ProblemKind::TooDeep, here());
            return std::nullopt;
        }
        const auto condition = operation(1);
        if (!condition || !take(TokenKind::Question)) {
            return condition;
        }
        const auto yes = conditional();
        if (!yes) {
            return yes;
        }
        if (!take(TokenKind::Colon)) {
            return unexpected();
        }
        const auto no = conditional();
        return no ? Parsed(m_builder.choose(*condition, *yes, *no)) : no;
    }

    // Operators that bind at least as strongly as `weakest`.
    Parsed operation(int weakest) {
        auto left = unary();
        while (left) {
            const BinaryOperator* const found = binaryOperator(m_token.kind);
            if (found == nullptr || found->strength < weakest) {
                break;
            }
            advance();
            const auto right = operation(found->strength + 1);
            left = right ? Parsed(m_builder.binary(found->op, *left, *right)) : right;
        }
        return left;
    }

    Parsed unary() {
        const Place at = here();
        Op op = Op::Not;
        if (m_token.kind == TokenKind::Minus) {
            op = Op::Negate;
        } else if (m_token.kind == TokenKind::Plus) {
            op = Op::ToNumber;
        } else if (m_token.kind != TokenKind::Not) {
            return primary();
        }
        const Nesting nesting(m_nesting);
        if (m_nesting > kMaxDepth) {
            m_builder.report(ProblemKind::TooDeep, at);
            return std::nullopt;
        }
        advance();
        const auto operand = unary();
        return operand ? Parsed(m_builder.unary(op, from(at), *operand)) : operand;
    }

    Parsed primary() {
        const Place at = here();
        switch (m_token.kind) {
        case TokenKind::Number: {
            const double number = m_token.number;
            advance();
            return m_builder.constant(at, Value::number(number));
        }
        case TokenKind::String: {
            const Value text = Value::string(m_token.text);
            advance();
            return m_builder.constant(at, text);
        }
        case TokenKind::Name:
            return name();
        case TokenKind::Open: {
            advance();
            const auto inner = conditional();
            if (inner && !take(TokenKind::Close)) {
                return unexpected();
            }
            if (inner) {
                m_builder.widen(*inner, from(at)); // so that errors show the parentheses, too
            }
            return inner;
        }
        default:
            return unexpected();
        }
    }

    Parsed name() {
        const Place at = here();
        const std::string_view first = m_source.substr(at.offset, at.length);
        advance();
        if (m_token.kind == TokenKind::Open) {
            return call(at);
        }
        if (first == "true" || first == "false") {
            return m_builder.constant(at, Value::boolean(first == "true"));
        }
        if (first == "null") {
            return m_builder.constant(at, Value::null());
        }
        std::vector<std::string_view> parts = {first};
        while (take(TokenKind::Dot)) {
            if (m_token.kind != TokenKind::Name) {
                return unexpected();
            }
            parts.push_back(m_source.substr(m_token.offset, m_token.length));
            advance();
        }
        return m_builder.name(from(at), parts);
    }

    Parsed call(Place nameAt) {
        advance();
        std::vector<NodeIndex> arguments;
        while (m_token.kind != TokenKind::Close) {
            if (!arguments.empty() && !take(TokenKind::Comma)) {
                return unexpected();
            }
            const auto argument = conditional();
            if (!argument) {
                return argument;
            }
            arguments.push_back(*argument);
        }
        advance();
        return m_builder.call(from(nameAt), nameAt, arguments);
    }

    // From that place to the end of the token before this one.
    Place from(Place start) const { return {start.offset, m_lastEnd - start.offset}; }

    struct Nesting {
        explicit Nesting(int& count)
            : level(count) {
            ++level;
        }
        ~Nesting() { --level; }
        int& level;
    };

    std::string_view m_source;
    Lexer m_lexer;
    ExpressionEnd m_end;
    std::size_t m_start;
    ProgramBuilder& m_builder;
    Token m_token;
    std::uint32_t m_lastEnd = 0;
    int m_nesting = 0;
};

} // namespace

std::size_t parseExpression(std::string_view source, std::size_t start, ExpressionEnd end,
                            ProgramBuilder& builder) {
    return Parser(source, start, end, builder).run();
}

} // namespace bw::expr
