#pragma once

#include "core/testplan/problem.h"
#include "core/testplan/step.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace bw::testplan {

// Steps as JSON text, as they are copied from one plan to another: a list as it stands in a plan.
[[nodiscard]] std::string writeStepText(const Steps& steps);

struct StepTextOutcome {
    std::optional<Steps> steps;    // there whenever the text could be read whole
    std::vector<Problem> problems; // of reading alone: what steps refer to is not looked at
};
// One step, or a list of steps. Any bytes may come in.
[[nodiscard]] StepTextOutcome parseStepText(std::string_view text);

} // namespace bw::testplan
