#pragma once

#include "core/testplan/budget_spec.h"
#include "core/testplan/problem.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace bw::testplan {

// A table of limits in a file of its own: {"bellwether": 1, "name": …, "description": …, "rows": […]}.
struct BudgetOutcome {
    std::optional<BudgetSpec> budget;
    std::vector<Problem> problems;
};

[[nodiscard]] BudgetOutcome parseBudget(std::string_view text);

// Reads <name>.budgets.json from the first of `folders` that has it.
[[nodiscard]] BudgetOutcome loadBudget(std::string_view name, std::span<const std::string> folders);

// The file that loadBudget() would read; empty when there is none.
[[nodiscard]] std::string budgetFile(std::string_view name, std::span<const std::string> folders);

// The names that loadBudget() would find, each once, sorted.
[[nodiscard]] std::vector<std::string> budgetNames(std::span<const std::string> folders);

// The plan's budgets with every "use" replaced by the table it names; what could not be had is in `problems`
// at its place in the plan.
struct ResolvedBudgets {
    std::vector<BudgetSpec> budgets;
    std::vector<Problem> problems;
};
[[nodiscard]] ResolvedBudgets resolveBudgets(std::span<const BudgetSpec> budgets,
                                             std::span<const std::string> folders);

} // namespace bw::testplan
