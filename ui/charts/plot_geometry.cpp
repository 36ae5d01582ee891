#include "ui/charts/plot_geometry.h"

#include "ui/charts/heat_layer.h"
#include "ui/charts/time_range.h"

#include <algorithm>
#include <cmath>

namespace bw::charts {
namespace {

constexpr double kPixelsPerTimeLine = 72;
constexpr double kPixelsPerValueLine = 36;
constexpr double kShortestTime = 10; // seconds: a run that just began fills the chart from the left
constexpr double kRoomForKey = 0.2;  // of the cells' height
constexpr double kFinest = 1e-4;     // ms: a logarithmic axis has no 0
// A limit that far above the curves would press them flat; it is told at the upper edge instead.
constexpr double kReachOfLimits = 3;

double highest(const ChartData& data, const std::set<QString>& hidden, AxisSide side,
               const std::optional<TimeSpan>& shown) {
    double most = 0;
    for (const Curve& curve : data.curves) {
        if (curve.axis != side || hidden.contains(curve.name)) {
            continue;
        }
        for (const plot::CurvePoint& point :
             shown ? pointsAround(curve.points, shown->begin, shown->end) : std::span(curve.points)) {
            if (!shown || (point.x >= shown->begin && point.x <= shown->end)) {
                most = std::max(most, point.y.value_or(0));
            }
        }
    }
    if (side == AxisSide::Left) {
        for (const LimitLine& limit : data.limits) {
            if (limit.value <= most * kReachOfLimits) {
                most = std::max(most, limit.value * 1.05);
            }
        }
    }
    return most;
}

// From the lowest band of the heat map to its highest, or as far as curves reach.
plot::Axis heatAxis(const metrics::HeatMap& heat, double most, int lines) {
    std::uint32_t first = UINT32_MAX;
    std::uint32_t last = 0;
    for (const metrics::HeatMap::Column& column : heat.columns()) {
        if (!column.counts.empty()) {
            first = std::min(first, column.firstBand);
            last = std::max(last, column.firstBand + static_cast<std::uint32_t>(column.counts.size()));
        }
    }
    if (first >= last) {
        return plot::logAxis(1, std::max(most, 10.0), lines);
    }
    const double lowest = std::max(heatEdge(first), kFinest);
    const double highest = std::max({most, heatEdge(last), 10 * lowest});
    // The key of the colours stands above the cells.
    return plot::logAxis(lowest, highest * std::pow(highest / lowest, kRoomForKey), lines);
}

bool hasCurvesAt(const ChartData& data, AxisSide side) {
    return std::ranges::any_of(data.curves, [side](const Curve& curve) { return curve.axis == side; });
}

plot::Axis timeOf(const ChartData& data, double width, const std::optional<TimeSpan>& shown) {
    const int lines = std::clamp(static_cast<int>(width / kPixelsPerTimeLine), 2, 12);
    if (shown) {
        return plot::timeAxis(shown->begin, shown->end, lines);
    }
    double end = data.seconds;
    for (const Curve& curve : data.curves) {
        end = curve.points.empty() ? end : std::max(end, curve.points.back().x);
    }
    end = std::max(data.isGrowing ? growingEnd(end) : end, kShortestTime);
    return plot::timeAxis(end, lines);
}

// An axis with as many lines as the other one, so that one grid serves both.
plot::Axis axisBeside(const plot::Axis& other, double most) {
    const std::size_t steps = other.ticks.size() - 1;
    plot::Axis axis = plot::valueAxis(most, static_cast<int>(steps));
    const double step = axis.ticks.size() > 1 ? axis.ticks[1] : axis.end;
    axis.ticks.clear();
    for (std::size_t tick = 0; tick <= steps; ++tick) {
        axis.ticks.push_back(step * static_cast<double>(tick));
    }
    axis.end = axis.ticks.back();
    return axis;
}

double widest(const plot::Axis& axis, const AxisTexts& texts, const QFontMetricsF& metrics) {
    // At least this much, so that the curves keep their place while figures grow by a digit.
    double most = metrics.horizontalAdvance(QStringLiteral("0000"));
    for (const double tick : axis.ticks) {
        most = std::max(most, metrics.horizontalAdvance(texts.tick(tick)));
    }
    return most;
}

} // namespace

double PlotGeometry::xOf(double second) const {
    return area.left() + time.share(second) * area.width();
}

double PlotGeometry::yOf(double value, AxisSide side) const {
    return area.bottom() - axis(side).share(value) * area.height();
}

double PlotGeometry::secondAt(double x) const {
    return time.at((x - area.left()) / area.width());
}

const plot::Axis& PlotGeometry::axis(AxisSide side) const {
    return side == AxisSide::Right && right ? *right : left;
}

PlotGeometry geometryOf(const ChartData& data, const std::set<QString>& hidden, const PlotTexts& texts,
                        const QSizeF& size, const QFontMetricsF& metrics,
                        const std::optional<TimeSpan>& shown) {
    PlotGeometry geometry;
    const int lines = std::clamp(static_cast<int>(size.height() / kPixelsPerValueLine), 2, 6);
    const double most = highest(data, hidden, AxisSide::Left, shown);
    geometry.left = data.heat ? heatAxis(*data.heat, most, lines) : plot::valueAxis(most, lines);
    double rightEdge = theme::kGrid;
    if (!data.heat && hasCurvesAt(data, AxisSide::Right)) {
        geometry.right = axisBeside(geometry.left, highest(data, hidden, AxisSide::Right, shown));
        rightEdge += widest(*geometry.right, texts.right, metrics);
    }
    const double leftEdge = widest(geometry.left, texts.left, metrics) + theme::kGrid;
    const double above = metrics.height() / 2;
    const double below = metrics.height() + theme::kHalfGrid;
    geometry.area = QRectF(leftEdge, above, std::max(10.0, size.width() - leftEdge - rightEdge),
                           std::max(10.0, size.height() - above - below));
    geometry.time = timeOf(data, geometry.area.width(), shown);
    return geometry;
}

} // namespace bw::charts
