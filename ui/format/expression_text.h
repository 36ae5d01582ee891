#pragma once

#include "core/expr/problem.h"

#include <QString>

namespace bw::format {

// What is wrong with an expression or a template, and where in it: `there is no name "orderID" (at 8); did
// you mean "orderId"?`. No capital, no full stop.
[[nodiscard]] QString expressionProblemText(const expr::Problem& problem);

} // namespace bw::format
