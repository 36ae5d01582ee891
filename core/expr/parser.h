#pragma once

#include "core/expr/lexer.h"
#include "core/expr/program_builder.h"

#include <cstddef>
#include <string_view>

namespace bw::expr {

// What ends an expression.
enum class ExpressionEnd { Source, Brace };

// Reads one expression from `start` on into the builder (with its problems) and gives the offset behind it,
// its closing brace included. After a mistake in the grammar the rest of the expression is passed over.
std::size_t parseExpression(std::string_view source, std::size_t start, ExpressionEnd end,
                            ProgramBuilder& builder);

} // namespace bw::expr
