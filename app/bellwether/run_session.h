#pragma once

#include "app/bellwether/run_options.h"
#include "core/run/run_request.h"

namespace bw::app {

// Runs a plan on the terminal: progress, summary, files. Returns the exit code.
[[nodiscard]] int runPlan(const run::RunRequest& request, const RunOutput& output);

} // namespace bw::app
