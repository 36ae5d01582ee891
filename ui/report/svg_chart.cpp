#include "ui/report/svg_chart.h"

#include "ui/report/axis.h"
#include "ui/report/report_words.h"

#include <algorithm>
#include <cmath>

namespace bw::ui_report {
namespace {

using namespace Qt::StringLiterals;

constexpr double kHeight = 196;
constexpr double kLeft = 60;
constexpr double kRight = 8;
constexpr double kTop = 8;
constexpr double kBottom = 22;
constexpr double kPlotHeight = kHeight - kTop - kBottom;
// A limit further above the curves than this is told, not drawn: it would press them flat.
constexpr double kLimitReach = 2.5;

QString inkClass(CurveInk ink) {
    switch (ink) {
    case CurveInk::P50:
        return u"p50"_s;
    case CurveInk::P95:
        return u"p95"_s;
    case CurveInk::P99:
        return u"p99"_s;
    case CurveInk::Accent:
        return u"acc"_s;
    case CurveInk::Quiet:
        return u"quiet"_s;
    case CurveInk::Bad:
        return u"err"_s;
    }
    return {};
}

// Each limit has dashes of its own, for they share their colour.
QString limitClass(std::size_t index) {
    return index == 0 ? u"limit"_s : u"limit dash%1"_s.arg(index % 3 + 1);
}

QString place(double value) {
    return QString::number(value, 'f', 1);
}

double highestOf(const std::vector<Curve>& curves) {
    double highest = 0;
    for (const Curve& curve : curves) {
        for (const CurvePoint& point : curve.points) {
            highest = std::max(highest, point.y.value_or(0));
        }
    }
    return highest;
}

bool hasPoints(const std::vector<Curve>& curves) {
    return std::ranges::any_of(curves, [](const Curve& curve) {
        return std::ranges::any_of(curve.points, [](const CurvePoint& point) { return point.y.has_value(); });
    });
}

class Plot {
public:
    explicit Plot(const ChartSpec& chart)
        : m_chart(chart)
        , m_width(chart.size == ChartSize::Half ? 560 : 360)
        , m_plotWidth(m_width - kLeft - kRight)
        , m_time(timeAxis(std::max(chart.seconds, 1e-9), chart.size == ChartSize::Half ? 6 : 4))
        , m_highest(highestOf(chart.curves)) {
        double reach = m_highest;
        for (const ChartLimit& limit : chart.limits) {
            reach = isDrawn(limit) ? std::max(reach, limit.value) : reach;
        }
        m_values = valueAxis(reach, 4);
    }

    [[nodiscard]] bool isDrawn(const ChartLimit& limit) const {
        return limit.value <= kLimitReach * m_highest;
    }

    [[nodiscard]] QString svg() const {
        QString text = u"<svg viewBox=\"0 0 %1 %2\" role=\"img\" aria-label=\"%3\">"_s.arg(
            place(m_width), place(kHeight), escaped(m_chart.title));
        text += valueLines() + timeLabels();
        std::vector<const Curve*> backToFront;
        for (const Curve& curve : m_chart.curves) {
            backToFront.push_back(&curve);
        }
        std::ranges::sort(backToFront, {}, &Curve::ink);
        for (const Curve* curve : backToFront) {
            text += path(*curve);
        }
        for (std::size_t index = 0; index < m_chart.limits.size(); ++index) {
            if (isDrawn(m_chart.limits[index])) {
                text += horizontal(limitClass(index), m_chart.limits[index].value);
            }
        }
        return text + u"</svg>"_s;
    }

private:
    [[nodiscard]] double x(double second) const { return kLeft + second / m_time.end * m_plotWidth; }
    [[nodiscard]] double y(double value) const { return kTop + (1 - value / m_values.end) * kPlotHeight; }

    [[nodiscard]] QString horizontal(const QString& type, double value) const {
        return u"<line class=\"%1\" x1=\"%2\" x2=\"%3\" y1=\"%4\" y2=\"%4\"/>"_s.arg(
            type, place(kLeft), place(m_width - kRight), place(y(value)));
    }

    [[nodiscard]] QString valueLines() const {
        QString text;
        for (const double tick : m_values.ticks) {
            text += horizontal(tick == 0 ? u"base"_s : u"grid"_s, tick);
            const QString label = tick == 0 ? u"0"_s : m_chart.figure(tick);
            text += u"<text class=\"v\" x=\"%1\" y=\"%2\">%3</text>"_s.arg(
                place(kLeft - 6), place(y(tick) + 3.5), escaped(label));
        }
        return text;
    }

    [[nodiscard]] QString timeLabels() const {
        QString text;
        for (const double tick : m_time.ticks) {
            const bool atEnd = x(tick) > m_width - kRight - 14;
            text += u"<text class=\"%1\" x=\"%2\" y=\"%3\">%4</text>"_s.arg(
                atEnd ? u"v"_s : u"t"_s, place(atEnd ? m_width - kRight : x(tick)), place(kHeight - 6),
                escaped(timeLabel(tick, m_time)));
        }
        return text;
    }

    [[nodiscard]] QString path(const Curve& curve) const {
        QString line;
        QString dots;
        for (const CurvePiece& piece :
             thinned(curve.points, 0, m_time.end, static_cast<std::size_t>(m_plotWidth))) {
            if (piece.size() == 1) {
                dots += u"<circle class=\"%1\" cx=\"%2\" cy=\"%3\" r=\"2.5\"/>"_s.arg(
                    inkClass(curve.ink), place(x(piece[0].x)), place(y(*piece[0].y)));
                continue;
            }
            QChar command = u'M';
            for (const CurvePoint& point : piece) {
                line += command + place(x(point.x)) + u' ' + place(y(*point.y));
                command = u'L';
            }
        }
        const bool isDense = static_cast<double>(curve.points.size()) > 1.5 * m_plotWidth;
        const QString type = isDense ? inkClass(curve.ink) + u" dense"_s : inkClass(curve.ink);
        const QString stroke =
            line.isEmpty() ? QString() : u"<path class=\"%1\" d=\"%2\"/>"_s.arg(type, line);
        return stroke + dots;
    }

    const ChartSpec& m_chart;
    double m_width;
    double m_plotWidth;
    Axis m_time;
    Axis m_values;
    double m_highest;
};

QString legendEntry(const QString& type, const QString& label) {
    return u"<li><svg class=\"key\" viewBox=\"0 0 26 8\" aria-hidden=\"true\"><line class=\"%1\" x1=\"0\" "
           "x2=\"26\" y1=\"4\" y2=\"4\"/></svg>%2</li>"_s.arg(type, escaped(label));
}

QString legend(const ChartSpec& chart, const Plot& plot) {
    QString text = u"<ul class=\"legend\">"_s;
    for (const Curve& curve : chart.curves) {
        text += legendEntry(inkClass(curve.ink), curve.label);
    }
    for (std::size_t index = 0; index < chart.limits.size(); ++index) {
        const ChartLimit& limit = chart.limits[index];
        text += legendEntry(limitClass(index), plot.isDrawn(limit)
                                                   ? limit.label
                                                   : Words::tr("%1 (above this chart)").arg(limit.label));
    }
    return text + u"</ul>"_s;
}

} // namespace

QString chartFigure(const ChartSpec& chart) {
    QString text = chart.size == ChartSize::Half ? u"<figure>"_s : u"<figure class=\"third\">"_s;
    text += u"<figcaption><b>"_s + escaped(chart.title) + u"</b>"_s;
    if (!chart.hint.isEmpty()) {
        text += u" <span>"_s + escaped(chart.hint) + u"</span>"_s;
    }
    text += u"</figcaption>"_s;
    if (!hasPoints(chart.curves)) {
        return text + u"<p class=\"none\">"_s + escaped(Words::tr("no samples")) + u"</p></figure>\n"_s;
    }
    const Plot plot(chart);
    return text + legend(chart, plot) + plot.svg() + u"</figure>\n"_s;
}

} // namespace bw::ui_report
