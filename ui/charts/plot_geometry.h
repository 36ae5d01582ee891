#pragma once

#include "ui/charts/curve.h"
#include "ui/charts/time_selection.h"
#include "ui/plot/axis.h"

#include <QFontMetricsF>
#include <QRectF>

#include <optional>
#include <set>

namespace bw::charts {

// Where a chart draws what: its axes and the room between them, in logical pixels. A value.
struct PlotGeometry {
    QRectF area; // of the curves
    plot::Axis time;
    plot::Axis left;
    std::optional<plot::Axis> right; // its lines are those of the left one

    [[nodiscard]] double xOf(double second) const;
    [[nodiscard]] double yOf(double value, AxisSide side = AxisSide::Left) const;
    [[nodiscard]] double secondAt(double x) const;
    [[nodiscard]] const plot::Axis& axis(AxisSide side) const;
};

struct PlotTexts {
    AxisTexts left;
    AxisTexts right;

    [[nodiscard]] const AxisTexts& of(AxisSide side) const { return side == AxisSide::Left ? left : right; }
};

// Curves named in `hidden` do not stretch the axes, nor does what lies outside of `shown` (none: all is).
[[nodiscard]] PlotGeometry geometryOf(const ChartData& data, const std::set<QString>& hidden,
                                      const PlotTexts& texts, const QSizeF& size,
                                      const QFontMetricsF& metrics,
                                      const std::optional<TimeSpan>& shown = std::nullopt);

} // namespace bw::charts
