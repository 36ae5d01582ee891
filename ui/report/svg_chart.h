#pragma once

#include "ui/plot/thinning.h"
#include "ui/report/medium.h"

#include <QString>

#include <cstdint>
#include <functional>
#include <vector>

namespace bw::ui_report {

// The colours of curves, each with a line of its own weight, so that they differ in print as well. Curves are
// drawn in this order: where a long run makes them bands, the higher percentile stands behind the lower.
enum class CurveInk : std::uint8_t { P99, P95, P50, Quiet, Accent, Bad };

struct Curve {
    QString label;
    CurveInk ink = CurveInk::Accent;
    std::vector<plot::CurvePoint> points;
};

// A bound, drawn as a dashed line.
struct ChartLimit {
    QString label;
    double value = 0;
};

// A moment of the run: a vertical line with a number above; what lasts is a band.
struct ChartMoment {
    QString number; // in the list of what happened
    double second = 0;
    double length = 0; // seconds
};

enum class ChartSize : std::uint8_t { Half, Third }; // of the page's width

struct ChartSpec {
    QString title;
    QString hint; // beside the title: what exactly is shown
    std::vector<Curve> curves;
    std::vector<ChartLimit> limits;
    std::vector<ChartMoment> moments{};    // ascending
    double seconds = 1;                    // of run time on the horizontal axis
    std::function<QString(double)> figure; // a value with its unit
    ChartSize size = ChartSize::Half;
};

// An HTML figure with a legend and the curves as an inline SVG; a word instead of the curves when there is
// nothing to draw. All text is escaped here.
[[nodiscard]] QString chartFigure(const ChartSpec& chart, Medium medium);

} // namespace bw::ui_report
