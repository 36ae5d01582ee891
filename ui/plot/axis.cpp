#include "ui/plot/axis.h"

#include "ui/format/units.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <cmath>

namespace bw::plot {
namespace {

using namespace Qt::StringLiterals;

class Words {
    Q_DECLARE_TR_FUNCTIONS(plot)
};

double niceStep(double rough) {
    const double power = std::pow(10.0, std::floor(std::log10(rough)));
    for (const double factor : {1.0, 2.0, 5.0}) {
        if (factor * power >= rough * 0.999) {
            return factor * power;
        }
    }
    return 10 * power;
}

QString twoDigits(int number) {
    return QString::number(number).rightJustified(2, u'0');
}

} // namespace

double Axis::share(double value) const {
    if (!isLogarithmic) {
        return (value - begin) / (end - begin);
    }
    return value > 0 ? std::log(value / begin) / std::log(end / begin) : 0;
}

double Axis::at(double share) const {
    return isLogarithmic ? begin * std::pow(end / begin, share) : begin + share * (end - begin);
}

Axis valueAxis(double highest, int lines) {
    if (!std::isfinite(highest) || highest <= 0) {
        return {.begin = 0, .end = 1, .ticks = {0, 1}};
    }
    const double step = niceStep(highest / lines);
    const int steps = static_cast<int>(std::ceil(highest / step - 1e-9));
    Axis axis{.begin = 0, .end = step * steps, .ticks = {}};
    for (int tick = 0; tick <= steps; ++tick) {
        axis.ticks.push_back(step * tick);
    }
    return axis;
}

Axis logAxis(double lowest, double highest, int lines) {
    Axis axis{.begin = lowest, .end = std::max(highest, lowest * 10), .ticks = {}, .isLogarithmic = true};
    const int first = static_cast<int>(std::floor(std::log10(axis.begin)));
    const int last = static_cast<int>(std::ceil(std::log10(axis.end)));
    const double decades = std::log10(axis.end / axis.begin);
    const int most = std::max(lines, 4) + 1; // a logarithm is not read from fewer
    const std::vector<double> factors = decades * 3 <= most   ? std::vector<double>{1, 2, 5}
                                        : decades * 2 <= most ? std::vector<double>{1, 3}
                                                              : std::vector<double>{1};
    const int stride = std::max(1, static_cast<int>(std::ceil(decades / most)));
    for (int power = first; power <= last; power += stride) {
        for (const double factor : factors) {
            const double tick = factor * std::pow(10.0, power);
            if (tick >= axis.begin * 0.999 && tick <= axis.end * 1.001) {
                axis.ticks.push_back(tick);
            }
        }
    }
    return axis;
}

Axis timeAxis(double seconds, int lines) {
    return timeAxis(0, seconds, lines);
}

Axis timeAxis(double begin, double end, int lines) {
    const double seconds = end - begin;
    static constexpr std::array kSteps{1.0,    2.0,    5.0,    10.0,   15.0,   30.0,  60.0,
                                       120.0,  300.0,  600.0,  900.0,  1800.,  3600., 7200.,
                                       10800., 21600., 43200., 86400., 172800.};
    double step = 1;
    for (const double candidate : kSteps) {
        step = candidate;
        if (seconds / candidate <= lines) {
            break;
        }
    }
    while (seconds / step > 2 * lines) {
        step *= 2;
    }
    Axis axis{.begin = begin, .end = end, .ticks = {}};
    for (double tick = std::ceil(begin / step); tick * step <= end; ++tick) {
        axis.ticks.push_back(tick * step);
    }
    return axis;
}

QString timeLabel(double second, const Axis& axis) {
    const int whole = static_cast<int>(second);
    const double step = axis.ticks.size() > 1 ? axis.ticks[1] - axis.ticks[0] : axis.end - axis.begin;
    if (whole == 0) {
        return u"0"_s;
    }
    if (step >= 3600) {
        return Words::tr("%1 h", "hours on a time axis").arg(whole / 3600);
    }
    if (axis.end > 3600 && step < 60) {
        return u"%1:%2:%3"_s.arg(whole / 3600).arg(twoDigits(whole / 60 % 60)).arg(twoDigits(whole % 60));
    }
    if (axis.end > 3600) {
        return u"%1:%2 h"_s.arg(whole / 3600).arg(twoDigits(whole / 60 % 60));
    }
    if (axis.end > 120) {
        return u"%1:%2"_s.arg(whole / 60).arg(twoDigits(whole % 60));
    }
    return QString::number(whole) + format::kThinSpace + Words::tr("s", "seconds on a time axis");
}

} // namespace bw::plot
