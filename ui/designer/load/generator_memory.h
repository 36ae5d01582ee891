#pragma once

#include "core/testplan/test_plan.h"

namespace bw::designer {

// What the load generator will need for this many virtual users of the plan, in bytes: an estimate from the
// figures in resources/help/benchmarks.md, which were measured per user without a body that is kept.
[[nodiscard]] double generatorBytes(const testplan::TestPlan& plan, double vus);

} // namespace bw::designer
