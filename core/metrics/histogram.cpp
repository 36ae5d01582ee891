#include "core/metrics/histogram.h"

#include <cmath>

namespace bw::metrics {

void Histogram::record(Duration time) {
    const std::int64_t value = time.count();
    if (value >= 0 && static_cast<std::uint64_t>(value) <= kHighest) [[likely]]
        return recordClamped(static_cast<std::uint64_t>(value));
    ++m_outOfRange;
    recordClamped(value < 0 ? 0 : kHighest);
}

void Histogram::recordScaled(double value) {
    const double scaled = value * 1e6;
    if (scaled >= 0 && scaled <= static_cast<double>(kHighest)) [[likely]]
        return recordClamped(static_cast<std::uint64_t>(std::llround(scaled)));
    ++m_outOfRange;
    recordClamped(scaled > 0 ? kHighest : 0);
}

void Histogram::recordClamped(std::uint64_t value) {
    const std::uint32_t index = bucketOf(value);
    if (++counter(index) == 0) [[unlikely]]
        spill(index, 1);
    ++m_count;
    m_sum += value;
    m_min = std::min(m_min, value);
    m_max = std::max(m_max, value);
}

// The low word of a bucket's count; a new bucket's is 0.
std::uint32_t& Histogram::counter(std::uint32_t index) {
    if (m_isDense)
        return m_dense[index];
    if (m_sparse.capacity() == 0)
        m_sparse.reserve(kSparseBuckets);
    const auto place = std::ranges::lower_bound(m_sparse, index, {}, &Slot::index);
    if (place != m_sparse.end() && place->index == index)
        return place->count;
    if (m_sparse.size() < kSparseBuckets)
        return m_sparse.insert(place, Slot{.index = index})->count;
    makeDense();
    return m_dense[index];
}

void Histogram::makeDense() {
    m_dense.assign(kBuckets, 0);
    for (const Slot& slot : m_sparse)
        m_dense[slot.index] = slot.count;
    m_sparse.clear();
    m_isDense = true;
}

void Histogram::spill(std::uint32_t index, std::uint32_t words) {
    const auto place = std::ranges::lower_bound(m_high, index, {}, &HighWord::index);
    if (place != m_high.end() && place->index == index)
        place->word += words;
    else
        m_high.insert(place, {index, words});
}

std::uint32_t Histogram::highWord(std::uint32_t index) const {
    const auto place = std::ranges::lower_bound(m_high, index, {}, &HighWord::index);
    return place != m_high.end() && place->index == index ? place->word : 0;
}

std::uint64_t Histogram::countAt(std::uint32_t index) const {
    if (m_isDense)
        return withHigh(index, m_dense[index]);
    const auto place = std::ranges::lower_bound(m_sparse, index, {}, &Slot::index);
    return place != m_sparse.end() && place->index == index ? withHigh(index, place->count) : 0;
}

void Histogram::addTo(std::uint32_t index, std::uint64_t count) {
    std::uint32_t& low = counter(index);
    const std::uint64_t sum = low + (count & UINT32_MAX);
    low = static_cast<std::uint32_t>(sum);
    if (const std::uint64_t words = (count >> 32) + (sum >> 32))
        spill(index, static_cast<std::uint32_t>(words));
}

void Histogram::setCount(std::uint32_t index, std::uint64_t count) {
    std::erase_if(m_high, [index](const HighWord& high) { return high.index == index; });
    counter(index) = static_cast<std::uint32_t>(count);
    if (count >> 32)
        spill(index, static_cast<std::uint32_t>(count >> 32));
}

double Histogram::mean() const {
    return m_count == 0 ? 0 : static_cast<double>(m_sum) / static_cast<double>(m_count);
}

double Histogram::valueAtRank(std::uint64_t rank, std::uint32_t index) const {
    if (rank == 0)
        return static_cast<double>(m_min);
    if (rank + 1 == m_count)
        return static_cast<double>(m_max);
    return std::clamp(bucketAt(index).middle(), static_cast<double>(m_min), static_cast<double>(m_max));
}

double Histogram::percentile(double share) const {
    if (m_count == 0)
        return 0;
    const double rank = std::clamp(share, 0.0, 1.0) * static_cast<double>(m_count - 1);
    const auto lower = std::min(static_cast<std::uint64_t>(rank), m_count - 1);
    const std::uint64_t upper = std::min(lower + 1, m_count - 1);
    double lowerValue = 0;
    double upperValue = 0;
    std::uint64_t before = 0;
    const auto isFound = [&](std::uint32_t index, std::uint64_t count) {
        if (lower >= before && lower - before < count)
            lowerValue = valueAtRank(lower, index);
        if (upper >= before && upper - before < count) {
            upperValue = valueAtRank(upper, index);
            return true;
        }
        before += count;
        return false;
    };
    // Not through all buckets: a long run's curves take tens of thousands of percentiles.
    if (m_isDense) {
        for (std::uint32_t index = bucketOf(m_min); !isFound(index, withHigh(index, m_dense[index]));)
            ++index;
    } else {
        for (auto slot = m_sparse.begin(); !isFound(slot->index, withHigh(slot->index, slot->count));)
            ++slot;
    }
    return lowerValue + (upperValue - lowerValue) * (rank - static_cast<double>(lower));
}

std::uint64_t Histogram::countAtMost(Duration limit) const {
    if (m_count == 0 || limit.count() < 0 || static_cast<std::uint64_t>(limit.count()) < m_min)
        return 0;
    if (static_cast<std::uint64_t>(limit.count()) >= m_max)
        return m_count;
    std::uint64_t within = 0;
    forEachBucket([&](const HistogramBucket& bucket) {
        if (bucket.middle() <= static_cast<double>(limit.count()))
            within += bucket.count;
    });
    return within;
}

void Histogram::merge(const Histogram& other) {
    if (other.m_count == 0)
        return;
    if (this == &other)
        return merge(Histogram(other));
    if (m_count == 0) {
        *this = other;
        return;
    }
    other.forEachIndex([this](std::uint32_t index, std::uint64_t count) { addTo(index, count); });
    m_count += other.m_count;
    m_outOfRange += other.m_outOfRange;
    m_sum += other.m_sum;
    m_min = std::min(m_min, other.m_min);
    m_max = std::max(m_max, other.m_max);
}

// Lowest and highest sum that the buckets allow.
Histogram::SumRange Histogram::sumRange() const {
    SumRange range;
    forEachBucket([&range](const HistogramBucket& bucket) {
        range.low += Uint128{bucket.lower} * bucket.count;
        range.high += Uint128{bucket.lower + bucket.width - 1} * bucket.count;
    });
    return range;
}

bool Histogram::contains(const Histogram& other) const {
    bool isPart = other.m_count <= m_count && other.m_sum <= m_sum && other.m_outOfRange <= m_outOfRange &&
                  other.m_min >= m_min && other.m_max <= m_max;
    other.forEachIndex(
        [&](std::uint32_t index, std::uint64_t count) { isPart = isPart && countAt(index) >= count; });
    if (!isPart)
        return false;
    const SumRange mine = sumRange();
    const SumRange others = other.sumRange();
    const Uint128 rest = m_sum - other.m_sum;
    return rest >= mine.low - others.low && rest <= mine.high - others.high &&
           m_outOfRange - other.m_outOfRange <= m_count - other.m_count;
}

Histogram::Subtracted Histogram::subtract(const Histogram& other) {
    if (other.m_count == 0)
        return Subtracted::Yes;
    if (!contains(other))
        return Subtracted::NotAPart;
    if (other.m_count == m_count) {
        clear();
        return Subtracted::Yes;
    }
    other.forEachIndex(
        [this](std::uint32_t index, std::uint64_t count) { setCount(index, countAt(index) - count); });
    std::erase_if(m_sparse, [this](const Slot& slot) { return withHigh(slot.index, slot.count) == 0; });
    m_count -= other.m_count;
    m_outOfRange -= other.m_outOfRange;
    m_sum -= other.m_sum;
    narrowMinMax();
    return Subtracted::Yes;
}

// After a subtraction: what is left of min and max, as near as the buckets tell.
void Histogram::narrowMinMax() {
    if (m_count == 1) {
        m_min = m_max = static_cast<std::uint64_t>(m_sum);
        return;
    }
    std::uint32_t first = kBuckets;
    std::uint32_t last = 0;
    forEachIndex([&](std::uint32_t index, std::uint64_t) {
        first = std::min(first, index);
        last = index;
    });
    if (bucketOf(m_min) != first)
        m_min = bucketAt(first).lower;
    if (bucketOf(m_max) != last)
        m_max = bucketAt(last).lower + bucketAt(last).width - 1;
}

void Histogram::clear() {
    m_sparse.clear();
    m_high.clear();
    m_count = 0;
    m_outOfRange = 0;
    m_sum = 0;
    m_min = UINT64_MAX;
    m_max = 0;
    m_isDense = false;
}

std::size_t Histogram::memory() const {
    return m_sparse.capacity() * sizeof(Slot) + m_dense.capacity() * sizeof(std::uint32_t) +
           m_high.capacity() * sizeof(HighWord);
}

bool operator==(const Histogram& a, const Histogram& b) {
    if (a.m_count != b.m_count || a.m_outOfRange != b.m_outOfRange || a.m_sum != b.m_sum ||
        a.min() != b.min() || a.max() != b.max())
        return false;
    bool isEqual = true;
    a.forEachIndex(
        [&](std::uint32_t index, std::uint64_t count) { isEqual = isEqual && b.countAt(index) == count; });
    return isEqual; // equal sums of counts: b has no bucket that a lacks
}

} // namespace bw::metrics
