#pragma once

#include "ui/designer/load/load_edits.h"
#include "ui/plot/axis.h"

#include <QRectF>

#include <vector>

namespace bw::designer {

struct LoadPicture;

// Which part of the run's time is in sight.
struct TimeWindow {
    double from = 0;
    double to = 60; // > from
    friend bool operator==(const TimeWindow&, const TimeWindow&) = default;
};

// Between levels over time and places on the canvas. A value.
struct LoadScale {
    QRectF area; // of the curves
    TimeWindow time;
    std::vector<double> timeTicks;
    plot::Axis timeLabels; // what labels are written after
    plot::Axis vus;        // at the left, when there are any
    plot::Axis rate;       // at the right, or at the left when there are no VUs

    [[nodiscard]] double xOf(double second) const;
    [[nodiscard]] double yOf(LoadUnit unit, double level) const;
    [[nodiscard]] double secondAt(double x) const;
    [[nodiscard]] double levelAt(LoadUnit unit, double y) const;
    [[nodiscard]] const plot::Axis& axis(LoadUnit unit) const { return unit == LoadUnit::Vus ? vus : rate; }
};

// `before`: axes that do not shrink while something is dragged; null: as the picture asks for.
[[nodiscard]] LoadScale loadScale(const LoadPicture& picture, const QRectF& area, const TimeWindow& time,
                                  const LoadScale* before = nullptr);

// All of it, with room behind the end to drag into.
[[nodiscard]] TimeWindow wholeTime(const LoadPicture& picture);
// `factor` > 1 looks closer; what is at `second` stays where it is.
[[nodiscard]] TimeWindow zoomed(const TimeWindow& window, double factor, double second);
[[nodiscard]] TimeWindow panned(const TimeWindow& window, double seconds);

// Round numbers that lie close together on the canvas.
[[nodiscard]] double timeStep(const LoadScale& scale);
// At least `least`.
[[nodiscard]] double levelStep(const LoadScale& scale, LoadUnit unit, double least);

} // namespace bw::designer
