#pragma once

#include "core/base/clock.h"
#include "core/testplan/scenario.h"

#include <cstdint>

namespace bw::runplan {

// How long an externally-controlled scenario lasts whose duration is 0, which means until it is stopped.
inline constexpr Duration kUntilStopped = std::chrono::hours(24);

// How long the scenario starts iterations, from its own start: duration, maxDuration or the sum of the
// stages. Saturates at the longest duration.
[[nodiscard]] Duration scenarioDuration(const testplan::Scenario& scenario);

// When at the latest all is over, from the scenario's own start: scenarioDuration plus gracefulStop.
[[nodiscard]] Duration maxDuration(const testplan::Scenario& scenario);

// The most VUs that the scenario can have at a time, over all segments.
[[nodiscard]] std::uint32_t maxVus(const testplan::Scenario& scenario);

// Whether the scenario is an open model: arrivals are due whether or not the target keeps up.
[[nodiscard]] bool isOpenModel(const testplan::Scenario& scenario);

// The same load in shorter or longer time: startTime, duration, stages and maxDuration times `factor`, never
// rates, counts or graceful windows. A time that was not 0 stays at least 1 ns. `factor` is finite and > 0.
[[nodiscard]] testplan::Scenario scaled(const testplan::Scenario& scenario, double factor);

} // namespace bw::runplan
