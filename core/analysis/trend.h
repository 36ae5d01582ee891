#pragma once

#include "core/analysis/measured_run.h"

#include <cstdint>
#include <span>
#include <vector>

namespace bw::analysis {

// Of the two in the middle the mean. Precondition: there is a value.
[[nodiscard]] double median(std::vector<double> values);

// Whether values, one after the other, go one way: Mann's test ("Nonparametric tests against trend", 1945)
// with the correction for ties, and Sen's slope (1968), the median of all pairs' slopes.
struct MannKendall {
    double s = 0;        // pairs that rise less pairs that fall
    double variance = 0; // of s, if there was no trend
    double z = 0;
    double p = 1;     // two-sided
    double slope = 0; // a step
};
// Fewer than two values: no trend.
[[nodiscard]] MannKendall mannKendall(std::span<const double> values);

enum class Trend : std::uint8_t { Unknown, Stable, Improving, Degrading };

// Where the values of runs go, the oldest first. Unknown with fewer than 5. A way that is not sure (p above
// 0.05) or that leads less far than `least`, as a share of the median (of a Share: as a difference), is
// stable.
[[nodiscard]] Trend trendOf(std::span<const double> values, Statistic statistic, Better better, double least);

} // namespace bw::analysis
