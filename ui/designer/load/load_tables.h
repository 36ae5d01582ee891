#pragma once

#include "ui/designer/form/plan_table.h"

#include <functional>
#include <string>

// The tables of a scenario. The name is asked anew each time, since a form goes from one to another.
namespace bw::designer {

using ScenarioName = std::function<std::string()>;

[[nodiscard]] PlanRows stageRows(const ScenarioName& scenario);
[[nodiscard]] PlanRows scenarioVariableRows(const ScenarioName& scenario); // "env"
[[nodiscard]] PlanRows scenarioTagRows(const ScenarioName& scenario);

} // namespace bw::designer
