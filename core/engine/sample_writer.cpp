#include "core/engine/sample_writer.h"

namespace bw::engine {

metrics::LocalSeriesId SampleWriter::series(metrics::MetricId metric,
                                            std::span<const metrics::TagView> tags) {
    const metrics::LocalSeriesId id = m_recorder.series(metric, tags);
    if (m_points != nullptr) {
        while (m_known.size() <= id.value) {
            m_known.push_back({metric, metrics::TagSet(tags)});
        }
    }
    return id;
}

} // namespace bw::engine
