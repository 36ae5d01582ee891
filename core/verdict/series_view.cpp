#include "core/verdict/series_view.h"

#include <algorithm>
#include <variant>

namespace bw::verdict {
namespace {

using metrics::MetricType;
using testplan::Aggregation;

constexpr double nanosecondsPerMillisecond = 1e6; // the stored number of any trend over the plan's

} // namespace

bool SeriesFilter::matches(const metrics::Series& series) const {
    return series.metric == metric && series.tags.matches(tags) &&
           (except.empty() || !series.tags.matches(except));
}

ViewSpan ViewSpan::of(Duration window, Duration warmUp) {
    return {std::max<std::int64_t>(std::chrono::ceil<std::chrono::seconds>(window).count(), 0),
            std::max<std::int64_t>(std::chrono::floor<std::chrono::seconds>(warmUp).count(), 0)};
}

SeriesView::SeriesView(SeriesFilter filter, MetricType type, ViewSpan span)
    : m_filter(std::move(filter))
    , m_type(type)
    , m_span(span)
    , m_sum(metrics::emptyValue(type)) {
    if (span.window > 0) {
        m_sliding.emplace(type, span.window);
    }
}

void SeriesView::add(std::int64_t second, std::int64_t width, const metrics::SeriesValue& value) {
    if (second < m_span.warmUp || metrics::typeOf(value) != m_type) {
        return;
    }
    if (m_sliding) {
        m_sliding->add(second, width, value);
    } else {
        metrics::mergeInto(m_sum, value);
    }
}

void SeriesView::advance(std::int64_t end) {
    if (m_sliding) {
        m_sliding->advance(end);
    }
}

metrics::SeriesValue SeriesView::sum() const {
    return m_sliding ? m_sliding->sum() : m_sum;
}

std::uint64_t SeriesView::samples() const {
    return metrics::sampleCount(m_sliding ? m_sliding->sum() : m_sum);
}

double SeriesView::secondsUntil(Duration judged) const {
    const double end = std::chrono::duration<double>(judged).count();
    const auto warmUp = static_cast<double>(m_span.warmUp);
    const double start = m_sliding ? std::max(warmUp, end - static_cast<double>(m_span.window)) : warmUp;
    return std::max(end - start, 0.0);
}

std::optional<double> SeriesView::figure(Aggregation method, double percentile, Duration judged) const {
    if (m_type == MetricType::Trend) {
        return trendFigure(method, percentile);
    }
    const metrics::SeriesValue sum = this->sum();
    if (const auto* counter = std::get_if<metrics::CounterValue>(&sum)) {
        if (method == Aggregation::Count) {
            return counter->sum;
        }
        const double seconds = secondsUntil(judged);
        return method == Aggregation::Rate ? std::optional(seconds > 0 ? counter->sum / seconds : 0)
                                           : std::nullopt;
    }
    if (const auto* gauge = std::get_if<metrics::GaugeValue>(&sum)) {
        return method == Aggregation::Value ? std::optional(gauge->last) : std::nullopt;
    }
    return method == Aggregation::Rate ? std::optional(std::get<metrics::RateValue>(sum).share())
                                       : std::nullopt;
}

std::optional<double> SeriesView::trendFigure(Aggregation method, double percentile) const {
    const metrics::SeriesValue copy = m_sliding ? m_sliding->sum() : metrics::SeriesValue();
    const auto& trend = std::get<metrics::Histogram>(m_sliding ? copy : m_sum);
    switch (method) {
    case Aggregation::Average:
        return trend.mean() / nanosecondsPerMillisecond;
    case Aggregation::Minimum:
        return static_cast<double>(m_sliding ? m_sliding->lowest() : trend.min()) / nanosecondsPerMillisecond;
    case Aggregation::Maximum:
        return static_cast<double>(m_sliding ? m_sliding->highest() : trend.max()) /
               nanosecondsPerMillisecond;
    case Aggregation::Median:
        return trend.percentile(0.5) / nanosecondsPerMillisecond;
    case Aggregation::Percentile:
        return trend.percentile(percentile / 100) / nanosecondsPerMillisecond;
    case Aggregation::Count:
    case Aggregation::Rate:
    case Aggregation::Value:
        break;
    }
    return std::nullopt;
}

} // namespace bw::verdict
