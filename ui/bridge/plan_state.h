#pragma once

#include "core/testplan/problem.h"
#include "core/testplan/test_plan.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace bw::bridge {

// A plan at one moment of its editing: immutable, shared by undo steps and views.
struct PlanState {
    std::string text;                        // as it will be saved
    std::optional<testplan::TestPlan> plan;  // none when the text cannot be read as a plan
    std::vector<testplan::Problem> problems; // with lines
};
using PlanStatePtr = std::shared_ptr<const PlanState>;

// Reads and validates a text.
[[nodiscard]] PlanStatePtr readPlanState(std::string text);
// The canonical text of a plan, validated.
[[nodiscard]] PlanStatePtr writePlanState(const testplan::TestPlan& plan);

// A small plan that runs, to begin with: one request, two users, ten seconds.
[[nodiscard]] std::string newPlanText();

} // namespace bw::bridge
