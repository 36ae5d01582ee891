#pragma once

#include "core/verdict/evaluation.h"

#include <cstdint>
#include <optional>

namespace bw::charts {

// Where things stand on a gauge's arc, from 0 (its beginning, the good side) to 1. The limit always stands at
// the same place, so that a row of gauges reads at a glance, whatever their units.
inline constexpr double kLimitPlace = 0.75;

// From four fifths of its limit on a figure is close to it: the specification paints the latency of orders
// yellow from 8 ms and red from 10 ms.
inline constexpr double kCloseFrom = 0.8;

enum class Standing : std::uint8_t { Unknown, Good, Close, Over };

// How much of its limit a figure has used up: 1 is at the limit, more is beyond it, also of lower bounds; of
// a share that must be reached, it is what may be missing. None when it cannot be told.
[[nodiscard]] std::optional<double> pressureOf(const verdict::LimitResult& limit, double figure);

// Place of a figure of this limit. None when it cannot be told.
[[nodiscard]] std::optional<double> placeOf(const verdict::LimitResult& limit, double figure);

// Of the limit's own value. A throughput that is all that was offered is good: more could not be had.
[[nodiscard]] Standing standingOf(const verdict::LimitResult& limit);

} // namespace bw::charts
