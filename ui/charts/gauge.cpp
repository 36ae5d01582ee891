#include "ui/charts/gauge.h"

#include "ui/charts/gauge_scale.h"
#include "ui/charts/gauge_text.h"
#include "ui/charts/sparkline.h"
#include "ui/format/limit_text.h"
#include "ui/theme/icons.h"
#include "ui/theme/tokens.h"

#include <QEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace bw::charts {
namespace {

// Measures are lines of text, so that a larger font makes a larger gauge.
constexpr double kWide = 11.4;
constexpr double kDial = 5.2;
constexpr double kThick = 0.42;
constexpr double kAboveDial = 0.35;
constexpr double kArcEnds = 0.76; // of the dial's height; the rest is free
constexpr double kSweep = 240;    // degrees of the arc
constexpr double kBegin = 210;    // degrees, counter-clockwise from three o'clock: at the lower left
constexpr double kMinute = 60;    // seconds
constexpr int kMoveMs = 100;
constexpr double kLargeFont = 1.35;
constexpr double kSmallFont = 0.88;
constexpr float kZoneOpacity = 0.28F;

QFont smallFont(QFont font) {
    font.setPointSizeF(font.pointSizeF() * kSmallFont);
    return font;
}

double angleAt(double place) {
    return kBegin - place * kSweep;
}

QPointF onCircle(const QPointF& centre, double radius, double degrees) {
    const double angle = degrees * std::numbers::pi / 180;
    return {centre.x() + radius * std::cos(angle), centre.y() - radius * std::sin(angle)};
}

void drawArc(QPainter& painter, const QRectF& box, double from, double to, const QColor& colour,
             double width) {
    painter.setPen(QPen(colour, width, Qt::SolidLine, Qt::FlatCap));
    painter.setBrush(Qt::NoBrush);
    painter.drawArc(box, static_cast<int>(angleAt(from) * 16), static_cast<int>((from - to) * kSweep * 16));
}

// The minute that ends now; what was not measured is left out.
Curve curveOf(const Figures& figures) {
    Curve curve{.name = {}, .role = CurveRole::Muted, .points = {{-kMinute, std::nullopt}}};
    for (std::size_t i = 0; i < figures.size(); ++i) {
        curve.points.push_back(
            {static_cast<double>(i) - static_cast<double>(figures.size()) + 1, figures[i]});
    }
    return curve;
}

} // namespace

Gauge::Gauge(QWidget* parent)
    : QWidget(parent) {
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    m_timer.setInterval(kMoveMs);
    connect(&m_timer, &QTimer::timeout, this, &Gauge::moveNeedle);
}

int Gauge::line() const {
    return fontMetrics().height();
}

QRectF Gauge::dial() const {
    const double side = kDial * line();
    return {(width() - side) / 2.0, (1 + kAboveDial) * line(), side, side};
}

QSize Gauge::sizeHint() const {
    const double rows = m_reading.lastMinute.empty() ? 2 : 3; // below the arc
    return {static_cast<int>(kWide * line()),
            static_cast<int>((1 + kAboveDial + kDial * kArcEnds + rows) * line())};
}

void Gauge::setReading(Reading reading) {
    const bool hadTrend = !m_reading.lastMinute.empty();
    m_reading = std::move(reading);
    m_trend = trendOf(m_reading.lastMinute, m_reading.sinceStart);
    if (hadTrend == m_reading.lastMinute.empty()) {
        updateGeometry();
    }
    const std::optional<double> place =
        m_reading.lastSeconds ? placeOf(m_reading.sinceStart, *m_reading.lastSeconds) : std::nullopt;
    m_aim = place.value_or(-1);
    if (m_needle < 0 || m_aim < 0) {
        m_needle = m_aim; // appears and goes without travelling
    }
    startMoving();
    tellAccessibly();
    update();
}

void Gauge::startMoving() {
    if (isVisible() && m_needle != m_aim) {
        m_timer.start();
    }
}

void Gauge::moveNeedle() {
    const double way = m_aim - m_needle;
    m_needle = std::abs(way) < 0.005 ? m_aim : m_needle + way * 0.35;
    if (m_needle == m_aim) {
        m_timer.stop();
    }
    update();
}

void Gauge::showEvent(QShowEvent* event) {
    startMoving();
    QWidget::showEvent(event);
}

void Gauge::hideEvent(QHideEvent* event) {
    m_timer.stop();
    QWidget::hideEvent(event);
}

void Gauge::changeEvent(QEvent* event) {
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) {
        updateGeometry();
        update();
    }
    QWidget::changeEvent(event);
}

void Gauge::tellAccessibly() {
    const verdict::LimitResult& limit = m_reading.sinceStart;
    const QString name = m_reading.title + u' ' + format::limitName(limit);
    QString words = standingSentence(limit);
    if (m_trend != Trend::Unknown) {
        words += u' ' + tr("Over the last minute: %1.").arg(trendWord(m_trend));
    }
    setAccessibleName(name);
    setAccessibleDescription(words);
    QString tip = name + u'\n' + words;
    if (m_reading.lastSeconds) {
        tip += u'\n' + tr("Last 10 s (needle): %1").arg(format::limitFigure(limit, *m_reading.lastSeconds));
    }
    setToolTip(tip);
}

void Gauge::paintEvent(QPaintEvent* /*event*/) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(font());
    const QRectF place = dial();
    paintTitle(painter);
    paintZones(painter, place);
    paintArc(painter, place);
    paintNeedle(painter, place);
    paintFigure(painter, place);
    const double below = place.top() + kArcEnds * place.height();
    paintStanding(painter, {0, below + line(), static_cast<double>(width()), static_cast<double>(line())});
    paintTrend(painter, {0, below + 2 * line(), static_cast<double>(width()), static_cast<double>(line())});
}

// Where good ends, where close ends, and what lies beyond: hatched, so that it is told without its colour.
void Gauge::paintZones(QPainter& painter, const QRectF& dial) const {
    const theme::Tokens& t = theme::tokens(palette());
    const double thick = kThick * line();
    const double closeFrom = kCloseFrom * kLimitPlace;
    drawArc(painter, dial, 0, closeFrom, t.line, thick);
    QColor close = t.warning;
    close.setAlphaF(kZoneOpacity);
    drawArc(painter, dial, closeFrom, kLimitPlace, close, thick);
    QColor beyond = t.bad;
    beyond.setAlphaF(kZoneOpacity);
    drawArc(painter, dial, kLimitPlace, 1, beyond, thick);
    constexpr int strokes = 7;
    painter.setPen(QPen(t.bad, 1));
    for (int i = 1; i <= strokes; ++i) {
        const double angle = angleAt(kLimitPlace + (1 - kLimitPlace) * i / strokes);
        painter.drawLine(onCircle(dial.center(), (dial.width() - thick) / 2, angle),
                         onCircle(dial.center(), (dial.width() + thick) / 2, angle));
    }
}

void Gauge::paintArc(QPainter& painter, const QRectF& dial) const {
    const theme::Tokens& t = theme::tokens(palette());
    const verdict::LimitResult& limit = m_reading.sinceStart;
    const double thick = kThick * line();
    const std::optional<double> place = limit.value ? placeOf(limit, *limit.value) : std::nullopt;
    if (place) {
        drawArc(painter, dial, 0, std::max(*place, 0.01), theme::colourOf(inkOf(limit), t), thick);
    }
    painter.setPen(QPen(t.bad, 2));
    const double limitAngle = angleAt(kLimitPlace);
    painter.drawLine(onCircle(dial.center(), dial.width() / 2 - thick, limitAngle),
                     onCircle(dial.center(), dial.width() / 2 + thick, limitAngle));
}

void Gauge::paintNeedle(QPainter& painter, const QRectF& dial) const {
    if (m_needle < 0) {
        return;
    }
    const theme::Tokens& t = theme::tokens(palette());
    const double angle = angleAt(std::min(m_needle, 1.0));
    painter.setPen(QPen(t.text, line() / 8.0, Qt::SolidLine, Qt::RoundCap));
    painter.drawLine(onCircle(dial.center(), dial.width() / 2 - 0.7 * line(), angle),
                     onCircle(dial.center(), dial.width() / 2 + 0.12 * line(), angle));
}

void Gauge::paintTitle(QPainter& painter) const {
    painter.setPen(theme::tokens(palette()).text);
    painter.drawText(QRectF(0, 0, width(), line()), Qt::AlignCenter,
                     fontMetrics().elidedText(m_reading.title, Qt::ElideMiddle, width()));
}

// The value with its limit beneath, inside the arc; between the arc's ends, of what.
void Gauge::paintFigure(QPainter& painter, const QRectF& dial) const {
    const theme::Tokens& t = theme::tokens(palette());
    const verdict::LimitResult& limit = m_reading.sinceStart;
    const QRectF middle(dial.left(), dial.top() + dial.height() * 0.26, dial.width(), line() * 1.4);
    if (limit.value) {
        QFont large = font();
        large.setPointSizeF(large.pointSizeF() * kLargeFont);
        large.setWeight(QFont::DemiBold);
        painter.setFont(large);
        painter.setPen(t.text);
        painter.drawText(middle, Qt::AlignCenter, format::limitFigure(limit, *limit.value));
    } else {
        painter.setPen(t.muted);
        painter.drawText(middle, Qt::AlignCenter, QStringLiteral("–"));
    }
    painter.setFont(smallFont(font()));
    painter.setPen(t.muted);
    painter.drawText(QRectF(middle.left(), middle.bottom(), middle.width(), line()), Qt::AlignCenter,
                     format::limitBound(limit));
    const QRectF name(0, dial.top() + kArcEnds * dial.height(), width(), line());
    painter.setPen(t.text);
    painter.drawText(name, Qt::AlignCenter,
                     painter.fontMetrics().elidedText(format::limitName(limit), Qt::ElideMiddle, width()));
}

// How it stands, with a shape before it: good, close or over and the head-room, or why there is no value.
void Gauge::paintStanding(QPainter& painter, const QRectF& row) const {
    const verdict::LimitResult& limit = m_reading.sinceStart;
    const QString words = standingLabel(limit);
    const int icon = line() - 3;
    painter.setFont(smallFont(font()));
    // Two more than its advance: text of a fraction of a pixel more must not be cut.
    const int wide =
        std::min(width() - icon - theme::kHalfGrid, painter.fontMetrics().horizontalAdvance(words) + 2);
    const double left = (width() - wide - icon - theme::kHalfGrid) / 2.0;
    theme::icon(iconOf(limit), inkOf(limit))
        .paint(&painter, QRect(static_cast<int>(left), static_cast<int>(row.top()) + 1, icon, icon));
    painter.setPen(theme::colourOf(inkOf(limit), theme::tokens(palette())));
    painter.drawText(QRectF(left + icon + theme::kHalfGrid, row.top(), wide, row.height()),
                     Qt::AlignLeft | Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(words, Qt::ElideRight, wide));
}

// The last minute as a curve, and where it goes.
void Gauge::paintTrend(QPainter& painter, const QRectF& row) const {
    if (m_reading.lastMinute.empty()) {
        return;
    }
    const theme::Tokens& t = theme::tokens(palette());
    const double middle = row.center().x();
    const QRectF area(row.left() + line(), row.top() + 2, middle - row.left() - 1.5 * line(),
                      row.height() - theme::kHalfGrid);
    paintSparkline(painter, area, curveOf(m_reading.lastMinute), t);
    painter.setFont(smallFont(font()));
    painter.setPen(t.muted);
    painter.drawText(QRectF(middle, row.top(), row.right() - middle, row.height()),
                     Qt::AlignLeft | Qt::AlignVCenter, trendArrow(m_trend) + u' ' + trendWord(m_trend));
}

} // namespace bw::charts
