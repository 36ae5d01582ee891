#include "core/verdict/sliding_sum.h"

#include <algorithm>
#include <variant>

namespace bw::verdict {
namespace {

constexpr std::int64_t maxParts = 600;

} // namespace

SlidingSum::SlidingSum(metrics::MetricType type, std::int64_t window)
    : m_type(type)
    , m_window(std::max<std::int64_t>(window, 1))
    , m_step((m_window - 1) / maxParts + 1) {}

void SlidingSum::add(std::int64_t second, std::int64_t width, const metrics::SeriesValue& value) {
    const std::int64_t start = second / m_step * m_step;
    if (m_parts.empty() || m_parts.back().start != start) {
        m_parts.push_back({start, start + m_step, metrics::emptyValue(m_type)});
    }
    Part& part = m_parts.back();
    part.end = std::max(part.end, second + width);
    metrics::mergeInto(part.value, value);
    if (const auto* trend = std::get_if<metrics::Histogram>(&value)) {
        m_trend.merge(*trend);
    }
}

void SlidingSum::advance(std::int64_t end) {
    while (!m_parts.empty() && m_parts.front().end <= end - m_window) {
        const Part gone = std::move(m_parts.front());
        m_parts.pop_front();
        takeAway(gone);
    }
}

void SlidingSum::takeAway(const Part& part) {
    const auto* trend = std::get_if<metrics::Histogram>(&part.value);
    if (trend == nullptr || m_trend.subtract(*trend) == metrics::Histogram::Subtracted::Yes) {
        return;
    }
    m_trend.clear();
    for (const Part& left : m_parts) {
        m_trend.merge(std::get<metrics::Histogram>(left.value));
    }
}

metrics::SeriesValue SlidingSum::sum() const {
    if (m_type == metrics::MetricType::Trend) {
        return m_trend;
    }
    metrics::SeriesValue sum = metrics::emptyValue(m_type);
    for (const Part& part : m_parts) {
        metrics::mergeInto(sum, part.value);
    }
    return sum;
}

std::uint64_t SlidingSum::lowest() const {
    std::optional<std::uint64_t> lowest;
    for (const Part& part : m_parts) {
        const auto* trend = std::get_if<metrics::Histogram>(&part.value);
        if (trend != nullptr && !trend->empty()) {
            lowest = std::min(lowest.value_or(trend->min()), trend->min());
        }
    }
    return lowest.value_or(0);
}

std::uint64_t SlidingSum::highest() const {
    std::uint64_t highest = 0;
    for (const Part& part : m_parts) {
        if (const auto* trend = std::get_if<metrics::Histogram>(&part.value)) {
            highest = std::max(highest, trend->max());
        }
    }
    return highest;
}

} // namespace bw::verdict
