#pragma once

#include "ui/charts/plot_view.h"

#include <string>
#include <vector>

// What hands do in a chart, each until its effect stands painted.
namespace bw::bench {

// How long each took, in milliseconds: on the wall, and of the thread's processor time.
struct Took {
    std::vector<double> wall;
    std::vector<double> cpu;

    void add(const Took& more);
    // "median 12.3, 10.1 to 20.4 ms, P95 19.0 ms (12.0 ms of processor time)"
    [[nodiscard]] std::string text() const;
};

// The pointer goes along the chart.
[[nodiscard]] Took moveCrossHair(charts::PlotView& plot, int times);
// The wheel turns one step; `steps` above 0 go closer.
[[nodiscard]] Took zoom(charts::PlotView& plot, int steps);
// The wheel turns with Shift, there and back.
[[nodiscard]] Took moveAlong(charts::PlotView& plot, int times);

} // namespace bw::bench
