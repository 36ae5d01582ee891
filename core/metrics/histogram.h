#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace bw::metrics {

__extension__ using Uint128 = unsigned __int128;

class ByteReader;

// A bucket holds the whole numbers [lower, lower + width).
struct HistogramBucket {
    std::uint64_t lower = 0;
    std::uint64_t width = 1;
    std::uint64_t count = 0;

    // What every sample of the bucket counts as: at most 0.78 % away from it.
    [[nodiscard]] double middle() const {
        return static_cast<double>(lower) + static_cast<double>(width - 1) / 2.0;
    }
};

enum class HistogramError {
    Truncated,      // the bytes end inside the histogram
    UnknownVersion, // written by a newer program
    Damaged,        // figures that contradict each other
};

// The one histogram of the program: times in nanoseconds from 0 to 1 h; values outside are clamped and
// counted as out of range. Values below 128 are exact, above that an octave has 64 linear buckets (±0.78 %).
// Count, sum, min and max are exact (after subtract() min and max may be a bucket's edge). The layout is a
// file format, see the README.
//
// A trend that is no time uses the same layout with value × 1,000,000, so that always value = nanoseconds /
// 1e6.
//
// Counts are 32 bits wide; what goes beyond spills into a list of high words, so no count is ever lost. Up to
// 64 filled buckets are a sorted list, more a table of 9.4 KB. record() does not allocate once the histogram
// has reached its form; clear() keeps the memory. Not thread-safe.
class Histogram {
public:
    static constexpr std::uint64_t kHighest = 3'600'000'000'000; // 1 h
    static constexpr std::uint32_t kSubBuckets = 64;
    static constexpr std::uint32_t kBuckets = 2345; // bucketOf(kHighest) + 1
    static constexpr std::size_t kSparseBuckets = 64;

    static constexpr std::uint32_t bucketOf(std::uint64_t value) {
        if (value < std::uint64_t{2} * kSubBuckets)
            return static_cast<std::uint32_t>(value);
        const auto shift = static_cast<std::uint32_t>(std::bit_width(value)) - 7;
        return shift * kSubBuckets + static_cast<std::uint32_t>(value >> shift);
    }
    static constexpr HistogramBucket bucketAt(std::uint32_t index) {
        if (index < 2 * kSubBuckets)
            return {.lower = index};
        const std::uint32_t shift = index / kSubBuckets - 1;
        return {.lower = std::uint64_t{index % kSubBuckets + kSubBuckets} << shift,
                .width = std::uint64_t{1} << shift};
    }

    void record(Duration time);
    // For trends that are no times; NaN counts as 0, out of range.
    void recordScaled(double value);

    [[nodiscard]] std::uint64_t count() const { return m_count; }
    [[nodiscard]] bool empty() const { return m_count == 0; }
    [[nodiscard]] std::uint64_t outOfRange() const { return m_outOfRange; }
    [[nodiscard]] Uint128 sum() const { return m_sum; }
    // Nanoseconds; all 0 when empty.
    [[nodiscard]] std::uint64_t min() const { return m_count == 0 ? 0 : m_min; }
    [[nodiscard]] std::uint64_t max() const { return m_count == 0 ? 0 : m_max; }
    [[nodiscard]] double mean() const;

    // k6's percentile in nanoseconds: rank share·(n−1) among the sorted samples, interpolated between
    // neighbours, each standing for its bucket's middle clipped to [min, max]; the first and the last are min
    // and max themselves. share is clipped to [0, 1]; 0 when empty.
    [[nodiscard]] double percentile(double share) const;

    // How many samples took at most `limit`: exact but for the bucket that limit falls into, which counts
    // when its middle is at most limit.
    [[nodiscard]] std::uint64_t countAtMost(Duration limit) const;

    void merge(const Histogram& other);

    enum class Subtracted { Yes, NotAPart };
    // Takes away what merge() added. When other is no part of this, nothing changes.
    [[nodiscard]] Subtracted subtract(const Histogram& other);

    void clear();

    // visit(const HistogramBucket&) for every filled bucket, ascending.
    template <class Visit>
    void forEachBucket(Visit&& visit) const {
        forEachIndex([&visit](std::uint32_t index, std::uint64_t count) {
            HistogramBucket bucket = bucketAt(index);
            bucket.count = count;
            visit(bucket);
        });
    }

    // Appends the bytes that the README describes.
    void encode(std::string& out) const;
    [[nodiscard]] static Result<Histogram, HistogramError> decode(ByteReader& reader);

    // Bytes on the heap.
    [[nodiscard]] std::size_t memory() const;

    friend bool operator==(const Histogram& a, const Histogram& b);

private:
    struct Slot {
        std::uint32_t index = 0;
        std::uint32_t count = 0;
    };
    struct HighWord {
        std::uint32_t index = 0;
        std::uint32_t word = 0; // counts 2^32 each
    };

    struct SumRange {
        Uint128 low = 0;
        Uint128 high = 0;
    };

    void recordClamped(std::uint64_t value);
    std::uint32_t& counter(std::uint32_t index);
    void addTo(std::uint32_t index, std::uint64_t count);
    void setCount(std::uint32_t index, std::uint64_t count);
    void spill(std::uint32_t index, std::uint32_t words);
    [[nodiscard]] std::uint32_t highWord(std::uint32_t index) const;
    [[nodiscard]] std::uint64_t countAt(std::uint32_t index) const;
    void makeDense();
    void narrowMinMax();
    [[nodiscard]] bool contains(const Histogram& other) const;
    [[nodiscard]] SumRange sumRange() const;
    [[nodiscard]] std::optional<HistogramError> decodeBuckets(ByteReader& reader, std::uint64_t buckets);
    [[nodiscard]] double valueAtRank(std::uint64_t rank, std::uint32_t index) const;

    // visit(index, count) in ascending order.
    template <class Visit>
    void forEachIndex(Visit&& visit) const {
        if (m_count == 0)
            return;
        if (!m_isDense) {
            for (const Slot& slot : m_sparse)
                if (const std::uint64_t count = withHigh(slot.index, slot.count))
                    visit(slot.index, count);
            return;
        }
        const std::uint32_t last = bucketOf(m_max);
        for (std::uint32_t index = bucketOf(m_min); index <= last; ++index)
            if (const std::uint64_t count = withHigh(index, m_dense[index]))
                visit(index, count);
    }
    [[nodiscard]] std::uint64_t withHigh(std::uint32_t index, std::uint32_t low) const {
        return m_high.empty() ? low : (std::uint64_t{highWord(index)} << 32) + low;
    }

    std::vector<Slot> m_sparse;         // sorted by index; in use while !m_isDense
    std::vector<std::uint32_t> m_dense; // kBuckets counts; in use while m_isDense
    std::vector<HighWord> m_high;       // sorted by index; nearly always empty
    std::uint64_t m_count = 0;
    std::uint64_t m_outOfRange = 0;
    Uint128 m_sum = 0;
    std::uint64_t m_min = UINT64_MAX;
    std::uint64_t m_max = 0;
    bool m_isDense = false;
};

static_assert(Histogram::bucketOf(Histogram::kHighest) + 1 == Histogram::kBuckets);

} // namespace bw::metrics
