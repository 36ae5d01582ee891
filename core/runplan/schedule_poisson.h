#pragma once

#include "core/base/random.h"

#include <cstdint>

namespace bw::runplan {

// How many events a Poisson process of this mean has; the same on every machine for the same random state.
// Takes constant time. `mean` >= 0.
[[nodiscard]] std::uint64_t poissonCount(Random& random, long double mean);

// The places of `count` events of a Poisson process in [0, 1), in ascending order: the order statistics of
// evenly distributed numbers, made one after the other. Not thread-safe.
class PoissonPlaces {
public:
    PoissonPlaces(Random random, std::uint64_t count)
        : m_random(random)
        , m_left(count) {}

    // Call at most `count` times.
    [[nodiscard]] long double next();

private:
    Random m_random;
    std::uint64_t m_left;
    long double m_place = 0;
    long double m_rest = 1;
};

} // namespace bw::runplan
