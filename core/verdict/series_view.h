#pragma once

#include "core/base/clock.h"
#include "core/metrics/frame.h"
#include "core/metrics/series.h"
#include "core/testplan/threshold_spec.h"
#include "core/verdict/sliding_sum.h"

#include <cstdint>
#include <optional>

namespace bw::verdict {

// Which series a limit looks at: those of a metric with all of `tags`, without those that have all of
// `except`.
struct SeriesFilter {
    metrics::MetricId metric;
    metrics::TagSet tags;
    metrics::TagSet except; // empty: none

    [[nodiscard]] bool matches(const metrics::Series& series) const;
    friend bool operator==(const SeriesFilter&, const SeriesFilter&) = default;
};

// Which time of the run it looks at, in whole seconds, as frames are: a window is rounded up, a warm-up down.
struct ViewSpan {
    std::int64_t window = 0; // 0: everything since the warm-up
    std::int64_t warmUp = 0;

    [[nodiscard]] static ViewSpan of(Duration window, Duration warmUp);
    friend bool operator==(const ViewSpan&, const ViewSpan&) = default;
};

// The sum of the series that a limit looks at, over the time it looks at. Not thread-safe.
class SeriesView {
public:
    SeriesView(SeriesFilter filter, metrics::MetricType type, ViewSpan span);

    [[nodiscard]] const SeriesFilter& filter() const { return m_filter; }
    [[nodiscard]] metrics::MetricType type() const { return m_type; }
    [[nodiscard]] ViewSpan span() const { return m_span; }

    // What a matching series was in [second, second + width).
    void add(std::int64_t second, std::int64_t width, const metrics::SeriesValue& value);
    void advance(std::int64_t end);

    [[nodiscard]] metrics::SeriesValue sum() const;
    [[nodiscard]] std::uint64_t samples() const;

    // k6's figure in the plan's units; empty when the method does not go with the type. With no samples it is
    // 0. `judged` is the run time so far: what a counter's rate is over.
    [[nodiscard]] std::optional<double> figure(testplan::Aggregation method, double percentile,
                                               Duration judged) const;

private:
    [[nodiscard]] double secondsUntil(Duration judged) const;
    [[nodiscard]] std::optional<double> trendFigure(testplan::Aggregation method, double percentile) const;

    SeriesFilter m_filter;
    metrics::MetricType m_type;
    ViewSpan m_span;
    metrics::SeriesValue m_sum; // unless there is a window
    std::optional<SlidingSum> m_sliding;
};

} // namespace bw::verdict
