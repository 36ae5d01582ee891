#include "ui/report/svg_chart.h"

#include "ui/plot/axis.h"
#include "ui/report/report_words.h"

#include <QStringList>

#include <algorithm>
#include <cmath>
#include <optional>
#include <ranges>
#include <utility>

namespace bw::ui_report {
namespace {

using namespace Qt::StringLiterals;

constexpr double kHeight = 196;
constexpr double kLeft = 60;
constexpr double kRight = 8;
constexpr double kTop = 8;
constexpr double kTopOfMoments = 20; // with room for their numbers
constexpr double kNumberHeight = 6;  // above the plot
constexpr double kNumberWidth = 16;
constexpr double kBottom = 22;
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

double widthOf(ChartSize size, Medium medium) {
    if (medium == Medium::Paper) {
        return size == ChartSize::Half ? 384 : 252;
    }
    return size == ChartSize::Half ? 560 : 360;
}

int timeTicks(ChartSize size, Medium medium) {
    return size == ChartSize::Half ? 6 : medium == Medium::Paper ? 3 : 4;
}

QString place(double value) {
    return QString::number(value, 'f', 1);
}

double highestOf(const std::vector<Curve>& curves) {
    double highest = 0;
    for (const Curve& curve : curves) {
        for (const plot::CurvePoint& point : curve.points) {
            highest = std::max(highest, point.y.value_or(0));
        }
    }
    return highest;
}

bool hasPoints(const std::vector<Curve>& curves) {
    return std::ranges::any_of(curves, [](const Curve& curve) {
        return std::ranges::any_of(curve.points,
                                   [](const plot::CurvePoint& point) { return point.y.has_value(); });
    });
}

class Plot {
public:
    Plot(const ChartSpec& chart, Medium medium)
        : m_chart(chart)
        , m_width(widthOf(chart.size, medium))
        , m_plotWidth(m_width - kLeft - kRight)
        , m_top(chart.moments.empty() ? kTop : kTopOfMoments)
        , m_time(plot::timeAxis(std::max(chart.seconds, 1e-9), timeTicks(chart.size, medium)))
        , m_highest(highestOf(chart.curves)) {
        double reach = m_highest;
        for (const ChartLimit& limit : chart.limits) {
            reach = isDrawn(limit) ? std::max(reach, limit.value) : reach;
        }
        m_values = plot::valueAxis(reach, 4);
    }

    [[nodiscard]] bool isDrawn(const ChartLimit& limit) const {
        return limit.value <= kLimitReach * m_highest;
    }

    [[nodiscard]] QString svg() const {
        QString text = u"<svg viewBox=\"0 0 %1 %2\" role=\"img\"><title>%3</title><desc>%4</desc>"_s.arg(
            place(m_width), place(kHeight), escaped(m_chart.title), escaped(inWords()));
        text += pauses() + valueLines() + timeLabels();
        std::vector<const Curve*> backToFront;
        for (const Curve& curve : m_chart.curves) {
            backToFront.push_back(&curve);
        }
        std::ranges::sort(backToFront, {}, &Curve::ink);
        QString lines;
        for (const Curve* curve : backToFront) {
            const std::vector<plot::CurvePiece> pieces = drawn(*curve);
            text += band(*curve, pieces);
            lines += line(*curve, pieces);
        }
        text += lines;
        for (std::size_t index = 0; index < m_chart.limits.size(); ++index) {
            if (isDrawn(m_chart.limits[index])) {
                text += horizontal(limitClass(index), m_chart.limits[index].value);
            }
        }
        return text + moments() + u"</svg>"_s;
    }

    // Some curve has more points than there is room for, and its band can be seen.
    [[nodiscard]] bool hasBands() const {
        const auto isVisible = [this](const plot::CurveColumn& column) {
            return column.high - column.low > 0.01 * m_values.end;
        };
        return std::ranges::any_of(m_chart.curves, [&](const Curve& curve) {
            return isDense(curve) && std::ranges::any_of(drawn(curve) | std::views::join, isVisible);
        });
    }

private:
    [[nodiscard]] double x(double second) const { return kLeft + second / m_time.end * m_plotWidth; }
    [[nodiscard]] double y(double value) const { return m_top + (1 - value / m_values.end) * plotHeight(); }
    [[nodiscard]] double plotHeight() const { return kHeight - m_top - kBottom; }

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
                escaped(plot::timeLabel(tick, m_time)));
        }
        return text;
    }

    [[nodiscard]] QString pauses() const {
        QString text;
        for (const ChartMoment& moment : m_chart.moments) {
            if (moment.length > 0) {
                text += u"<rect class=\"pause\" x=\"%1\" y=\"%2\" width=\"%3\" height=\"%4\"/>"_s.arg(
                    place(x(moment.second)), place(m_top), place(moment.length / m_time.end * m_plotWidth),
                    place(plotHeight()));
            }
        }
        return text;
    }

    // A number that has no room is left out; its line is not.
    [[nodiscard]] QString moments() const {
        QString text;
        double free = 0;
        for (const ChartMoment& moment : m_chart.moments) {
            const double at = x(moment.second);
            text += u"<line class=\"moment\" x1=\"%1\" x2=\"%1\" y1=\"%2\" y2=\"%3\"/>"_s.arg(
                place(at), place(m_top), place(kHeight - kBottom));
            if (at - kNumberWidth / 2 >= free) {
                text += u"<text class=\"t\" x=\"%1\" y=\"%2\">%3</text>"_s.arg(
                    place(at), place(m_top - kNumberHeight), escaped(moment.number));
                free = at + kNumberWidth / 2;
            }
        }
        return text;
    }

    [[nodiscard]] bool isDense(const Curve& curve) const {
        return static_cast<double>(curve.points.size()) > m_plotWidth;
    }

    [[nodiscard]] std::vector<plot::CurvePiece> drawn(const Curve& curve) const {
        const double columns = isDense(curve) ? m_plotWidth / 2 : m_plotWidth;
        return plot::thinned(curve.points, 0, m_time.end, static_cast<std::size_t>(columns));
    }

    // What the picture shows, for who cannot see it.
    [[nodiscard]] QString inWords() const {
        QStringList parts;
        for (const Curve& curve : m_chart.curves) {
            std::optional<std::pair<double, double>> range;
            for (const plot::CurvePoint& point : curve.points) {
                if (point.y) {
                    range =
                        range ? std::pair(std::min(range->first, *point.y), std::max(range->second, *point.y))
                              : std::pair(*point.y, *point.y);
                }
            }
            if (range) {
                parts += Words::tr("%1: %2 to %3")
                             .arg(curve.label, m_chart.figure(range->first), m_chart.figure(range->second));
            }
        }
        return parts.join(u"; "_s);
    }

    [[nodiscard]] QString at(double second, double value) const {
        return place(x(second)) + u' ' + place(y(value));
    }

    // From the lowest to the highest value of each column.
    [[nodiscard]] QString band(const Curve& curve, const std::vector<plot::CurvePiece>& pieces) const {
        QString outline;
        for (const plot::CurvePiece& piece : pieces) {
            if (!isDense(curve) || piece.size() == 1) {
                continue;
            }
            QChar command = u'M';
            for (const plot::CurveColumn& column : piece) {
                outline += command + at(column.x, column.high);
                command = u'L';
            }
            for (const plot::CurveColumn& column : piece | std::views::reverse) {
                outline += command + at(column.x, column.low);
            }
            outline += u'Z';
        }
        return outline.isEmpty() ? QString()
                                 : u"<path class=\"band %1\" d=\"%2\"/>"_s.arg(inkClass(curve.ink), outline);
    }

    [[nodiscard]] QString line(const Curve& curve, const std::vector<plot::CurvePiece>& pieces) const {
        QString strokes;
        QString dots;
        for (const plot::CurvePiece& piece : pieces) {
            if (piece.size() == 1) {
                dots += u"<circle class=\"%1\" cx=\"%2\" cy=\"%3\" r=\"2.5\"/>"_s.arg(
                    inkClass(curve.ink), place(x(piece[0].x)), place(y(piece[0].mean)));
                continue;
            }
            QChar command = u'M';
            for (const plot::CurveColumn& column : piece) {
                strokes += command + at(column.x, column.mean);
                command = u'L';
            }
        }
        return (strokes.isEmpty() ? QString()
                                  : u"<path class=\"%1\" d=\"%2\"/>"_s.arg(inkClass(curve.ink), strokes)) +
               dots;
    }

    const ChartSpec& m_chart;
    double m_width;
    double m_plotWidth;
    double m_top;
    plot::Axis m_time;
    plot::Axis m_values;
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
    QStringList above;
    for (std::size_t index = 0; index < chart.limits.size(); ++index) {
        const ChartLimit& limit = chart.limits[index];
        if (plot.isDrawn(limit)) {
            text += legendEntry(limitClass(index), limit.label);
        } else {
            above += limit.label;
        }
    }
    if (!above.isEmpty()) {
        text += u"<li>"_s + escaped(Words::tr("above this chart: %1").arg(above.join(u", "_s))) + u"</li>"_s;
    }
    if (plot.hasBands()) {
        text += u"<li>"_s + escaped(Words::tr("line: mean, band: lowest to highest")) + u"</li>"_s;
    }
    return text + u"</ul>"_s;
}

} // namespace

QString chartFigure(const ChartSpec& chart, Medium medium) {
    QString text = chart.size == ChartSize::Half ? u"<figure>"_s : u"<figure class=\"third\">"_s;
    text += u"<figcaption><b>"_s + escaped(chart.title) + u"</b>"_s;
    if (!chart.hint.isEmpty()) {
        text += u" <span>"_s + escaped(chart.hint) + u"</span>"_s;
    }
    text += u"</figcaption>"_s;
    if (!hasPoints(chart.curves)) {
        return text + u"<p class=\"none\">"_s + escaped(Words::tr("no samples")) + u"</p></figure>\n"_s;
    }
    const Plot plot(chart, medium);
    return text + legend(chart, plot) + plot.svg() + u"</figure>\n"_s;
}

} // namespace bw::ui_report
