#pragma once

#include "core/base/clock.h"
#include "core/base/duration_text.h"

#include <QString>

#include <algorithm>
#include <cmath>

// Times of the canvas, in seconds, and those of a plan.
namespace bw::designer {

// Whole milliseconds: nobody drags finer.
[[nodiscard]] inline Duration durationOf(double seconds) {
    return std::chrono::milliseconds(std::llround(std::max(0.0, seconds) * 1e3));
}

[[nodiscard]] inline double secondsOf(Duration time) {
    return std::chrono::duration<double>(time).count();
}

[[nodiscard]] inline double snapped(double value, double step) {
    return std::round(value / step) * step;
}

[[nodiscard]] inline QString timeText(double second) {
    return QString::fromStdString(durationText(durationOf(second)));
}

} // namespace bw::designer
