#pragma once

#include "core/metrics/frame.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace bw::metrics {

// The sums of a run so far: every series over all frames. What thresholds, summaries and reports read. A
// value; one thread at a time.
class Totals {
public:
    void add(const Frame& frame);

    // Run time covered, in seconds.
    [[nodiscard]] std::int64_t seconds() const { return m_seconds; }
    // By global number; grows as frames bring series.
    [[nodiscard]] std::size_t seriesCount() const { return m_series.size(); }
    [[nodiscard]] const Series& series(SeriesId id) const { return m_series[id.value]; }
    [[nodiscard]] const SeriesValue& value(SeriesId id) const { return m_values[id.value]; }

    // The merge of every series of the metric whose tags match the filter; the empty value of `type` when
    // there is none.
    [[nodiscard]] SeriesValue sum(MetricId metric, MetricType type, const TagSet& filter = {}) const;

private:
    std::int64_t m_seconds = 0;
    std::vector<Series> m_series;
    std::vector<SeriesValue> m_values;
};

} // namespace bw::metrics
