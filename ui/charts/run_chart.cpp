#include "ui/charts/run_chart.h"

#include "ui/plot/axis.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace bw::charts {
namespace {

constexpr double kLine = 1.5;
constexpr double kDot = 3;
constexpr int kTicks = 5;
constexpr double kReachOfLimits = 3;
constexpr float kBand = 0.10F;
constexpr float kLabelGround = 0.82F;

} // namespace

RunChart::RunChart(QWidget* parent)
    : QWidget(parent) {
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setFocusPolicy(Qt::TabFocus);
    setMouseTracking(true);
}

void RunChart::setData(const QString& title, std::vector<Point> points, const References& references,
                       ValueText text) {
    m_title = title;
    m_points = std::move(points);
    m_references = references;
    m_text = std::move(text);
    m_highest = std::max(references.baseline.value_or(0), references.toleratedTo.value_or(0));
    for (const Point& point : m_points) {
        m_highest = std::max(m_highest, point.value.value_or(0));
    }
    // A limit far above would press the points flat; it is told at the upper edge instead.
    if (references.limit && *references.limit <= m_highest * kReachOfLimits) {
        m_highest = std::max(m_highest, *references.limit * 1.05);
    }
    setAccessibleName(title);
    read(-1);
}

QSize RunChart::sizeHint() const {
    return {80 * theme::kGrid, 40 * theme::kGrid};
}

QSize RunChart::minimumSizeHint() const {
    return {40 * theme::kGrid, 20 * theme::kGrid};
}

double RunChart::end() const {
    return plot::valueAxis(m_highest, kTicks).end;
}

QRectF RunChart::area() const {
    const int line = fontMetrics().height();
    int labels = 0;
    for (const double tick : plot::valueAxis(m_highest, kTicks).ticks) {
        labels = std::max(labels, fontMetrics().horizontalAdvance(m_text ? m_text(tick) : QString()));
    }
    return QRectF(rect()).adjusted(labels + 2 * theme::kGrid, 2 * line, -2 * theme::kGrid,
                                   -(line + theme::kGrid));
}

// Points stand in the middle of equal columns.
QPointF RunChart::placeOf(std::size_t point, double value) const {
    const QRectF room = area();
    const double column = room.width() / static_cast<double>(std::max<std::size_t>(1, m_points.size()));
    return {room.left() + column * (static_cast<double>(point) + 0.5),
            room.bottom() - value / end() * room.height()};
}

void RunChart::paintEvent(QPaintEvent* /*event*/) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const theme::Tokens& t = theme::tokens(palette());
    QFont strong = font();
    strong.setWeight(QFont::DemiBold);
    painter.setFont(strong);
    painter.setPen(t.text);
    painter.drawText(QRect(theme::kGrid, 0, width() - 2 * theme::kGrid, fontMetrics().height()),
                     Qt::AlignLeft | Qt::AlignVCenter, m_title);
    painter.setFont(font());
    const bool isEmpty =
        std::ranges::none_of(m_points, [](const Point& one) { return one.value.has_value(); });
    if (isEmpty || !m_text) {
        painter.setPen(t.muted);
        painter.drawText(rect(), Qt::AlignCenter, tr("no samples"));
        return;
    }
    paintBand(painter);
    paintGrid(painter);
    paintReferences(painter);
    paintPoints(painter);
    if (m_reading >= 0) {
        paintReading(painter);
    }
}

void RunChart::paintGrid(QPainter& painter) const {
    const theme::Tokens& t = theme::tokens(palette());
    const QRectF room = area();
    const int line = fontMetrics().height();
    for (const double tick : plot::valueAxis(m_highest, kTicks).ticks) {
        const double y = std::round(room.bottom() - tick / end() * room.height()) + 0.5;
        painter.setPen(t.line);
        painter.drawLine(QPointF(room.left(), y), QPointF(room.right(), y));
        painter.setPen(t.muted);
        painter.drawText(QRectF(0, y - line, room.left() - theme::kGrid, 2 * line),
                         Qt::AlignRight | Qt::AlignVCenter, m_text(tick));
    }
    double free = -1e9;
    for (std::size_t i = 0; i < m_points.size(); ++i) {
        const double x = placeOf(i, 0).x();
        const double half = fontMetrics().horizontalAdvance(m_points[i].name) / 2.0 + 1;
        if (x - half > free) {
            painter.drawText(QRectF(x - half, room.bottom() + theme::kHalfGrid, 2 * half, line),
                             Qt::AlignCenter, m_points[i].name);
            free = x + half + theme::kGrid;
        }
    }
}

void RunChart::paintBand(QPainter& painter) const {
    if (!m_references.baseline || !m_references.toleratedTo) {
        return;
    }
    const QRectF room = area();
    const double from = placeOf(0, *m_references.baseline).y();
    const double to = std::clamp(placeOf(0, *m_references.toleratedTo).y(), room.top(), room.bottom());
    QColor band = theme::tokens(palette()).muted;
    band.setAlphaF(kBand);
    painter.fillRect(QRectF(QPointF(room.left(), from), QPointF(room.right(), to)).normalized(), band);
}

void RunChart::paintReferences(QPainter& painter) const {
    const theme::Tokens& t = theme::tokens(palette());
    const QRectF room = area();
    const int line = fontMetrics().height();
    const auto paint = [&](double value, const QColor& colour, const QString& words, Qt::Alignment side) {
        const bool fits = value <= end();
        const double y = fits ? placeOf(0, value).y() : room.top();
        painter.setPen(QPen(colour, kLine, Qt::DashLine));
        if (fits) {
            painter.drawLine(QPointF(room.left(), y), QPointF(room.right(), y));
        }
        const double label = fits && y - line - 2 >= room.top() - line ? y - line - 2 : y + 2;
        const QString text = fits ? words : words + QStringLiteral(" ↑");
        const QRectF row(room.left(), label, room.width(), line);
        QColor ground = t.surface;
        ground.setAlphaF(kLabelGround);
        painter.fillRect(painter.boundingRect(row, static_cast<int>(side), text), ground);
        painter.drawText(row, side, text);
    };
    if (m_references.baseline) {
        paint(*m_references.baseline, t.muted, tr("baseline %1").arg(m_text(*m_references.baseline)),
              Qt::AlignRight);
    }
    if (m_references.limit) {
        paint(*m_references.limit, t.bad, tr("budget %1").arg(m_text(*m_references.limit)), Qt::AlignLeft);
    }
}

void RunChart::paintPoints(QPainter& painter) const {
    const theme::Tokens& t = theme::tokens(palette());
    QPolygonF line;
    const auto drawLine = [&] {
        painter.setPen(QPen(t.accent, kLine));
        painter.setBrush(Qt::NoBrush);
        painter.drawPolyline(line);
        line.clear();
    };
    for (std::size_t i = 0; i < m_points.size(); ++i) {
        if (m_points[i].value) {
            line << placeOf(i, *m_points[i].value);
        } else {
            drawLine(); // a run that did not measure it is a gap
        }
    }
    drawLine();
    for (std::size_t i = 0; i < m_points.size(); ++i) {
        if (m_points[i].value) {
            const bool isRead = static_cast<int>(i) == m_reading;
            painter.setPen(QPen(t.accent, kLine));
            painter.setBrush(m_points[i].isMarked || isRead ? t.accent : t.surface);
            const double size = m_points[i].isMarked || isRead ? kDot + 1.5 : kDot;
            painter.drawEllipse(placeOf(i, *m_points[i].value), size, size);
        }
    }
}

void RunChart::paintReading(QPainter& painter) const {
    const theme::Tokens& t = theme::tokens(palette());
    const Point& point = m_points[static_cast<std::size_t>(m_reading)];
    const QString value = point.value ? m_text(*point.value) : tr("no samples");
    const QString words = value + QLatin1Char('\n') + point.details;
    const QRectF room = area();
    const QPointF at = placeOf(static_cast<std::size_t>(m_reading), point.value.value_or(0));
    QRectF box = painter.fontMetrics().boundingRect(QRect(0, 0, 10'000, 10'000), Qt::AlignLeft, words);
    box.adjust(0, 0, 2 * theme::kGrid, theme::kGrid);
    const bool fits = at.x() + 2 * theme::kGrid + box.width() < room.right();
    box.moveTopLeft({fits ? at.x() + 2 * theme::kGrid : at.x() - 2 * theme::kGrid - box.width(),
                     std::clamp(at.y() - box.height() / 2, room.top(),
                                std::max(room.top(), room.bottom() - box.height()))});
    painter.setPen(t.line);
    painter.setBrush(t.raised);
    painter.drawRoundedRect(box, theme::kRadius, theme::kRadius);
    painter.setPen(t.text);
    painter.drawText(box.adjusted(theme::kGrid, theme::kHalfGrid, 0, 0), Qt::AlignLeft, words);
}

void RunChart::read(int point) {
    m_reading = point;
    const bool isOne = point >= 0 && point < static_cast<int>(m_points.size());
    const Point* shown = isOne              ? &m_points[static_cast<std::size_t>(point)]
                         : m_points.empty() ? nullptr
                                            : &m_points.back();
    setAccessibleDescription(shown == nullptr || !shown->value || !m_text
                                 ? tr("no samples")
                                 : shown->name + QStringLiteral(": ") + m_text(*shown->value));
    update();
}

void RunChart::mouseMoveEvent(QMouseEvent* event) {
    const QRectF room = area();
    const double share = (event->position().x() - room.left()) / std::max(1.0, room.width());
    const int count = static_cast<int>(m_points.size());
    read(count == 0 ? -1 : std::clamp(static_cast<int>(share * count), 0, count - 1));
}

void RunChart::mouseDoubleClickEvent(QMouseEvent* event) {
    mouseMoveEvent(event);
    if (m_reading >= 0) {
        Q_EMIT opened(m_reading);
    }
}

void RunChart::leaveEvent(QEvent* event) {
    read(-1);
    QWidget::leaveEvent(event);
}

void RunChart::keyPressEvent(QKeyEvent* event) {
    const int count = static_cast<int>(m_points.size());
    const int by = event->key() == Qt::Key_Right ? 1 : event->key() == Qt::Key_Left ? -1 : 0;
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isEnter && m_reading >= 0) {
        Q_EMIT opened(m_reading);
    } else if (by != 0 && count > 0) {
        read(m_reading < 0 ? (by > 0 ? 0 : count - 1) : std::clamp(m_reading + by, 0, count - 1));
    } else {
        QWidget::keyPressEvent(event);
    }
}

void RunChart::changeEvent(QEvent* event) {
    if (event->type() == QEvent::PaletteChange) {
        update();
    }
    QWidget::changeEvent(event);
}

} // namespace bw::charts
