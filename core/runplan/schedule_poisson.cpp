#include "core/runplan/schedule_poisson.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace bw::runplan {
namespace {

constexpr long double fewEvents = 10; // up to here gaps are counted
constexpr long double manyEvents =
    1e12; // from here on the normal distribution is the same to all digits that matter

// Stirling's series; exact enough from 10 on, and free of lgamma's global state.
long double logFactorial(long double k) {
    if (k < fewEvents) {
        std::uint64_t product = 1;
        for (std::uint64_t factor = 2; factor <= static_cast<std::uint64_t>(k); ++factor) {
            product *= factor;
        }
        return std::log(static_cast<long double>(product));
    }
    return k * std::log(k) - k + std::log(2 * std::numbers::pi_v<long double> * k) / 2 + 1 / (12 * k) -
           1 / (360 * k * k * k) + 1 / (1260 * k * k * k * k * k);
}

std::uint64_t countGaps(Random& random, long double mean) {
    std::uint64_t count = 0;
    long double at = random.exponential();
    while (at < mean) {
        ++count;
        at += random.exponential();
    }
    return count;
}

// Hörmann, "The transformed rejection method for generating Poisson random variables" (1993), algorithm PTRS.
std::uint64_t transformedRejection(Random& random, long double mean) {
    const long double b = 0.931L + 2.53L * std::sqrt(mean);
    const long double a = -0.059L + 0.02483L * b;
    const long double inverseAlpha = 1.1239L + 1.1328L / (b - 3.4L);
    const long double acceptAtOnce = 0.9277L - 3.6224L / (b - 2);
    for (;;) {
        const long double u = random.unit() - 0.5L;
        const long double v = random.unit();
        const long double us = 0.5L - std::abs(u);
        const long double k = std::floor((2 * a / us + b) * u + mean + 0.43L);
        if (us >= 0.07L && v <= acceptAtOnce) {
            return static_cast<std::uint64_t>(k);
        }
        if (k < 0 || (us < 0.013L && v > us)) {
            continue;
        }
        if (std::log(v * inverseAlpha / (a / (us * us) + b)) <= k * std::log(mean) - mean - logFactorial(k)) {
            return static_cast<std::uint64_t>(k);
        }
    }
}

} // namespace

std::uint64_t poissonCount(Random& random, long double mean) {
    if (mean < fewEvents) {
        return countGaps(random, mean);
    }
    if (mean < manyEvents) {
        return transformedRejection(random, mean);
    }
    const long double drawn = std::round(mean + std::sqrt(mean) * random.normal());
    return static_cast<std::uint64_t>(std::min(drawn, 0x1p63L));
}

long double PoissonPlaces::next() {
    // The smallest of n even numbers in [0, 1) is 1 − V^(1/n), V even: of those left, in what is left of the
    // range.
    const double share = -std::expm1(-m_random.exponential() / static_cast<double>(m_left));
    const long double step = m_rest * share;
    --m_left;
    m_rest -= step;
    m_place += step;
    return m_place;
}

} // namespace bw::runplan
