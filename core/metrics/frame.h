#pragma once

#include "core/metrics/series.h"
#include "core/metrics/series_value.h"

#include <cstdint>
#include <memory>
#include <vector>

namespace bw::metrics {

struct FrameEntry {
    SeriesId series;
    SeriesValue value;
    friend bool operator==(const FrameEntry&, const FrameEntry&) = default;
};

// A series that a frame mentions for the first time.
struct SeriesDefinition {
    SeriesId id;
    Series series;
    friend bool operator==(const SeriesDefinition&, const SeriesDefinition&) = default;
};

// The seconds [second, second + width) of one run: for every series that moved, its value. Immutable once
// made and shared as shared_ptr<const Frame>; it carries the definitions of series new in the run, so that
// whoever reads all frames in order needs nothing else.
struct Frame {
    std::int64_t second = 0;
    std::int64_t width = 1; // 1; more when a reader or the disk was too slow
    std::vector<SeriesDefinition> newSeries;
    std::vector<FrameEntry> entries; // ascending by series

    // nullptr when the series did not move.
    [[nodiscard]] const SeriesValue* find(SeriesId series) const;
    [[nodiscard]] std::int64_t end() const { return second + width; }
    friend bool operator==(const Frame&, const Frame&) = default;
};

using FramePtr = std::shared_ptr<const Frame>;

// One frame over the time of both. Precondition: a.end() <= b.second.
[[nodiscard]] Frame mergeFrames(const Frame& a, const Frame& b);

} // namespace bw::metrics
