#pragma once

#include "core/base/id.h"
#include "core/metrics/metric.h"
#include "core/metrics/tag_set.h"

#include <cstdint>
#include <deque>
#include <span>
#include <vector>

namespace bw::metrics {

// A metric and its tags.
struct Series {
    MetricId metric;
    TagSet tags;
    friend bool operator==(const Series&, const Series&) = default;
};

// A series in one writer's table, and in the run's. They do not mix.
using LocalSeriesId = Id<struct LocalSeriesIdTag>;
using SeriesId = Id<struct SeriesIdTag>;

// What the overflow series of a metric is tagged with.
inline constexpr TagView kOtherTag{"__other__", "true"};
inline constexpr std::size_t kMaxSeries = 5000;

// Gives series dense numbers in the order they appear. When `limit` series are known, a new one is answered
// with its metric's overflow series ({__other__: true}, beyond the limit), and counted. Not thread-safe; a
// known series is found without allocation, whatever the tags' order.
class SeriesTable {
public:
    explicit SeriesTable(std::size_t limit = kMaxSeries);

    [[nodiscard]] std::uint32_t intern(MetricId metric, std::span<const TagView> tags);
    [[nodiscard]] std::uint32_t intern(const Series& series);

    // Precondition: index < size().
    [[nodiscard]] const Series& operator[](std::uint32_t index) const { return m_series[index]; }
    [[nodiscard]] std::size_t size() const { return m_series.size(); }

    // How often a series was asked for that had no room.
    [[nodiscard]] std::uint64_t overflowed() const { return m_overflowed; }

private:
    static constexpr std::uint32_t kNone = UINT32_MAX;
    struct Cell {
        std::uint64_t hash = 0;
        std::uint32_t index = kNone;
    };

    std::uint32_t internSorted(MetricId metric, std::span<const TagView> tags);
    std::uint32_t overflow(MetricId metric);
    std::uint32_t append(MetricId metric, std::span<const TagView> tags);
    Cell& cellFor(std::uint64_t hash, MetricId metric, std::span<const TagView> tags);
    void grow();

    std::size_t m_limit;
    std::size_t m_ordinary = 0;          // without the overflow series
    std::deque<Series> m_series;         // references stay valid
    std::vector<Cell> m_cells;           // open addressing, a power of two, at most half full
    std::vector<std::uint32_t> m_others; // by metric
    std::uint64_t m_overflowed = 0;
};

// The series of a run by their global number. Written by the controller's thread alone; what other threads
// need travels with the frames.
class SeriesDirectory {
public:
    explicit SeriesDirectory(std::size_t limit = kMaxSeries)
        : m_table(limit) {}

    [[nodiscard]] SeriesId intern(const Series& series) { return SeriesId{m_table.intern(series)}; }
    [[nodiscard]] const Series& operator[](SeriesId id) const { return m_table[id.value]; }
    [[nodiscard]] std::size_t size() const { return m_table.size(); }
    [[nodiscard]] std::uint64_t overflowed() const { return m_table.overflowed(); }

private:
    SeriesTable m_table;
};

} // namespace bw::metrics
