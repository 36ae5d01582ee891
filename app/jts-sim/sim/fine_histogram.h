#pragma once

#include "core/base/clock.h"

#include <array>
#include <cstdint>
#include <vector>

namespace bw::jts {

// The simulator's own record of service times: exact count, minimum, maximum and sum, and counts in buckets
// of one nanosecond up to 4 us and of at most 1/2048 of the value above. Finer than, and apart from, what a
// load generator uses, so that one can be checked against the other. Not thread-safe.
class FineHistogram {
public:
    static constexpr Duration highest = std::chrono::hours(1); // longer ones are counted here

    void add(Duration value, std::uint64_t times = 1);
    void add(const FineHistogram& other);
    void clear();

    [[nodiscard]] std::uint64_t count() const { return m_count; }
    [[nodiscard]] Duration sum() const { return Duration(m_sum); }
    [[nodiscard]] Duration min() const { return Duration(m_count == 0 ? 0 : m_min); }
    [[nodiscard]] Duration max() const { return Duration(m_max); }

    // k6's rule: position p·(count − 1) between the sorted values, interpolated; p in [0, 1].
    [[nodiscard]] Duration percentile(double p) const;

    struct Bucket {
        Duration low;  // first value that counts here
        Duration high; // last value
        std::uint64_t count = 0;
    };
    // The buckets that hold something, ascending.
    [[nodiscard]] std::vector<Bucket> buckets() const;

private:
    static constexpr int subBits = 11;
    static constexpr std::size_t subCount = std::size_t{1} << subBits;
    static constexpr std::size_t octaveCount = 32; // 2^11 ns · 2^31 is over an hour

    [[nodiscard]] double valueAt(std::uint64_t rank) const;

    // Octave 0 holds 0 to 2^11 - 1 ns one by one; octave k the values with k + 11 bits. Made when first
    // needed.
    std::array<std::vector<std::uint64_t>, octaveCount> m_octaves;
    std::uint64_t m_count = 0;
    std::int64_t m_sum = 0;
    std::int64_t m_min = 0;
    std::int64_t m_max = 0;
};

} // namespace bw::jts
