#pragma once

#include "core/verdict/evaluation.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace bw::charts {

enum class Trend : std::uint8_t { Unknown, Falling, Steady, Rising };

// Figures of one limit, one for each second, the newest last; none where nothing was measured.
using Figures = std::vector<std::optional<double>>;

// Where the figures go, by the straight line through them: what moves by less than a tenth of itself, or by
// less than a fiftieth of its limit, is steady. Fewer than ten figures tell nothing.
[[nodiscard]] Trend trendOf(const Figures& figures, const verdict::LimitResult& limit);

} // namespace bw::charts
