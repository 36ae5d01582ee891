#pragma once

#include "core/analysis/measured_run.h"

#include <cstdint>

namespace bw::analysis {

// The scale on which a statistic is compared: differences on it have a spread that does not depend on the
// value. Logarithms for times and rates a second, so that a difference is a ratio; for shares the
// variance-stabilising 2·asin √p of Freeman and Tukey (1950) with Anscombe's 3/8, which knows that 0 of 100
// is less sure than 0 of 100,000.
class Scale {
public:
    // `samples`: behind the value; what a share is a share of.
    [[nodiscard]] static double to(Statistic statistic, double value, double samples);
    [[nodiscard]] static double from(Statistic statistic, double scaled);

    // The least that the variance of a value on the scale can be: a share's, of independent samples.
    [[nodiscard]] static double leastVariance(Statistic statistic, double samples);
};

} // namespace bw::analysis
