#include "ui/charts/reading_box.h"

#include "ui/charts/readings.h"
#include "ui/format/units.h"

#include <algorithm>
#include <chrono>
#include <cmath>

namespace bw::charts {
namespace {

constexpr double kAway = 12; // from the cross-hair
constexpr double kPad = theme::kGrid;
constexpr double kSwatch = 12;
constexpr double kDotRadius = 3.5;

struct Line {
    QString name;
    QString value;
    QPen swatch;
};

std::vector<Line> linesOf(const ChartData& data, const std::set<QString>& hidden, const PlotTexts& texts,
                          const theme::Tokens& tokens, double second) {
    std::vector<Line> lines;
    for (const Curve& curve : data.curves) {
        if (hidden.contains(curve.name)) {
            continue;
        }
        const std::optional<double> value = valueAt(curve, second);
        lines.push_back({curve.name, value ? texts.of(curve.axis).exact(*value) : QStringLiteral("–"),
                         QPen(colourOf(curve, tokens), 2, penStyleOf(curve), Qt::FlatCap)});
    }
    return lines;
}

// Right of the cross-hair while there is room, else left.
QRectF boxAt(double x, const QSizeF& size, const PlotGeometry& geometry, const QSizeF& room) {
    const bool fitsRight = x + kAway + size.width() <= room.width();
    const double left = fitsRight ? x + kAway : x - kAway - size.width();
    return {std::round(std::max(0.0, left)), std::round(geometry.area.top()), size.width(), size.height()};
}

} // namespace

void paintReadingDots(QPainter& painter, const ChartData& data, const std::set<QString>& hidden,
                      const PlotGeometry& geometry, const theme::Tokens& tokens, double second) {
    painter.setPen(QPen(tokens.surface, 1.5));
    for (const Curve& curve : data.curves) {
        const std::optional<double> value = valueAt(curve, second);
        if (value && !hidden.contains(curve.name)) {
            painter.setBrush(colourOf(curve, tokens));
            painter.drawEllipse(QPointF(geometry.xOf(second), geometry.yOf(*value, curve.axis)), kDotRadius,
                                kDotRadius);
        }
    }
    painter.setBrush(Qt::NoBrush);
}

void paintReadingBox(QPainter& painter, const ChartData& data, const std::set<QString>& hidden,
                     const PlotGeometry& geometry, const PlotTexts& texts, const theme::Tokens& tokens,
                     double second, const QSizeF& room) {
    const QFontMetricsF metrics(painter.font());
    const QString time = format::duration(std::chrono::seconds(std::llround(second)));
    const std::vector<Line> lines = linesOf(data, hidden, texts, tokens, second);
    double names = 0;
    double values = 0;
    for (const Line& line : lines) {
        names = std::max(names, metrics.horizontalAdvance(line.name));
        values = std::max(values, metrics.horizontalAdvance(line.value));
    }
    const double height = metrics.height();
    const double wide = std::max(kSwatch + kPad + names + 2 * kPad + values, metrics.horizontalAdvance(time));
    const QSizeF size(std::ceil(wide) + 2 * kPad,
                      std::ceil(height * static_cast<double>(lines.size() + 1) + kPad));
    const QRectF box = boxAt(geometry.xOf(second), size, geometry, room);
    painter.setPen(QPen(tokens.line, 1));
    painter.setBrush(tokens.raised);
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), theme::kRadius, theme::kRadius);
    painter.setBrush(Qt::NoBrush);
    const QRectF inside = box.adjusted(kPad, kPad / 2, -kPad, -kPad / 2);
    painter.setPen(tokens.muted);
    painter.drawText(inside, Qt::AlignLeft | Qt::AlignTop, time);
    double y = inside.top();
    for (const Line& line : lines) {
        y += height;
        const double middle = std::round(y + height / 2);
        painter.setPen(line.swatch);
        painter.drawLine(QPointF(inside.left(), middle), QPointF(inside.left() + kSwatch, middle));
        painter.setPen(tokens.text);
        const QRectF row(inside.left() + kSwatch + kPad, y, inside.width() - kSwatch - kPad, height);
        painter.drawText(row, Qt::AlignLeft | Qt::AlignVCenter, line.name);
        painter.drawText(row, Qt::AlignRight | Qt::AlignVCenter, line.value);
    }
}

} // namespace bw::charts
