#pragma once

#include "core/run/run_observer.h"
#include "core/runplan/run_plan.h"

namespace bw::run {

// Fills in what the plan says of this moment; `loadTime` counts from the start of the load. The snapshot is
// there.
void describeProgress(const runplan::RunPlan& plan, Duration loadTime, Progress& progress);

} // namespace bw::run
