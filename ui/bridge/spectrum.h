#pragma once

#include "core/metrics/histogram.h"

#include <vector>

namespace bw::bridge {

// A place of a percentile spectrum: so large a share took at most so long.
struct SpectrumPoint {
    double share = 0;
    double milliseconds = 0;
};

// Evenly in the number of nines, as far as there is a sample behind each point; none without samples.
[[nodiscard]] std::vector<SpectrumPoint> spectrumOf(const metrics::Histogram& times);

} // namespace bw::bridge
