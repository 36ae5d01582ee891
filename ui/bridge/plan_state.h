#pragma once

#include "core/testplan/problem.h"
#include "core/testplan/test_plan.h"

#include <cstddef>
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

// Plans of up to this size are validated while one types, a few milliseconds a key; larger ones afterwards.
inline constexpr std::size_t kLiveBytes = std::size_t{256} * 1024;

// Reads and validates a text.
[[nodiscard]] PlanStatePtr readPlanState(std::string text);
// The canonical text of a plan, validated; a large one keeps the problems of the state before until it is
// looked at. Null when the plan would not be readable again, as with two variables of one name.
[[nodiscard]] PlanStatePtr writePlanState(testplan::TestPlan plan, const PlanState& before);
// It says that a newer program wrote the plan.
[[nodiscard]] bool isNewerFormat(const PlanState& state);

// A small plan that runs, to begin with: one request, two users, ten seconds.
[[nodiscard]] std::string newPlanText();

} // namespace bw::bridge
