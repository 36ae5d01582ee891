#pragma once

#include "core/base/id.h"
#include "core/verdict/series_view.h"

#include <cstdint>
#include <vector>

namespace bw::verdict {

using ViewId = Id<struct ViewIdTag>;

// All views of a run; each distinct one once, and every value of a frame brought to those that look at it.
// Not thread-safe.
class ViewSet {
public:
    // Before the first frame.
    [[nodiscard]] ViewId watch(SeriesFilter filter, metrics::MetricType type, ViewSpan span = {});

    void add(const metrics::Frame& frame);

    [[nodiscard]] const SeriesView& operator[](ViewId view) const { return m_views[view.value]; }

    // The run time that the frames so far cover.
    [[nodiscard]] Duration covered() const { return m_covered; }

private:
    std::vector<SeriesView> m_views;
    std::vector<std::vector<std::uint32_t>> m_viewsOf; // by series
    Duration m_covered{};
};

} // namespace bw::verdict
