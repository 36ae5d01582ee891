#include "core/metrics/delta.h"

namespace bw::metrics {

SeriesValue& Delta::touchNew(LocalSeriesId series, MetricType type) {
    if (series.value >= m_cells.size())
        m_cells.resize(series.value + std::size_t{1});
    Cell& cell = m_cells[series.value];
    if (!cell.typed) {
        cell.value = emptyValue(type);
        cell.typed = true;
    }
    cell.moved = true;
    m_moved.push_back(series);
    return cell.value;
}

void Delta::clear() {
    for (const LocalSeriesId series : m_moved) {
        Cell& cell = m_cells[series.value];
        clearValue(cell.value);
        cell.moved = false;
    }
    m_moved.clear();
    newSeries.clear();
    seconds = 1;
}

} // namespace bw::metrics
