#pragma once

#include <QString>

#include <vector>

namespace bw::plot {

// Where an axis has its lines: whole multiples of 1, 2 or 5 times a power of ten.
struct Axis {
    double end = 1; // it begins at 0
    std::vector<double> ticks;
};

// An axis for values from 0 to `highest` with about `lines` lines; it ends at a line.
[[nodiscard]] Axis valueAxis(double highest, int lines);

// An axis of run time that ends at `seconds`, its lines at whole seconds, minutes or hours.
[[nodiscard]] Axis timeAxis(double seconds, int lines);

// "30 s", "1:30", "2 h", as fine as the axis asks for.
[[nodiscard]] QString timeLabel(double second, const Axis& axis);

} // namespace bw::plot
