#include "core/analysis/scale.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace bw::analysis {
namespace {

// Below a nanosecond, or one in 30 years, nothing was measured.
constexpr double kLeast = 1e-9;

} // namespace

double Scale::to(Statistic statistic, double value, double samples) {
    if (statistic != Statistic::Share) {
        return std::log(std::max(value, kLeast));
    }
    const double share = (value * samples + 0.375) / (samples + 0.75);
    return 2 * std::asin(std::sqrt(std::clamp(share, 0.0, 1.0)));
}

double Scale::from(Statistic statistic, double scaled) {
    if (statistic != Statistic::Share) {
        return std::exp(scaled);
    }
    const double root = std::sin(std::clamp(scaled, 0.0, std::numbers::pi) / 2);
    return root * root;
}

double Scale::leastVariance(Statistic statistic, double samples) {
    return statistic == Statistic::Share ? 1 / (samples + 0.5) : 0;
}

} // namespace bw::analysis
