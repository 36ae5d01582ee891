#include "ui/charts/spectrum_chart.h"

#include "ui/plot/axis.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace bw::charts {
namespace {

constexpr double kLine = 1.8;
constexpr double kStep = 0.125; // nines that a key moves by
constexpr int kHeight = 26 * theme::kGrid;

// 0.99 → 2
double ninesOf(double share) {
    return -std::log10(std::max(1e-12, 1 - share));
}

double shareOf(double nines) {
    return 1 - std::pow(10, -nines);
}

// "99.9 %", with as many digits as tell it from its neighbours.
QString percentileText(double share) {
    const int digits = std::clamp(static_cast<int>(std::ceil(ninesOf(share) - 1.7)), 0, 6);
    QString text = QString::number(share * 100, 'f', digits);
    while (digits > 0 && (text.endsWith(u'0') || text.endsWith(u'.'))) {
        const bool isPoint = text.endsWith(u'.');
        text.chop(1);
        if (isPoint) {
            break;
        }
    }
    return text + QChar(0x202F) + QLatin1Char('%');
}

} // namespace

SpectrumChart::SpectrumChart(const QString& title, ValueText text, QWidget* parent)
    : QWidget(parent)
    , m_title(title)
    , m_text(std::move(text)) {
    QFont small = font();
    small.setPointSizeF(small.pointSizeF() * 0.88);
    setFont(small);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setFocusPolicy(Qt::TabFocus);
    setMouseTracking(true);
    tellAccessibly();
}

void SpectrumChart::setTitle(const QString& title) {
    m_title = title;
    tellAccessibly();
    update();
}

void SpectrumChart::setLines(std::vector<Line> lines) {
    m_lines = std::move(lines);
    m_highest = 0;
    double share = 0;
    for (const Line& line : m_lines) {
        if (!line.points.empty()) {
            m_highest = std::max(m_highest, line.points.back().value);
            share = std::max(share, line.points.back().share);
        }
    }
    m_nines = std::max(2.0, ninesOf(share));
    m_reading.reset();
    tellAccessibly();
    update();
}

QSize SpectrumChart::sizeHint() const {
    return {48 * theme::kGrid, kHeight};
}

QSize SpectrumChart::minimumSizeHint() const {
    return {30 * theme::kGrid, 18 * theme::kGrid};
}

std::optional<double> SpectrumChart::valueAt(const Line& line, double share) {
    const auto above = std::ranges::lower_bound(line.points, share, {}, &Point::share);
    if (above == line.points.end()) {
        return std::nullopt;
    }
    if (above == line.points.begin()) {
        return above->value;
    }
    const Point& below = *std::prev(above);
    const double part = (share - below.share) / (above->share - below.share);
    return below.value + (above->value - below.value) * part;
}

bool SpectrumChart::isEmpty() const {
    return std::ranges::all_of(m_lines, [](const Line& line) { return line.points.empty(); });
}

QRectF SpectrumChart::area() const {
    const int line = fontMetrics().height();
    const plot::Axis axis = plot::valueAxis(m_highest, 4);
    int labels = 0;
    for (const double tick : axis.ticks) {
        labels = std::max(labels, fontMetrics().horizontalAdvance(m_text(tick)));
    }
    return QRectF(rect()).adjusted(labels + theme::kGrid, line + theme::kGrid, -2 * theme::kGrid,
                                   -(line + theme::kGrid));
}

double SpectrumChart::xOf(double nines) const {
    const QRectF room = area();
    return room.left() + nines / m_nines * room.width();
}

void SpectrumChart::paintEvent(QPaintEvent* /*event*/) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintHead(painter);
    if (isEmpty()) {
        painter.setPen(theme::tokens(palette()).muted);
        painter.drawText(area(), Qt::AlignCenter, tr("no samples"));
        return;
    }
    paintGrid(painter);
    paintLines(painter);
    if (m_reading) {
        paintReading(painter);
    }
}

void SpectrumChart::paintHead(QPainter& painter) const {
    const theme::Tokens& t = theme::tokens(palette());
    QFont strong = font(); // as a TimeChart's title
    strong.setWeight(QFont::DemiBold);
    painter.setFont(strong);
    painter.setPen(t.muted);
    const QRect head(theme::kGrid, 0, width() - 2 * theme::kGrid, fontMetrics().height());
    painter.drawText(head, Qt::AlignLeft | Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(m_title, Qt::ElideMiddle, head.width() * 2 / 3));
    painter.setFont(font());
    int right = head.right();
    for (auto line = m_lines.rbegin(); line != m_lines.rend(); ++line) {
        const int words = fontMetrics().horizontalAdvance(line->name);
        painter.setPen(t.muted);
        painter.drawText(QRect(right - words, head.top(), words, head.height()), Qt::AlignVCenter,
                         line->name);
        painter.setPen(QPen(colourOf(line->role, t, line->scenario), 2 * kLine));
        const int dash = right - words - theme::kGrid;
        painter.drawLine(dash - theme::kGrid, head.center().y(), dash + theme::kHalfGrid, head.center().y());
        right = dash - 3 * theme::kGrid;
    }
}

void SpectrumChart::paintGrid(QPainter& painter) const {
    const theme::Tokens& t = theme::tokens(palette());
    const QRectF room = area();
    const plot::Axis axis = plot::valueAxis(m_highest, 4);
    for (const double tick : axis.ticks) {
        const double y = std::round(room.bottom() - tick / axis.end * room.height()) + 0.5;
        painter.setPen(t.line);
        painter.drawLine(QPointF(room.left(), y), QPointF(room.right(), y));
        painter.setPen(t.muted);
        painter.drawText(
            QRectF(0, y - fontMetrics().height(), room.left() - theme::kGrid, 2 * fontMetrics().height()),
            Qt::AlignRight | Qt::AlignVCenter, m_text(tick));
    }
    double free = -1e9;
    for (const double share : {0.0, 0.5, 0.9, 0.95, 0.99, 0.999, 0.9999, 0.99999}) {
        const double nines = ninesOf(share);
        const QString text = share == 0 ? QStringLiteral("0") : percentileText(share);
        const double half = fontMetrics().horizontalAdvance(text) / 2.0;
        const double x = xOf(nines);
        if (nines > m_nines + 1e-9 || x - half < free) {
            continue;
        }
        painter.setPen(t.line);
        painter.drawLine(QPointF(x, room.top()), QPointF(x, room.bottom() + theme::kHalfGrid));
        painter.setPen(t.muted);
        const double left = std::min(x - half, width() - 2 * half - 1);
        painter.drawText(QRectF(left, room.bottom() + theme::kHalfGrid, 2 * half + 1, fontMetrics().height()),
                         Qt::AlignCenter, text);
        free = x + half + theme::kGrid;
    }
}

void SpectrumChart::paintLines(QPainter& painter) const {
    const theme::Tokens& t = theme::tokens(palette());
    const QRectF room = area();
    const plot::Axis axis = plot::valueAxis(m_highest, 4);
    for (const Line& line : m_lines) {
        QPolygonF points;
        for (const Point& point : line.points) {
            points << QPointF(xOf(ninesOf(point.share)),
                              room.bottom() - point.value / axis.end * room.height());
        }
        painter.setPen(QPen(colourOf(line.role, t, line.scenario), kLine, penStyleOf(line.role), Qt::RoundCap,
                            Qt::RoundJoin));
        painter.setBrush(Qt::NoBrush);
        painter.drawPolyline(points);
    }
}

void SpectrumChart::paintReading(QPainter& painter) const {
    const theme::Tokens& t = theme::tokens(palette());
    const QRectF room = area();
    const double x = xOf(*m_reading);
    painter.setPen(t.muted);
    painter.drawLine(QPointF(x, room.top()), QPointF(x, room.bottom()));
    QStringList lines{percentileText(shareOf(*m_reading))};
    for (const Line& line : m_lines) {
        const auto value = valueAt(line, shareOf(*m_reading));
        lines << line.name + QStringLiteral("  ") + (value ? m_text(*value) : QStringLiteral("–"));
    }
    double width = 0;
    for (const QString& line : lines) {
        width = std::max<double>(width, fontMetrics().horizontalAdvance(line));
    }
    QRectF box(0, 0, width + 2 * theme::kGrid,
               static_cast<double>(lines.size()) * fontMetrics().height() + theme::kGrid);
    const bool fits = x + theme::kGrid + box.width() < room.right();
    box.moveTopLeft({fits ? x + theme::kGrid : x - theme::kGrid - box.width(), room.top()});
    painter.setPen(t.line);
    painter.setBrush(t.raised);
    painter.drawRoundedRect(box, theme::kRadius, theme::kRadius);
    painter.setPen(t.text);
    painter.drawText(box.adjusted(theme::kGrid, theme::kHalfGrid, 0, 0), Qt::AlignLeft | Qt::AlignTop,
                     lines.join(QLatin1Char('\n')));
}

void SpectrumChart::mouseMoveEvent(QMouseEvent* event) {
    const QRectF room = area();
    const double nines = (event->position().x() - room.left()) / room.width() * m_nines;
    m_reading = isEmpty() ? std::nullopt : std::optional(std::clamp(nines, 0.0, m_nines));
    update();
}

void SpectrumChart::leaveEvent(QEvent* event) {
    m_reading.reset();
    update();
    QWidget::leaveEvent(event);
}

void SpectrumChart::keyPressEvent(QKeyEvent* event) {
    const int by = event->key() == Qt::Key_Right ? 1 : event->key() == Qt::Key_Left ? -1 : 0;
    if (by == 0 || isEmpty()) {
        QWidget::keyPressEvent(event);
        return;
    }
    const double from = m_reading.value_or(by > 0 ? 0 : m_nines);
    m_reading = std::clamp(from + by * kStep, 0.0, m_nines);
    tellAccessibly();
    update();
}

void SpectrumChart::focusOutEvent(QFocusEvent* event) {
    m_reading.reset();
    update();
    QWidget::focusOutEvent(event);
}

void SpectrumChart::changeEvent(QEvent* event) {
    if (event->type() == QEvent::PaletteChange) {
        update();
    }
    QWidget::changeEvent(event);
}

void SpectrumChart::tellAccessibly() {
    setAccessibleName(m_title);
    QStringList parts;
    for (const Line& line : m_lines) {
        for (const double share : {0.5, 0.95, 0.99}) {
            if (const auto value = valueAt(line, m_reading ? shareOf(*m_reading) : share)) {
                parts << line.name + QLatin1Char(' ') +
                             percentileText(m_reading ? shareOf(*m_reading) : share) + QLatin1Char(' ') +
                             m_text(*value);
            }
            if (m_reading) {
                break;
            }
        }
    }
    setAccessibleDescription(parts.isEmpty() ? tr("no samples") : parts.join(QStringLiteral(", ")));
}

} // namespace bw::charts
