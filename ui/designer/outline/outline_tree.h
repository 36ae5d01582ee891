#pragma once

#include "ui/bridge/plan_state.h"
#include "ui/designer/outline/outline_node.h"

namespace bw::designer {

// The outline of a plan with its problems marked; the root alone when there is no plan.
[[nodiscard]] std::unique_ptr<OutlineNode> outlineOf(const bridge::PlanState& state);

} // namespace bw::designer
