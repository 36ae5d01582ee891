#pragma once

#include "core/base/result.h"
#include "core/expr/context.h"
#include "core/expr/needs.h"
#include "core/expr/problem.h"
#include "core/expr/value.h"

#include <memory>
#include <string_view>
#include <vector>

namespace bw::expr {

class Program;

// A compiled expression: immutable, cheap to copy, evaluated by any number of threads (each with its own
// Context). The language is JavaScript's operators with strict equality on values (arrays and objects compare
// by content). Any comparison with undefined is false, `!=` too; arithmetic on undefined is an error; `+`
// concatenates when a side is a string.
class Expression {
public:
    // The constant undefined.
    Expression();

    // Every problem that could be found, in order of their places; names after a mistake in the grammar are
    // not looked at.
    [[nodiscard]] static Result<Expression, std::vector<Problem>> compile(std::string_view source,
                                                                          const Scope& scope);

    [[nodiscard]] Result<Value, EvalError> evaluate(Context& context) const;
    // Whether the value is truthy, without making it: what conditions and checks ask.
    [[nodiscard]] Result<bool, EvalError> test(Context& context) const;

    [[nodiscard]] Needs needs() const;
    // Needs nothing to be evaluated and is the same each time; constant() is its value then.
    [[nodiscard]] bool isConstant() const;
    [[nodiscard]] const Value& constant() const;
    [[nodiscard]] std::string_view source() const;

private:
    std::shared_ptr<const Program> m_program;
};

} // namespace bw::expr
