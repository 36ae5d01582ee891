#include "ui/charts/time_range.h"

#include <array>
#include <cmath>

namespace bw::charts {
namespace {

struct Step {
    double below; // seconds
    double step;
};

// About a tenth to a quarter of the run: the curve fills most of the chart, and the axis moves seldom.
constexpr std::array kSteps{Step{60, 10},    Step{300, 30},     Step{900, 120},
                            Step{3600, 300}, Step{14400, 1800}, Step{86400, 7200}};
constexpr double kDay = 86400;

} // namespace

double growingEnd(double seconds) {
    if (!(seconds > 0)) {
        return kSteps.front().step;
    }
    for (const auto& [below, step] : kSteps) {
        if (seconds <= below) {
            return std::ceil(seconds / step) * step;
        }
    }
    return std::ceil(seconds / (kDay / 4)) * (kDay / 4);
}

} // namespace bw::charts
