#include "core/expr/json_template.h"

#include "core/expr/evaluation.h"
#include "core/expr/json_pieces.h"
#include "core/expr/value_text.h"

namespace bw::expr {
namespace {

std::shared_ptr<const JsonPieces> nullPieces() {
    static const auto pieces = [] {
        auto made = std::make_shared<JsonPieces>();
        made->tail = "null";
        return std::shared_ptr<const JsonPieces>(std::move(made));
    }();
    return pieces;
}

void appendPart(const Operand& operand, const JsonPiece& piece, Context& context, std::string& out) {
    if (piece.part == JsonPart::Whole) {
        appendJson(operand, out);
    } else if (operand.isString()) {
        appendJsonEscaped(operand.text, out);
    } else {
        std::string& printed = context.scratch->parts().blank();
        appendText(operand, printed);
        appendJsonEscaped(printed, out);
    }
}

Result<void, EvalError> renderPiece(const JsonPiece& piece, Context& context, std::size_t limit,
                                    std::string& out) {
    const Program& program = piece.text->program();
    Evaluation evaluation(program, context);
    const Operand operand = evaluation.evaluate(piece.root);
    if (!evaluation.failed() && operand.text.size() <= limit) {
        appendPart(operand, piece, context, out);
        return {};
    }
    evaluation.fail(EvalErrorKind::TooLarge, program.nodes[piece.root]);
    EvalError error = evaluation.error();
    error.place = piece.place;
    return std::unexpected(std::move(error));
}

} // namespace

JsonTemplate::JsonTemplate()
    : m_pieces(nullPieces()) {}

JsonTemplate::JsonTemplate(std::shared_ptr<const JsonPieces> pieces)
    : m_pieces(std::move(pieces)) {}

Result<JsonTemplate, std::vector<Problem>> JsonTemplate::compile(std::string_view document,
                                                                 const Scope& scope) {
    auto pieces = compileJsonPieces(document, scope);
    if (!pieces) {
        return std::unexpected(std::move(pieces.error()));
    }
    return JsonTemplate(std::move(*pieces));
}

Result<void, EvalError> JsonTemplate::render(Context& context, std::string& out) const {
    const std::size_t start = out.size();
    for (const JsonPiece& piece : m_pieces->pieces) {
        out += piece.before;
        const std::size_t made = std::min(out.size() - start, kMaxTextLength);
        auto rendered = renderPiece(piece, context, kMaxTextLength - made, out);
        if (!rendered) {
            out.resize(start);
            return rendered;
        }
    }
    out += m_pieces->tail;
    return {};
}

Needs JsonTemplate::needs() const {
    return m_pieces->needs;
}

bool JsonTemplate::isLiteral() const {
    return m_pieces->pieces.empty();
}

std::string_view JsonTemplate::literal() const {
    return isLiteral() ? std::string_view(m_pieces->tail) : std::string_view();
}

} // namespace bw::expr
