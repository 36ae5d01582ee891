#pragma once

#include "core/analysis/measured_run.h"
#include "core/base/random.h"

#include <optional>
#include <vector>

namespace bw::analysis {

// How far the statistics of one run would scatter if the same run were made again: the variance of each on
// its scale, by the local block bootstrap (Paparoditis and Politis, "Local block bootstrap", 2002). Whole
// blocks of seconds are drawn, since samples of one moment depend on each other; each from the neighbourhood
// of the one it replaces, since the load of a run changes. The drawn neighbourhoods being short, the variance
// is corrected by n / (n − 1).
//
// Empty where there are too few blocks with samples.
struct RunVariances {
    std::vector<double> variances; // beside `statistics`
};
[[nodiscard]] std::optional<RunVariances> bootstrapVariances(const MeasuredSeries& series,
                                                             const std::vector<Statistic>& statistics,
                                                             double secondsPerBlock, Random& random);

} // namespace bw::analysis
