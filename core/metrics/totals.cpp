#include "core/metrics/totals.h"

#include <algorithm>

namespace bw::metrics {

void Totals::add(const Frame& frame) {
    m_seconds = std::max(m_seconds, frame.end());
    for (const SeriesDefinition& added : frame.newSeries) {
        if (added.id.value >= m_series.size()) {
            m_series.resize(added.id.value + std::size_t{1});
            m_values.resize(m_series.size());
        }
        m_series[added.id.value] = added.series;
    }
    for (const FrameEntry& entry : frame.entries) {
        SeriesValue& value = m_values[entry.series.value];
        // The first value tells the type; until then an empty counter stands there.
        if (value.index() != entry.value.index())
            value = entry.value;
        else
            mergeInto(value, entry.value);
    }
}

SeriesValue Totals::sum(MetricId metric, MetricType type, const TagSet& filter) const {
    SeriesValue sum = emptyValue(type);
    for (std::size_t i = 0; i < m_series.size(); ++i)
        if (m_series[i].metric == metric && m_series[i].tags.matches(filter))
            mergeInto(sum, m_values[i]);
    return sum;
}

} // namespace bw::metrics
