#pragma once

#include "core/run/run_observer.h"
#include "core/runplan/run_plan.h"

#include <span>

namespace bw::run {

// Fills in what the plan says of this moment; `scheduleTime` counts from the start of the load, without
// pauses; `added` is by hand, by scenario. Stage, snapshot and pauses are there.
void describeProgress(const runplan::RunPlan& plan, Duration scheduleTime, std::span<const double> added,
                      Progress& progress);

} // namespace bw::run
