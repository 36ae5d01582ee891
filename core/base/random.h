#pragma once

#include <array>
#include <cstdint>

namespace bw {

// xoshiro256** 1.0 by Blackman and Vigna ("Scrambled Linear Pseudorandom Number Generators", 2018), seeded
// through SplitMix64. The same seed and stream give the same numbers on every machine. Not thread-safe: one
// per owner.
class Random {
public:
    // Streams of one seed are independent of each other; a virtual user's stream is its number.
    explicit Random(std::uint64_t seed, std::uint64_t stream = 0);

    [[nodiscard]] std::uint64_t next();

    // Evenly in [0, 1), 53 bits.
    [[nodiscard]] double unit();

    // Evenly in [0, bound), without bias (Lemire 2019); bound > 0.
    [[nodiscard]] std::uint64_t below(std::uint64_t bound);

    // Evenly in [low, high], both included; low <= high.
    [[nodiscard]] std::int64_t between(std::int64_t low, std::int64_t high);

    // Mean 0, standard deviation 1 (Marsaglia's polar method).
    [[nodiscard]] double normal();

    // Mean 1.
    [[nodiscard]] double exponential();

private:
    std::array<std::uint64_t, 4> m_state;
};

} // namespace bw
