#pragma once

#include "core/testplan/test_plan.h"

#include <functional>

namespace bw::testplan {

// Calls visit for every step of the plan, a step before those inside it, in the order of the document.
void forEachStep(const TestPlan& plan, const std::function<void(const Step&)>& visit);
void forEachStep(const Steps& steps, const std::function<void(const Step&)>& visit);

// The lists of steps inside a step: none for a leaf.
[[nodiscard]] std::vector<const Steps*> stepsInside(const Step& step);

} // namespace bw::testplan
