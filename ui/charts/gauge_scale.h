#pragma once

#include "core/verdict/evaluation.h"

#include <optional>

namespace bw::charts {

// Where things stand on a gauge's arc, from 0 (its beginning, the good side) to 1. The limit always stands at
// the same place, so that a row of gauges reads at a glance, whatever their units.
inline constexpr double kLimitPlace = 0.75;

// Place of a figure of this limit. Upper bounds: the share of the limit. Lower bounds are mirrored: the more,
// the nearer to the beginning. None when it cannot be told.
[[nodiscard]] std::optional<double> placeOf(const verdict::LimitResult& limit, double figure);

} // namespace bw::charts
