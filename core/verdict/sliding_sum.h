#pragma once

#include "core/metrics/series_value.h"

#include <cstdint>
#include <deque>

namespace bw::verdict {

// The sum of a metric over the last seconds of a run. Keeps at most 600 parts: windows of up to ten minutes
// move by a second, longer ones in steps of a six-hundredth. Not thread-safe.
class SlidingSum {
public:
    // `window` in seconds, at least 1.
    SlidingSum(metrics::MetricType type, std::int64_t window);

    // What was measured in [second, second + width) of run time; seconds never go back.
    void add(std::int64_t second, std::int64_t width, const metrics::SeriesValue& value);

    // The window now ends at `end`.
    void advance(std::int64_t end);

    // A histogram's min and max may be the edges of their buckets; lowest() and highest() are exact.
    [[nodiscard]] metrics::SeriesValue sum() const;
    // Of a trend, in nanoseconds; 0 when nothing was measured.
    [[nodiscard]] std::uint64_t lowest() const;
    [[nodiscard]] std::uint64_t highest() const;

private:
    struct Part {
        std::int64_t start = 0;
        std::int64_t end = 0;
        metrics::SeriesValue value;
    };

    void takeAway(const Part& part);

    metrics::MetricType m_type;
    std::int64_t m_window;
    std::int64_t m_step; // seconds in a part
    std::deque<Part> m_parts;
    metrics::Histogram m_trend; // the sum of the parts, for trends
};

} // namespace bw::verdict
