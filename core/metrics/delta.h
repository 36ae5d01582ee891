#pragma once

#include "core/metrics/series.h"
#include "core/metrics/series_value.h"

#include <cstdint>
#include <vector>

namespace bw::metrics {

// What one writer measured in the seconds [first, first + seconds) of run time. Reused: clear() keeps all
// memory, so a warm writer allocates nothing.
class Delta {
public:
    std::int64_t first = 0;
    std::int64_t seconds = 1; // more than 1 when the taker was too slow

    // Series that appeared since the writer's last delta, in the order of their local numbers.
    std::vector<Series> newSeries;

    // Local numbers of the series that moved, in the order they first moved.
    [[nodiscard]] const std::vector<LocalSeriesId>& moved() const { return m_moved; }
    // Precondition: the series moved.
    [[nodiscard]] const SeriesValue& value(LocalSeriesId series) const { return m_cells[series.value].value; }
    [[nodiscard]] bool empty() const { return m_moved.empty() && newSeries.empty(); }

    // The series' value in this delta, marked as moved; `type` is its metric's.
    [[nodiscard]] SeriesValue& touch(LocalSeriesId series, MetricType type);

    void clear();

private:
    struct Cell {
        SeriesValue value;
        bool moved = false;
        bool typed = false;
    };

    SeriesValue& touchNew(LocalSeriesId series, MetricType type);

    std::vector<Cell> m_cells; // by local number
    std::vector<LocalSeriesId> m_moved;
};

inline SeriesValue& Delta::touch(LocalSeriesId series, MetricType type) {
    if (series.value < m_cells.size() && m_cells[series.value].moved) [[likely]]
        return m_cells[series.value].value;
    return touchNew(series, type);
}

} // namespace bw::metrics
