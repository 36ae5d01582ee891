#pragma once

#include "core/base/result.h"
#include "core/expr/context.h"
#include "core/expr/needs.h"
#include "core/expr/problem.h"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace bw::expr {

class JsonPieces;

// A compiled JSON document whose strings (not its keys) are templates. A string that is one lone ${…} becomes
// the value's own JSON (undefined becomes null); in others the values are printed into the string. Numbers
// stay as written, layout is compact. Immutable, cheap to copy, rendered by any number of threads.
class JsonTemplate {
public:
    // The document null.
    JsonTemplate();

    // Problems of a string say its place in the document and count bytes of the string's content.
    [[nodiscard]] static Result<JsonTemplate, std::vector<Problem>> compile(std::string_view document,
                                                                            const Scope& scope);

    // Appends; on an error `out` is as it was before. Allocates only when `out` must grow.
    [[nodiscard]] Result<void, EvalError> render(Context& context, std::string& out) const;

    [[nodiscard]] Needs needs() const;
    // The same bytes each time, known now: literal() is them then (otherwise empty).
    [[nodiscard]] bool isLiteral() const;
    [[nodiscard]] std::string_view literal() const;

private:
    explicit JsonTemplate(std::shared_ptr<const JsonPieces> pieces);

    std::shared_ptr<const JsonPieces> m_pieces;
};

} // namespace bw::expr
