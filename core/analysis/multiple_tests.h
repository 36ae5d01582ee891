#pragma once

#include <vector>

namespace bw::analysis {

// Two-sided p-value of a t statistic; `freedom` >= 1, infinity: the normal distribution.
[[nodiscard]] double tTest(double t, double freedom);
// The t value that a share of (1 + confidence) / 2 lies below.
[[nodiscard]] double tQuantile(double confidence, double freedom);

// Holm's adjusted p-values ("A simple sequentially rejective multiple test procedure", 1979), beside the
// given ones: those below α are false with a probability of α for all of them together, however they depend
// on each other.
[[nodiscard]] std::vector<double> holm(const std::vector<double>& values);

} // namespace bw::analysis
