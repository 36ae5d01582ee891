#pragma once

#include "ui/designer/form/plan_table.h"

namespace bw::designer {

// All thresholds, a row each; the plan keeps them in groups by what they look at.
[[nodiscard]] PlanRows thresholdRows();

} // namespace bw::designer
