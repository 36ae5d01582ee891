#include "core/metrics/frame.h"

#include "core/metrics/frame_merge.h"

#include <algorithm>
#include <cstddef>

namespace bw::metrics {

const SeriesValue* Frame::find(SeriesId series) const {
    const auto found = std::ranges::lower_bound(entries, series, {}, &FrameEntry::series);
    return found != entries.end() && found->series == series ? &found->value : nullptr;
}

void mergeInto(Frame& target, const Frame& part) {
    target.width = part.end() - target.second;
    target.newSeries.insert(target.newSeries.end(), part.newSeries.begin(), part.newSeries.end());
    std::vector<FrameEntry>& entries = target.entries;
    const std::size_t own = entries.size();
    std::size_t at = 0;
    for (const FrameEntry& entry : part.entries) {
        while (at < own && entries[at].series < entry.series)
            ++at;
        if (at < own && entries[at].series == entry.series)
            mergeInto(entries[at].value, entry.value);
        else
            entries.push_back(entry);
    }
    // Series that are new to the target are rare, and each is there once.
    if (entries.size() > own)
        std::ranges::sort(entries, {}, &FrameEntry::series);
}

Frame mergeFrames(const Frame& a, const Frame& b) {
    Frame merged = a;
    mergeInto(merged, b);
    return merged;
}

} // namespace bw::metrics
