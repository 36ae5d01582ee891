#include "core/expr/single_test.h"

#include "core/expr/lexer.h"

#include <algorithm>
#include <vector>

namespace bw::expr {
namespace {

bool isComparison(TokenKind kind) {
    return kind >= TokenKind::Equal && kind <= TokenKind::GreaterOrEqual;
}

// Binds less than a comparison, or turns what follows round.
bool isMore(TokenKind kind) {
    return kind == TokenKind::And || kind == TokenKind::Or || kind == TokenKind::Question ||
           kind == TokenKind::Colon || kind == TokenKind::Not;
}

// Everything up to the end; none when the source cannot be cut into tokens.
std::optional<std::vector<Token>> tokensOf(std::string_view source) {
    Lexer lexer(source, 0);
    std::vector<Token> tokens;
    for (;;) {
        Token token = lexer.next();
        if (token.kind == TokenKind::Wrong) {
            return std::nullopt;
        }
        if (token.kind == TokenKind::End) {
            return tokens;
        }
        tokens.push_back(std::move(token));
    }
}

std::string_view between(std::string_view source, std::size_t from, std::size_t to) {
    std::string_view piece = source.substr(from, to - from);
    while (!piece.empty() && (piece.front() == ' ' || piece.front() == '\t' || piece.front() == '\n')) {
        piece.remove_prefix(1);
    }
    while (!piece.empty() && (piece.back() == ' ' || piece.back() == '\t' || piece.back() == '\n')) {
        piece.remove_suffix(1);
    }
    return piece;
}

std::size_t endOf(const Token& token) {
    return std::size_t{token.offset} + token.length;
}

// name(…) around everything, with as many arguments as the test takes.
std::optional<SingleTest> asCall(std::string_view source, const std::vector<Token>& tokens) {
    static constexpr std::string_view kTests[] = {"contains", "startsWith", "endsWith", "matches", "exists"};
    if (tokens.size() < 4 || tokens[0].kind != TokenKind::Name || tokens[1].kind != TokenKind::Open) {
        return std::nullopt;
    }
    const std::string_view name = source.substr(tokens[0].offset, tokens[0].length);
    if (std::ranges::find(kTests, name) == std::end(kTests)) {
        return std::nullopt;
    }
    int depth = 0;
    const Token* comma = nullptr;
    int commas = 0;
    for (std::size_t i = 1; i < tokens.size(); ++i) {
        depth += tokens[i].kind == TokenKind::Open ? 1 : tokens[i].kind == TokenKind::Close ? -1 : 0;
        if (depth == 0 && i + 1 < tokens.size()) {
            return std::nullopt; // it goes on behind the call
        }
        if (depth == 1 && tokens[i].kind == TokenKind::Comma) {
            comma = &tokens[i];
            ++commas;
        }
    }
    const bool takesTwo = name != "exists";
    if (depth != 0 || commas != (takesTwo ? 1 : 0)) {
        return std::nullopt;
    }
    const std::size_t from = endOf(tokens[1]);
    const std::size_t to = tokens.back().offset;
    return takesTwo
               ? SingleTest{between(source, from, comma->offset), name, between(source, endOf(*comma), to)}
               : SingleTest{between(source, from, to), name, {}};
}

std::optional<SingleTest> asComparison(std::string_view source, const std::vector<Token>& tokens) {
    int depth = 0;
    const Token* found = nullptr;
    for (const Token& token : tokens) {
        depth += token.kind == TokenKind::Open ? 1 : token.kind == TokenKind::Close ? -1 : 0;
        if (depth > 0) {
            continue;
        }
        if (isMore(token.kind) || (isComparison(token.kind) && found != nullptr)) {
            return std::nullopt;
        }
        found = isComparison(token.kind) ? &token : found;
    }
    if (found == nullptr) {
        return std::nullopt;
    }
    SingleTest test{between(source, 0, found->offset), source.substr(found->offset, found->length),
                    between(source, endOf(*found), source.size())};
    return test.subject.empty() || test.expected.empty() ? std::nullopt : std::optional(test);
}

} // namespace

std::optional<SingleTest> splitSingleTest(std::string_view source) {
    const auto tokens = tokensOf(source);
    if (!tokens) {
        return std::nullopt;
    }
    const auto call = asCall(source, *tokens);
    return call ? call : asComparison(source, *tokens);
}

} // namespace bw::expr
