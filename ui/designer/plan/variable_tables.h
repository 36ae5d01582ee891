#pragma once

#include "ui/designer/form/plan_table.h"

// Variables as a table: a row a name, a column an environment, whose empty cells inherit.
namespace bw::designer {

[[nodiscard]] PlanRows
variableRows(const testplan::TestPlan& plan); // its columns are the plan's environments
[[nodiscard]] PlanRows environmentRows();
[[nodiscard]] PlanRows secretRows();

} // namespace bw::designer
