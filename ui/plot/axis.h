#pragma once

#include <QString>

#include <vector>

namespace bw::plot {

// Where an axis has its lines: whole multiples of 1, 2 or 5 times a power of ten.
struct Axis {
    double begin = 0;
    double end = 1;
    std::vector<double> ticks;
    bool isLogarithmic = false; // then it begins above 0

    // 0 at the begin, 1 at the end; beyond them for what lies beyond. On a logarithmic axis what is not
    // above 0 lies at its begin.
    [[nodiscard]] double share(double value) const;
    [[nodiscard]] double at(double share) const;
};

// An axis for values from 0 to `highest` with about `lines` lines; it ends at a line.
[[nodiscard]] Axis valueAxis(double highest, int lines);

// A logarithmic axis over both, at least a factor of ten long, with lines at 1, 2 and 5 times powers of ten,
// at 1 and 3 times, or at powers alone, as many as there is room for. Precondition: 0 < lowest <= highest.
[[nodiscard]] Axis logAxis(double lowest, double highest, int lines);

// An axis of run time that ends at `seconds`, its lines at whole seconds, minutes or hours.
[[nodiscard]] Axis timeAxis(double seconds, int lines);
// The same for a stretch of it.
[[nodiscard]] Axis timeAxis(double begin, double end, int lines);

// "30 s", "1:30", "2 h", as fine as the axis asks for.
[[nodiscard]] QString timeLabel(double second, const Axis& axis);

} // namespace bw::plot
