#pragma once

#include "ui/charts/curve.h"

#include <optional>

// What curves say at a second of the run; pure functions.
namespace bw::charts {

// None where the curve has no sample.
[[nodiscard]] std::optional<double> valueAt(const Curve& curve, double second);
[[nodiscard]] std::optional<double> lastValue(const Curve& curve);
[[nodiscard]] bool hasSamples(const ChartData& data);

// The second nearest to `wanted` at which a curve has a sample.
[[nodiscard]] std::optional<double> nearestSecond(const ChartData& data, double wanted);

// The next second with a sample, at least `step` later (earlier, when negative); the outermost one when there
// is none. Without `from`: from outside, on the side that `step` leads away from.
[[nodiscard]] std::optional<double> nextSecond(const ChartData& data, std::optional<double> from,
                                               double step);

} // namespace bw::charts
