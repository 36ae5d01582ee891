#include "core/verdict/view_set.h"

#include <algorithm>

namespace bw::verdict {

ViewId ViewSet::watch(SeriesFilter filter, metrics::MetricType type, ViewSpan span) {
    const auto known = std::ranges::find_if(m_views, [&](const SeriesView& view) {
        return view.type() == type && view.span() == span && view.filter() == filter;
    });
    const auto index = static_cast<std::uint32_t>(known - m_views.begin());
    if (known == m_views.end()) {
        m_views.emplace_back(std::move(filter), type, span);
    }
    return ViewId{index};
}

void ViewSet::add(const metrics::Frame& frame) {
    for (const metrics::SeriesDefinition& added : frame.newSeries) {
        if (added.id.value >= m_viewsOf.size()) {
            m_viewsOf.resize(added.id.value + std::size_t{1});
        }
        for (std::uint32_t view = 0; view < m_views.size(); ++view) {
            if (m_views[view].filter().matches(added.series)) {
                m_viewsOf[added.id.value].push_back(view);
            }
        }
    }
    for (const metrics::FrameEntry& entry : frame.entries) {
        if (entry.series.value >= m_viewsOf.size()) {
            continue;
        }
        for (const std::uint32_t view : m_viewsOf[entry.series.value]) {
            m_views[view].add(frame.second, frame.width, entry.value);
        }
    }
    for (SeriesView& view : m_views) {
        view.advance(frame.end());
    }
    m_covered = std::max<Duration>(m_covered, std::chrono::seconds(frame.end()));
}

} // namespace bw::verdict
