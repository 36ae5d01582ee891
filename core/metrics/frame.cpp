#include "core/metrics/frame.h"

#include <algorithm>

namespace bw::metrics {

const SeriesValue* Frame::find(SeriesId series) const {
    const auto found = std::ranges::lower_bound(entries, series, {}, &FrameEntry::series);
    return found != entries.end() && found->series == series ? &found->value : nullptr;
}

Frame mergeFrames(const Frame& a, const Frame& b) {
    Frame merged{.second = a.second, .width = b.end() - a.second, .newSeries = a.newSeries, .entries = {}};
    merged.newSeries.insert(merged.newSeries.end(), b.newSeries.begin(), b.newSeries.end());
    merged.entries.reserve(std::max(a.entries.size(), b.entries.size()));
    auto next = b.entries.begin();
    for (const FrameEntry& entry : a.entries) {
        for (; next != b.entries.end() && next->series < entry.series; ++next)
            merged.entries.push_back(*next);
        merged.entries.push_back(entry);
        if (next != b.entries.end() && next->series == entry.series)
            mergeInto(merged.entries.back().value, (next++)->value);
    }
    merged.entries.insert(merged.entries.end(), next, b.entries.end());
    return merged;
}

} // namespace bw::metrics
