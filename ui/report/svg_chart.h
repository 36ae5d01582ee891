#pragma once

#include "ui/report/thinning.h"

#include <QString>

#include <cstdint>
#include <functional>
#include <vector>

namespace bw::ui_report {

// The colours of curves, each with a line of its own weight, so that they differ in print as well.
enum class CurveInk : std::uint8_t { P50, P95, P99, Accent, Quiet, Bad };

struct Curve {
    QString label;
    CurveInk ink = CurveInk::Accent;
    std::vector<CurvePoint> points;
};

// A bound, drawn as a dashed line.
struct ChartLimit {
    QString label;
    double value = 0;
};

struct ChartSpec {
    QString title;
    QString hint; // beside the title: what exactly is shown
    std::vector<Curve> curves;
    std::vector<ChartLimit> limits;
    double seconds = 1;                    // of run time on the horizontal axis
    std::function<QString(double)> figure; // a value with its unit
};

// An HTML figure with a legend and the curves as an inline SVG; a word instead of the curves when there is
// nothing to draw. All text is escaped here.
[[nodiscard]] QString chartFigure(const ChartSpec& chart);

} // namespace bw::ui_report
