#include "core/metrics/heat_map.h"

#include <algorithm>
#include <limits>

namespace bw::metrics {
namespace {

constexpr std::int64_t kWidest = std::int64_t{1} << 40; // seconds; so that doubling cannot overflow

// Makes room for the band.
std::uint32_t& countOf(HeatMap::Column& column, std::uint32_t band) {
    if (column.counts.empty()) {
        column.firstBand = band;
    } else if (band < column.firstBand) {
        column.counts.insert(column.counts.begin(), column.firstBand - band, 0);
        column.firstBand = band;
    }
    if (band - column.firstBand >= column.counts.size()) {
        column.counts.resize(band - column.firstBand + 1);
    }
    return column.counts[band - column.firstBand];
}

void addTo(std::uint32_t& count, std::uint64_t more) {
    constexpr std::uint64_t kMost = std::numeric_limits<std::uint32_t>::max();
    count = static_cast<std::uint32_t>(std::min(kMost, more > kMost ? kMost : count + more));
}

void join(HeatMap::Column& column, const HeatMap::Column& next) {
    for (std::size_t i = 0; i < next.counts.size(); ++i) {
        if (next.counts[i] > 0) {
            addTo(countOf(column, next.firstBand + static_cast<std::uint32_t>(i)), next.counts[i]);
        }
    }
}

} // namespace

void HeatMap::add(std::int64_t second, std::int64_t width, const Histogram& times) {
    const std::int64_t since = std::max<std::int64_t>(0, second - m_begin);
    width = std::min(width, kWidest);
    while (since / m_columnSeconds >= static_cast<std::int64_t>(kMostColumns) || m_columnSeconds < width) {
        halve();
    }
    const auto at = static_cast<std::size_t>(since / m_columnSeconds);
    if (at >= m_columns.size()) {
        m_columns.resize(at + 1);
    }
    times.forEachBucket([&](const HistogramBucket& bucket) {
        addTo(countOf(m_columns[at], Histogram::bucketOf(bucket.lower) / kBucketsPerBand), bucket.count);
    });
}

void HeatMap::halve() {
    for (std::size_t pair = 0; 2 * pair < m_columns.size(); ++pair) {
        if (pair > 0) {
            m_columns[pair] = std::move(m_columns[2 * pair]);
        }
        if (2 * pair + 1 < m_columns.size()) {
            join(m_columns[pair], m_columns[2 * pair + 1]);
        }
    }
    m_columns.resize((m_columns.size() + 1) / 2);
    m_columnSeconds *= 2;
}

std::uint64_t HeatMap::edge(std::uint32_t band) {
    const std::uint32_t bucket = band * kBucketsPerBand;
    return bucket < Histogram::kBuckets ? Histogram::bucketAt(bucket).lower : Histogram::kHighest;
}

} // namespace bw::metrics
