#include "ui/designer/load/load_scale.h"

#include "ui/designer/load/load_curves.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace bw::designer {
namespace {

constexpr double kTickRoom = 96;    // pixels between labels of time
constexpr double kLevelRoom = 40;   // and of levels
constexpr double kSnapPixels = 5;   // about as far as a hand is exact
constexpr double kLeastSeconds = 1; // as close as one can look
constexpr double kMostSeconds = 366.0 * 86'400;
constexpr double kRoomBehind = 1.08;
constexpr double kRoomAbove = 1.05; // a point at the top can be taken, too

plot::Axis axisFor(double peak, double height, const plot::Axis* before) {
    const int lines = std::max(2, static_cast<int>(height / kLevelRoom));
    plot::Axis axis = plot::valueAxis(peak * kRoomAbove, lines);
    return before != nullptr && before->end > axis.end ? *before : axis;
}

double roundStep(double rough) {
    static constexpr std::array kSteps{0.001, 0.002, 0.005, 0.01,  0.02,  0.05,   0.1,   0.2,  0.5,
                                       1.,    2.,    5.,    10.,   15.,   30.,    60.,   120., 300.,
                                       600.,  900.,  1800., 3600., 7200., 21600., 86400.};
    const auto found = std::ranges::lower_bound(kSteps, rough);
    return found == kSteps.end() ? kSteps.back() : *found;
}

} // namespace

double LoadScale::xOf(double second) const {
    return area.left() + (second - time.from) / (time.to - time.from) * area.width();
}

double LoadScale::secondAt(double x) const {
    return time.from + (x - area.left()) / std::max(1.0, area.width()) * (time.to - time.from);
}

double LoadScale::yOf(LoadUnit unit, double level) const {
    return area.bottom() - level / axis(unit).end * area.height();
}

double LoadScale::levelAt(LoadUnit unit, double y) const {
    return std::max(0.0, (area.bottom() - y) / std::max(1.0, area.height()) * axis(unit).end);
}

LoadScale loadScale(const LoadPicture& picture, const QRectF& area, const TimeWindow& time,
                    const LoadScale* before) {
    LoadScale scale;
    scale.area = area;
    scale.time = time;
    const double length = time.to - time.from;
    const plot::Axis raster = plot::timeAxis(length, std::max(2, static_cast<int>(area.width() / kTickRoom)));
    const double step = raster.ticks.size() > 1 ? raster.ticks[1] : length;
    for (double tick = std::ceil(time.from / step) * step; tick <= time.to; tick += step) {
        scale.timeTicks.push_back(tick);
    }
    scale.timeLabels = {.end = time.to, .ticks = {0, step}};
    double vus = picture.peakVus;
    double rate = picture.peakRate;
    for (const LoadCurve& curve : picture.curves) {
        double& peak = curve.unit() == LoadUnit::Vus ? vus : rate;
        peak = std::max(peak, curve.peak());
    }
    scale.vus = axisFor(vus, area.height(), before != nullptr ? &before->vus : nullptr);
    scale.rate = axisFor(rate, area.height(), before != nullptr ? &before->rate : nullptr);
    return scale;
}

TimeWindow wholeTime(const LoadPicture& picture) {
    return {0, std::clamp(picture.seconds * kRoomBehind, kLeastSeconds, kMostSeconds)};
}

TimeWindow zoomed(const TimeWindow& window, double factor, double second) {
    const double length = std::clamp((window.to - window.from) / factor, kLeastSeconds, kMostSeconds);
    const double share = (second - window.from) / (window.to - window.from);
    const double from = std::max(0.0, second - share * length);
    return {from, from + length};
}

TimeWindow panned(const TimeWindow& window, double seconds) {
    const double from = std::clamp(window.from + seconds, 0.0, kMostSeconds);
    return {from, from + window.to - window.from};
}

double timeStep(const LoadScale& scale) {
    return roundStep((scale.time.to - scale.time.from) / std::max(1.0, scale.area.width()) * kSnapPixels);
}

double levelStep(const LoadScale& scale, LoadUnit unit, double least) {
    const double rough = scale.axis(unit).end / std::max(1.0, scale.area.height()) * kSnapPixels;
    const double power = std::pow(10.0, std::floor(std::log10(std::max(rough, 1e-9))));
    for (const double factor : {1.0, 2.0, 5.0}) {
        if (factor * power >= rough) {
            return std::max(least, factor * power);
        }
    }
    return std::max(least, 10 * power);
}

} // namespace bw::designer
