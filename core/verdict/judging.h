#pragma once

#include "core/testplan/budget_spec.h"

#include <cstdint>

namespace bw::verdict {

// The tables that a plan takes from a file of its own ("use") may name more categories than the plan
// exercises; a table written in the plan may not.
enum class BudgetOrigin : std::uint8_t { Own, Shared };

struct JudgedBudget {
    testplan::BudgetSpec spec; // with its rows, `use` resolved
    BudgetOrigin origin = BudgetOrigin::Own;
};

struct JudgingOptions {
    double timeScale = 1; // multiplies delayAbortEval, window and warmUp
};

enum class Moment : std::uint8_t { Running, Ended };

} // namespace bw::verdict
