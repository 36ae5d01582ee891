#pragma once

#include "core/metrics/histogram.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace bw::metrics {

// How many times lay where over a run: columns of some seconds, eight bands to an octave. Bounded: when
// the columns are full, neighbours become one. A value; not thread-safe.
class HeatMap {
public:
    static constexpr std::size_t kMostColumns = 1440;
    static constexpr std::uint32_t kBucketsPerBand = 8; // of the histogram's

    struct Column {
        std::uint32_t firstBand = 0;
        std::vector<std::uint32_t> counts; // of the bands from there on; empty: nothing came
        friend bool operator==(const Column&, const Column&) = default;
    };

    HeatMap() = default;
    // The first column begins at this second; a column is at least so many seconds wide.
    HeatMap(std::int64_t begin, std::int64_t columnSeconds)
        : m_begin(begin)
        , m_columnSeconds(columnSeconds < 1 ? 1 : columnSeconds) {}

    // What came in `width` seconds from this one on; columns become at least as wide. Seconds before the
    // begin count as it.
    void add(std::int64_t second, std::int64_t width, const Histogram& times);

    [[nodiscard]] std::int64_t begin() const { return m_begin; }
    [[nodiscard]] std::int64_t columnSeconds() const { return m_columnSeconds; }
    [[nodiscard]] const std::vector<Column>& columns() const { return m_columns; }
    // Nanoseconds: a band holds the times from its edge up to the next one's.
    [[nodiscard]] static std::uint64_t edge(std::uint32_t band);

    friend bool operator==(const HeatMap&, const HeatMap&) = default;

private:
    void halve();

    std::int64_t m_begin = 0;
    std::int64_t m_columnSeconds = 1;
    std::vector<Column> m_columns;
};

} // namespace bw::metrics
