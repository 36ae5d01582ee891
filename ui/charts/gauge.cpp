#include "ui/charts/gauge.h"

#include "ui/charts/gauge_scale.h"
#include "ui/format/limit_text.h"
#include "ui/format/verdict_text.h"
#include "ui/theme/icons.h"
#include "ui/theme/tokens.h"

#include <QEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace bw::charts {
namespace {

constexpr QSize kSize(184, 120);
constexpr double kSweep = 240; // degrees of the arc
constexpr double kBegin = 210; // degrees, counter-clockwise from three o'clock: at the lower left
constexpr double kThick = 7;
constexpr int kMoveMs = 100;
constexpr double kLargeFont = 1.35;
constexpr double kSmallFont = 0.88;

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

theme::Ink inkOf(verdict::BudgetState state) {
    switch (state) {
    case verdict::BudgetState::Pass:
        return theme::Ink::Good;
    case verdict::BudgetState::Fail:
        return theme::Ink::Bad;
    case verdict::BudgetState::NoSamples:
        return theme::Ink::Warning;
    case verdict::BudgetState::NotYet:
    case verdict::BudgetState::NotExercised:
    case verdict::BudgetState::NotMeasured:
        break;
    }
    return theme::Ink::Muted;
}

QString iconOf(verdict::BudgetState state) {
    switch (state) {
    case verdict::BudgetState::Pass:
        return QStringLiteral("pass");
    case verdict::BudgetState::Fail:
        return QStringLiteral("fail");
    case verdict::BudgetState::NoSamples:
    case verdict::BudgetState::NotYet:
    case verdict::BudgetState::NotExercised:
    case verdict::BudgetState::NotMeasured:
        break;
    }
    return QStringLiteral("inconclusive");
}

} // namespace

Gauge::Gauge(QWidget* parent)
    : QWidget(parent) {
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    m_timer.setInterval(kMoveMs);
    connect(&m_timer, &QTimer::timeout, this, &Gauge::moveNeedle);
}

QSize Gauge::sizeHint() const {
    return kSize;
}

void Gauge::setReading(Reading reading) {
    m_reading = std::move(reading);
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
    if (event->type() == QEvent::PaletteChange) {
        update();
    }
    QWidget::changeEvent(event);
}

void Gauge::tellAccessibly() {
    const verdict::LimitResult& limit = m_reading.sinceStart;
    setAccessibleName(m_reading.title + u' ' + format::limitName(limit));
    const QString value = limit.value ? format::limitValueAgainst(limit) : tr("no samples");
    const QString words =
        tr("%1, limit %2. %3").arg(value, format::limitBound(limit), format::headRoom(limit));
    setAccessibleDescription(words);
    QString tip = words;
    if (m_reading.lastSeconds) {
        tip += u'\n' + tr("Last 10 s (needle): %1").arg(format::limitFigure(limit, *m_reading.lastSeconds));
    }
    setToolTip(m_reading.title + u' ' + format::limitName(limit) + u'\n' + tip + u'\n' +
               format::stateSentence(limit.state));
}

void Gauge::paintEvent(QPaintEvent* /*event*/) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(font());
    const double side = 96;
    const QRectF dial((width() - side) / 2.0, fontMetrics().height() + theme::kGrid, side, side);
    paintArc(painter, dial);
    paintNeedle(painter, dial);
    paintTitle(painter);
    paintFigure(painter, dial);
    paintState(painter, dial);
}

void Gauge::paintArc(QPainter& painter, const QRectF& dial) const {
    const theme::Tokens& t = theme::tokens(palette());
    const verdict::LimitResult& limit = m_reading.sinceStart;
    drawArc(painter, dial, 0, kLimitPlace, t.line, kThick);
    QColor beyond = t.bad;
    beyond.setAlphaF(0.28F);
    drawArc(painter, dial, kLimitPlace, 1, beyond, kThick);
    const std::optional<double> place = limit.value ? placeOf(limit, *limit.value) : std::nullopt;
    if (place) {
        const QColor colour = theme::colourOf(inkOf(limit.state), t);
        drawArc(painter, dial, 0, std::max(*place, 0.01), colour, kThick);
    }
    painter.setPen(QPen(t.bad, 2));
    const double limitAngle = angleAt(kLimitPlace);
    painter.drawLine(onCircle(dial.center(), dial.width() / 2 - kThick, limitAngle),
                     onCircle(dial.center(), dial.width() / 2 + kThick, limitAngle));
}

void Gauge::paintNeedle(QPainter& painter, const QRectF& dial) const {
    if (m_needle < 0) {
        return;
    }
    const theme::Tokens& t = theme::tokens(palette());
    const double angle = angleAt(std::min(m_needle, 1.0));
    painter.setPen(QPen(t.text, 2, Qt::SolidLine, Qt::RoundCap));
    painter.drawLine(onCircle(dial.center(), dial.width() / 2 - 3 * theme::kHalfGrid, angle),
                     onCircle(dial.center(), dial.width() / 2 + 2, angle));
}

void Gauge::paintTitle(QPainter& painter) const {
    painter.setPen(theme::tokens(palette()).text);
    const QString title = m_reading.title + u' ' + format::limitName(m_reading.sinceStart);
    painter.drawText(QRectF(0, 0, width(), fontMetrics().height()), Qt::AlignCenter,
                     fontMetrics().elidedText(title, Qt::ElideMiddle, width()));
}

// The value with its limit beneath, inside the arc.
void Gauge::paintFigure(QPainter& painter, const QRectF& dial) const {
    const theme::Tokens& t = theme::tokens(palette());
    const verdict::LimitResult& limit = m_reading.sinceStart;
    const int line = fontMetrics().height();
    const QRectF middle(dial.left() + kThick, dial.top() + dial.height() * 0.3, dial.width() - 2 * kThick,
                        line * 1.4);
    if (limit.value) {
        QFont large = font();
        large.setPointSizeF(large.pointSizeF() * kLargeFont);
        large.setWeight(QFont::DemiBold);
        painter.setFont(large);
        painter.setPen(t.text);
        painter.drawText(middle, Qt::AlignCenter, format::limitFigure(limit, *limit.value));
    } else {
        painter.setPen(t.muted);
        painter.drawText(middle, Qt::AlignCenter, tr("no samples"));
    }
    painter.setFont(smallFont(font()));
    painter.setPen(t.muted);
    painter.drawText(QRectF(middle.left(), middle.bottom(), middle.width(), line), Qt::AlignCenter,
                     format::limitBound(limit));
}

// The head-room, or why there is none, with the state's shape before it.
void Gauge::paintState(QPainter& painter, const QRectF& dial) const {
    const verdict::LimitResult& limit = m_reading.sinceStart;
    const QString room = limit.value ? format::headRoom(limit) : format::stateWord(limit.state);
    const int line = fontMetrics().height();
    const int icon = line - 3;
    painter.setFont(smallFont(font()));
    // Two more than its advance: text of a fraction of a pixel more must not be cut.
    const int wide =
        std::min(width() - icon - theme::kHalfGrid, painter.fontMetrics().horizontalAdvance(room) + 2);
    const double left = (width() - wide - icon - theme::kHalfGrid) / 2.0;
    const double top = dial.top() + dial.height() * 0.8;
    theme::icon(iconOf(limit.state), inkOf(limit.state))
        .paint(&painter, QRect(static_cast<int>(left), static_cast<int>(top) + 1, icon, icon));
    painter.setPen(theme::colourOf(inkOf(limit.state), theme::tokens(palette())));
    painter.drawText(QRectF(left + icon + theme::kHalfGrid, top, wide, line),
                     Qt::AlignLeft | Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(room, Qt::ElideRight, wide));
}

} // namespace bw::charts
