#pragma once

#include "core/expr/evaluation.h"

namespace bw::expr {

// The functions by what they work on; each call evaluates its own arguments.
[[nodiscard]] Operand callTextFunction(Evaluation& evaluation, const Node& call);
[[nodiscard]] Operand callResponseFunction(Evaluation& evaluation, const Node& call);
[[nodiscard]] Operand callChanceFunction(Evaluation& evaluation, const Node& call);

// json(), exists(json()) or length(json()); the path is `call.third`.
[[nodiscard]] Operand readJson(Evaluation& evaluation, const Node& call, JsonUse use);

} // namespace bw::expr
