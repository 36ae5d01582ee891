#pragma once

#include "ui/designer/form/plan_table.h"

#include <cstdint>
#include <functional>
#include <vector>

// The rows of one budget as two tables: limits of requests, and limits of metrics and processes. Null rows:
// the budget is gone.
namespace bw::designer {

struct BudgetSource {
    std::function<const std::vector<testplan::BudgetRow>*(const testplan::TestPlan&)> look;
    std::function<std::vector<testplan::BudgetRow>*(testplan::TestPlan&)> edit; // null: only looked at
    std::function<std::string()> place;                                         // budgets[1].rows
};

[[nodiscard]] PlanRows requestLimitRows(const BudgetSource& source);
[[nodiscard]] PlanRows otherLimitRows(const BudgetSource& source);

enum class OtherRow : std::uint8_t { Metric, Process };
void addOtherRow(std::vector<testplan::BudgetRow>& rows, OtherRow kind);

} // namespace bw::designer
