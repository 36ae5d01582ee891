#include "core/expr/text_pieces.h"

#include "core/expr/parser.h"
#include "core/expr/value_text.h"

namespace bw::expr {

Result<std::shared_ptr<const TextPieces>, std::vector<Problem>> TextPieces::compile(std::string_view source,
                                                                                    const Scope& scope) {
    if (source.size() > kMaxSourceLength) {
        // A long text is fine as long as nothing in it must be parsed.
        if (source.find("${") == source.npos) {
            return ofLiteral(source);
        }
        Problem problem;
        problem.kind = ProblemKind::TooLong;
        return std::unexpected(std::vector{problem});
    }
    ProgramBuilder builder(source, scope);
    auto pieces = std::make_shared<TextPieces>();
    pieces->m_source = source;
    pieces->take(source, builder);
    if (!builder.problems().empty()) {
        return std::unexpected(builder.takeProblems());
    }
    pieces->m_program = builder.takeProgram();
    if (pieces->m_pieces.size() == 1 && pieces->m_pieces[0].before.empty() && pieces->m_tail.empty()) {
        pieces->m_lone = pieces->m_pieces[0].root;
    }
    pieces->foldConstants();
    return pieces;
}

std::shared_ptr<const TextPieces> TextPieces::ofLiteral(std::string_view text) {
    auto pieces = std::make_shared<TextPieces>();
    pieces->m_source = text;
    pieces->m_program = std::make_shared<Program>();
    pieces->m_tail = text;
    return pieces;
}

void TextPieces::take(std::string_view source, ProgramBuilder& builder) {
    std::string text;
    for (std::size_t i = 0; i < source.size();) {
        const std::string_view rest = source.substr(i);
        if (rest.starts_with("\\${")) {
            text += "${";
            i += 3;
        } else if (rest.starts_with("${")) {
            const std::size_t before = builder.program().roots.size();
            i = parseExpression(source, i + 2, ExpressionEnd::Brace, builder);
            if (builder.program().roots.size() > before) {
                m_pieces.push_back({std::move(text), builder.program().roots.back()});
                text.clear();
            }
        } else {
            text += source[i++];
        }
    }
    m_tail = std::move(text);
}

// Constant expressions become part of the text before the next piece.
void TextPieces::foldConstants() {
    std::vector<Piece> kept;
    std::string text;
    for (const Piece& piece : m_pieces) {
        text += piece.before;
        if (m_program->isConstant(piece.root)) {
            appendText(m_program->constant(piece.root), text);
        } else {
            kept.push_back({std::move(text), piece.root});
            text.clear();
        }
    }
    m_pieces = std::move(kept);
    m_tail = text + m_tail;
}

} // namespace bw::expr
