#include "core/expr/template.h"

#include "core/expr/evaluation.h"
#include "core/expr/text_pieces.h"

namespace bw::expr {
namespace {

std::shared_ptr<const TextPieces> emptyPieces() {
    static const auto pieces = TextPieces::ofLiteral({});
    return pieces;
}

// Appends one root's text.
Result<void, EvalError> renderRoot(const Program& program, NodeIndex root, Context& context,
                                   std::size_t limit, std::string& out) {
    Evaluation evaluation(program, context);
    const Operand operand = evaluation.evaluate(root);
    if (!evaluation.failed() && operand.text.size() <= limit) {
        appendText(operand, out);
        return {};
    }
    evaluation.fail(EvalErrorKind::TooLarge, program.nodes[root]);
    return std::unexpected(evaluation.error());
}

} // namespace

Template::Template()
    : m_pieces(emptyPieces()) {}

Template::Template(std::shared_ptr<const TextPieces> pieces)
    : m_pieces(std::move(pieces)) {}

Result<Template, std::vector<Problem>> Template::compile(std::string_view source, const Scope& scope) {
    auto pieces = TextPieces::compile(source, scope);
    if (!pieces) {
        return std::unexpected(std::move(pieces.error()));
    }
    return Template(std::move(*pieces));
}

Template Template::fromLiteral(std::string_view text) {
    return Template(TextPieces::ofLiteral(text));
}

Result<void, EvalError> Template::render(Context& context, std::string& out) const {
    const std::size_t start = out.size();
    for (const Piece& piece : m_pieces->pieces()) {
        out += piece.before;
        const std::size_t made = std::min(out.size() - start, kMaxTextLength);
        auto rendered = renderRoot(m_pieces->program(), piece.root, context, kMaxTextLength - made, out);
        if (!rendered) {
            out.resize(start);
            return rendered;
        }
    }
    out += m_pieces->tail();
    return {};
}

Result<Value, EvalError> Template::value(Context& context) const {
    if (const auto lone = m_pieces->lone()) {
        Evaluation evaluation(m_pieces->program(), context);
        const Operand operand = evaluation.evaluate(*lone);
        if (evaluation.failed()) {
            return std::unexpected(evaluation.error());
        }
        return toValue(operand);
    }
    if (isLiteral()) {
        return Value::string(literal());
    }
    std::string text;
    auto rendered = render(context, text);
    if (!rendered) {
        return std::unexpected(std::move(rendered.error()));
    }
    return Value::string(text);
}

Needs Template::needs() const {
    return m_pieces->program().needs;
}

bool Template::isLiteral() const {
    return m_pieces->pieces().empty();
}

std::string_view Template::literal() const {
    return isLiteral() ? m_pieces->tail() : std::string_view();
}

std::string_view Template::source() const {
    return m_pieces->source();
}

} // namespace bw::expr
