#pragma once

#include "core/engine/vu_state.h"
#include "core/expr/context.h"
#include "core/runplan/run_plan.h"

#include <string_view>

namespace bw::engine {

// Adds to a metric of the plan's own what the step's expression says now; the error is the expression's. A
// value that is not there adds nothing, when it may be missing.
enum class Missing : std::uint8_t { IsAnError, AddsNothing };
[[nodiscard]] Result<void, expr::EvalError> recordOwnMetric(VuState& user, const runplan::MetricStep& step,
                                                            std::string_view group, expr::Context& context,
                                                            Missing missing);

} // namespace bw::engine
