#include "ui/charts/readings.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <ranges>

namespace bw::charts {
namespace {

bool isSample(const plot::CurvePoint& point) {
    return point.y.has_value();
}

// The first second at or after `second`, of all curves.
std::optional<double> sampleFrom(const ChartData& data, double second) {
    std::optional<double> found;
    for (const Curve& curve : data.curves) {
        const auto begin = std::ranges::lower_bound(curve.points, second, {}, &plot::CurvePoint::x);
        const auto point = std::find_if(begin, curve.points.end(), isSample);
        if (point != curve.points.end() && (!found || point->x < *found)) {
            found = point->x;
        }
    }
    return found;
}

// The last second at or before `second`, of all curves.
std::optional<double> sampleUntil(const ChartData& data, double second) {
    std::optional<double> found;
    for (const Curve& curve : data.curves) {
        const auto end = std::ranges::upper_bound(curve.points, second, {}, &plot::CurvePoint::x);
        const auto before = std::ranges::subrange(curve.points.begin(), end) | std::views::reverse;
        const auto point = std::ranges::find_if(before, isSample);
        if (point != before.end() && (!found || point->x > *found)) {
            found = point->x;
        }
    }
    return found;
}

} // namespace

std::optional<double> valueAt(const Curve& curve, double second) {
    const auto found = std::ranges::lower_bound(curve.points, second, {}, &plot::CurvePoint::x);
    return found != curve.points.end() && found->x == second ? found->y : std::nullopt;
}

std::optional<double> lastValue(const Curve& curve) {
    return curve.points.empty() ? std::nullopt : curve.points.back().y;
}

bool hasSamples(const ChartData& data) {
    return std::ranges::any_of(
        data.curves, [](const Curve& curve) { return std::ranges::any_of(curve.points, isSample); });
}

std::optional<double> nearestSecond(const ChartData& data, double wanted) {
    const std::optional<double> before = sampleUntil(data, wanted);
    const std::optional<double> after = sampleFrom(data, wanted);
    if (!before || !after) {
        return before ? before : after;
    }
    return wanted - *before <= *after - wanted ? before : after;
}

std::optional<double> nextSecond(const ChartData& data, std::optional<double> from, double step) {
    constexpr double kFar = std::numeric_limits<double>::infinity();
    if (step > 0) {
        const std::optional<double> next = sampleFrom(data, from ? *from + step : -kFar);
        return next ? next : sampleUntil(data, kFar);
    }
    const std::optional<double> next = sampleUntil(data, from ? *from + step : kFar);
    return next ? next : sampleFrom(data, -kFar);
}

} // namespace bw::charts
