#pragma once

#include "core/base/result.h"
#include "core/expr/context.h"
#include "core/expr/needs.h"
#include "core/expr/problem.h"
#include "core/expr/value.h"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace bw::expr {

class TextPieces;

// A compiled text with ${expression} anywhere in it; `\${` stands for the two characters `${`. Immutable,
// cheap to copy, rendered by any number of threads. Values print as appendText does: undefined as
// "undefined".
class Template {
public:
    // The empty text.
    Template();

    [[nodiscard]] static Result<Template, std::vector<Problem>> compile(std::string_view source,
                                                                        const Scope& scope);
    // A template of exactly this text, nothing in it is special.
    [[nodiscard]] static Template fromLiteral(std::string_view text);

    // Appends; on an error `out` is as it was before. Allocates only when `out` must grow.
    [[nodiscard]] Result<void, EvalError> render(Context& context, std::string& out) const;
    // The text as a value; a template that is one lone ${…} gives the expression's own value.
    [[nodiscard]] Result<Value, EvalError> value(Context& context) const;

    [[nodiscard]] Needs needs() const;
    // The same text each time, known now: literal() is it then (otherwise empty).
    [[nodiscard]] bool isLiteral() const;
    [[nodiscard]] std::string_view literal() const;
    [[nodiscard]] std::string_view source() const;

private:
    explicit Template(std::shared_ptr<const TextPieces> pieces);

    std::shared_ptr<const TextPieces> m_pieces;
};

} // namespace bw::expr
