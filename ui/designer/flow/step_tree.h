#pragma once

#include "ui/bridge/plan_state.h"
#include "ui/designer/outline/outline_node.h"

#include <memory>
#include <string_view>

namespace bw::designer {

// The steps of a flow as lines: what is done before, in every iteration, and after. An unknown flow has none.
[[nodiscard]] std::unique_ptr<OutlineNode> stepTreeOf(const bridge::PlanState& state, std::string_view flow);

} // namespace bw::designer
