#include "ui/designer/load/load_painter.h"

#include "ui/format/units.h"
#include "ui/format/words.h"

#include <QCoreApplication>
#include <QPainterPath>

#include <algorithm>

namespace bw::designer {
namespace {

constexpr double kPoint = 4; // half the side of a point
constexpr double kStepPixels = 1;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(LoadCanvas)
};

// So many say nothing one by one: all but the chosen ones are background to the total.
constexpr std::size_t kCrowd = 12;

bool isChosen(const LoadCurve& curve, const LoadLook& look) {
    return curve.name() == look.current || curve.name() == look.hovered;
}

} // namespace

LoadPainter::LoadPainter(QPainter& painter, const LoadPicture& picture, const LoadScale& scale,
                         const theme::Tokens& tokens)
    : m_painter(painter)
    , m_picture(picture)
    , m_scale(scale)
    , m_tokens(tokens)
    , m_metrics(painter.font()) {
    m_painter.setRenderHint(QPainter::Antialiasing);
}

QColor LoadPainter::colour(const LoadCurve& curve) const {
    return m_tokens.scenario[static_cast<std::size_t>(curve.colour()) % m_tokens.scenario.size()];
}

void LoadPainter::paintGrid() {
    const bool hasVus = m_picture.has(LoadUnit::Vus);
    const bool hasRate = m_picture.has(LoadUnit::Rate);
    if (hasVus || !hasRate) {
        paintLevels(LoadUnit::Vus, Qt::AlignLeft);
    }
    if (hasRate) {
        paintLevels(LoadUnit::Rate, hasVus ? Qt::AlignRight : Qt::AlignLeft);
    }
    paintTimes();
}

void LoadPainter::paintLevels(LoadUnit unit, Qt::Alignment side) {
    const QRectF& area = m_scale.area;
    const bool isLeft = side == Qt::AlignLeft;
    for (const double tick : m_scale.axis(unit).ticks) {
        const double y = std::round(m_scale.yOf(unit, tick)) + 0.5;
        if (isLeft) {
            m_painter.setPen(m_tokens.line);
            m_painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y));
        }
        m_painter.setPen(m_tokens.muted);
        const double left = isLeft ? 0 : area.right() + theme::kGrid;
        const double width = isLeft ? area.left() - theme::kGrid : 200;
        const QRectF room(left, y - m_metrics.height() / 2, width, m_metrics.height());
        m_painter.drawText(room, (isLeft ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter,
                           format::count(tick));
    }
    const QString title = unit == LoadUnit::Vus ? Words::tr("VUs") : Words::tr("iterations/s");
    const double top = std::max(0.0, area.top() - 1.5 * m_metrics.height() - theme::kHalfGrid / 2.0);
    const double right = m_painter.viewport().width() / m_painter.device()->devicePixelRatioF();
    const QRectF room(theme::kGrid, top, right - 2 * theme::kGrid, m_metrics.height());
    m_painter.setPen(m_tokens.muted);
    m_painter.drawText(room, side | Qt::AlignVCenter, title);
}

void LoadPainter::paintTimes() {
    const QRectF& area = m_scale.area;
    for (const double tick : m_scale.timeTicks) {
        const double x = std::round(m_scale.xOf(tick)) + 0.5;
        m_painter.setPen(m_tokens.line);
        m_painter.drawLine(QPointF(x, area.bottom()), QPointF(x, area.bottom() + theme::kHalfGrid));
        m_painter.setPen(m_tokens.muted);
        const QString text = plot::timeLabel(tick, m_scale.timeLabels);
        const double half = m_metrics.horizontalAdvance(text) / 2 + 1;
        const double left = std::max(0.0, x - half);
        m_painter.drawText(QRectF(left, area.bottom() + theme::kHalfGrid + 1, 2 * half, m_metrics.height()),
                           Qt::AlignCenter, text);
    }
}

// A level for every pixel, and both sides of every point, so that jumps are upright.
QPolygonF LoadPainter::outline(const LoadCurve& curve) const {
    const LoadUnit unit = curve.unit();
    const double from = std::max(curve.start(), m_scale.time.from);
    const double to = std::min(curve.end(), m_scale.time.to);
    QPolygonF line;
    if (from > to) {
        return line;
    }
    const auto add = [&](double second) {
        line << QPointF(m_scale.xOf(second), m_scale.yOf(unit, curve.levelAt(second)));
    };
    std::vector<double> corners;
    constexpr double kJustBefore = 1e-9;
    for (const LoadPoint& point : curve.points()) {
        const double at = std::chrono::duration<double>(point.at).count();
        corners.insert(corners.end(), {at - kJustBefore, at});
    }
    auto corner = corners.begin();
    const double step = (m_scale.time.to - m_scale.time.from) / std::max(1.0, m_scale.area.width()) *
                        (unit == LoadUnit::Vus ? kStepPixels : 8 * kStepPixels);
    for (double second = from; second < to; second += step) {
        for (; corner != corners.end() && *corner <= second; ++corner) {
            if (*corner >= from) {
                add(*corner);
            }
        }
        add(second);
    }
    for (; corner != corners.end() && *corner <= to; ++corner) {
        if (*corner >= from) {
            add(*corner);
        }
    }
    return line;
}

void LoadPainter::paintCurve(const LoadCurve& curve, const LoadLook& look) {
    QPolygonF line = outline(curve);
    if (line.isEmpty()) {
        return;
    }
    const bool isCurrent = curve.name() == look.current;
    const double floor = m_scale.area.bottom();
    line.prepend(QPointF(line.first().x(), floor));
    line.append(QPointF(line.last().x(), floor));
    const bool isBackground = m_picture.curves.size() > kCrowd && !isChosen(curve, look);
    if (!isBackground) {
        QColor ground = colour(curve);
        ground.setAlphaF(isCurrent ? 0.24F : isChosen(curve, look) ? 0.16F : 0.08F);
        m_painter.setPen(Qt::NoPen);
        m_painter.setBrush(ground);
        m_painter.drawPolygon(line);
    }
    QColor ink = colour(curve);
    ink.setAlphaF(isBackground ? 0.45F : 1.0F);
    QPen pen(ink, isCurrent ? 2.4 : isBackground ? 1 : 1.4);
    pen.setJoinStyle(Qt::RoundJoin);
    if (curve.endsWhenDone()) {
        pen.setDashPattern({4, 3});
    }
    m_painter.setPen(pen);
    m_painter.setBrush(Qt::NoBrush);
    m_painter.drawPolyline(line);
}

void LoadPainter::paintTotal(LoadUnit unit) {
    const auto of = [unit](const LoadCurve& curve) { return curve.unit() == unit; };
    if (std::ranges::count_if(m_picture.curves, of) < 2) {
        return;
    }
    const double to = std::min(m_picture.seconds, m_scale.time.to);
    QList<QPolygonF> lines(1); // none where there is no load
    const double pixel = (m_scale.time.to - m_scale.time.from) / std::max(1.0, m_scale.area.width());
    for (double second = m_scale.time.from; second <= to; second += pixel) {
        if (const double total = m_picture.totalAt(unit, second); total > 0) {
            lines.last() << QPointF(m_scale.xOf(second), m_scale.yOf(unit, total));
        } else if (!lines.last().isEmpty()) {
            lines.append(QPolygonF());
        }
    }
    QPen pen(m_tokens.muted, 3);
    pen.setJoinStyle(Qt::RoundJoin);
    if (unit == LoadUnit::Rate && m_picture.has(LoadUnit::Vus)) {
        pen.setDashPattern({1, 1.5});
        pen.setCapStyle(Qt::RoundCap);
    }
    m_painter.setPen(pen);
    m_painter.setBrush(Qt::NoBrush);
    for (const QPolygonF& line : lines) {
        m_painter.drawPolyline(line);
    }
}

void LoadPainter::paintCurves(const LoadLook& look) {
    m_painter.save();
    m_painter.setClipRect(m_scale.area.adjusted(-2, -2, 2, 2));
    // Under the curves, whose colours say more where they meet; the chosen ones above the others.
    paintTotal(LoadUnit::Vus);
    paintTotal(LoadUnit::Rate);
    for (const LoadCurve& curve : m_picture.curves) {
        if (!isChosen(curve, look)) {
            paintCurve(curve, look);
        }
    }
    for (const LoadCurve& curve : m_picture.curves) {
        if (isChosen(curve, look)) {
            paintCurve(curve, look);
        }
    }
    paintNames(look);
    m_painter.restore();
}

// Above the highest place of each curve; where two would cover each other, the later one is left out. Of a
// crowd only the chosen ones'.
void LoadPainter::paintNames(const LoadLook& look) {
    std::vector<QRectF> taken;
    const auto paint = [&](const LoadCurve& curve) {
        const double from = std::max(curve.start(), m_scale.time.from);
        const double to = std::min(curve.end(), m_scale.time.to);
        if (from >= to) {
            return;
        }
        const double left = m_scale.xOf(from);
        const QString name = m_metrics.elidedText(format::plain(curve.name()), Qt::ElideMiddle,
                                                  std::max(48.0, m_scale.xOf(to) - left - theme::kGrid));
        double top = m_scale.area.bottom();
        double peakAt = from;
        for (const LoadPoint& point : curve.points()) {
            const double at = std::chrono::duration<double>(point.at).count();
            if (at >= from && at <= to && m_scale.yOf(curve.unit(), point.level) < top) {
                top = m_scale.yOf(curve.unit(), point.level);
                peakAt = at;
            }
        }
        QRectF room(0, 0, m_metrics.horizontalAdvance(name) + theme::kGrid, m_metrics.height());
        room.moveCenter({m_scale.xOf(peakAt), top - m_metrics.height() / 2 - theme::kHalfGrid});
        room.moveLeft(std::clamp(room.left(), m_scale.area.left() + 2,
                                 std::max(m_scale.area.left() + 2, m_scale.area.right() - room.width())));
        room.moveTop(std::max(room.top(), m_scale.area.top()));
        if (std::ranges::any_of(taken, [&](const QRectF& other) { return other.intersects(room); })) {
            return;
        }
        taken.push_back(room);
        QColor ground = m_tokens.surface;
        ground.setAlphaF(0.75F);
        m_painter.setPen(Qt::NoPen);
        m_painter.setBrush(ground);
        m_painter.drawRoundedRect(room, 2, 2);
        m_painter.setPen(isChosen(curve, look) ? m_tokens.text : m_tokens.muted);
        m_painter.drawText(room, Qt::AlignCenter, name);
        m_painter.fillRect(QRectF(room.left() + 3, room.bottom() - 1, room.width() - 6, 1.5), colour(curve));
    };
    for (const LoadCurve& curve : m_picture.curves) {
        if (isChosen(curve, look)) {
            paint(curve);
        }
    }
    const bool isCrowd = m_picture.curves.size() > kCrowd;
    for (const LoadCurve& curve : m_picture.curves) {
        if (!isCrowd && !isChosen(curve, look)) {
            paint(curve);
        }
    }
}

void LoadPainter::paintPoints(const LoadLook& look) {
    for (const LoadCurve& curve : m_picture.curves) {
        if (!isChosen(curve, look)) {
            continue;
        }
        for (std::size_t i = 0; i < curve.points().size(); ++i) {
            const LoadPoint& point = curve.points()[i];
            const double second = std::chrono::duration<double>(point.at).count();
            if (second < m_scale.time.from || second > m_scale.time.to) {
                continue;
            }
            const QPointF at(m_scale.xOf(second), m_scale.yOf(curve.unit(), point.level));
            const bool isChosenPoint = curve.name() == look.current && static_cast<int>(i) == look.point;
            if (isChosenPoint) {
                m_painter.setPen(QPen(look.hasFocus ? m_tokens.accent : m_tokens.muted, 1.5));
                m_painter.setBrush(Qt::NoBrush);
                m_painter.drawEllipse(at, kPoint + 4, kPoint + 4);
            }
            m_painter.setPen(QPen(colour(curve), 2));
            m_painter.setBrush(isChosenPoint ? colour(curve) : m_tokens.surface);
            m_painter.drawEllipse(at, kPoint, kPoint);
        }
    }
}

void LoadPainter::paintReading(const QPointF& at, const QStringList& lines) {
    double width = 0;
    for (const QString& line : lines) {
        width = std::max(width, m_metrics.horizontalAdvance(line));
    }
    QRectF box(0, 0, width + 2 * theme::kGrid,
               m_metrics.height() * static_cast<double>(lines.size()) + theme::kGrid);
    const bool fitsRight = at.x() + 2 * theme::kGrid + box.width() < m_scale.area.right();
    box.moveTopLeft({fitsRight ? at.x() + 2 * theme::kGrid : at.x() - 2 * theme::kGrid - box.width(),
                     std::clamp(at.y() - box.height() / 2, m_scale.area.top(),
                                std::max(m_scale.area.top(), m_scale.area.bottom() - box.height()))});
    m_painter.setPen(m_tokens.line);
    m_painter.setBrush(m_tokens.raised);
    m_painter.drawRoundedRect(box, theme::kRadius, theme::kRadius);
    double y = box.top() + theme::kHalfGrid;
    for (const QString& line : lines) {
        m_painter.setPen(&line == &lines.front() ? m_tokens.text : m_tokens.muted);
        m_painter.drawText(QRectF(box.left() + theme::kGrid, y, width + 1, m_metrics.height()),
                           Qt::AlignLeft | Qt::AlignVCenter, line);
        y += m_metrics.height();
    }
}

} // namespace bw::designer
