#include "ui/designer/gallery/plan_card.h"

#include "ui/format/units.h"
#include "ui/format/words.h"
#include "ui/theme/tokens.h"

#include <QPainter>
#include <QPainterPath>
#include <QTextLayout>
#include <QTextOption>

#include <algorithm>

namespace bw::designer {
namespace {

constexpr QSize kSize(288, 176);
constexpr int kPicture = 64;
constexpr int kLines = 4; // of the description

// Up to some lines, the last of them cut.
void paintText(QPainter& painter, const QRectF& room, const QString& text, int most) {
    const QFontMetricsF metrics(painter.font());
    QTextLayout layout(text, painter.font());
    QTextOption option;
    option.setWrapMode(QTextOption::WordWrap);
    layout.setTextOption(option);
    layout.beginLayout();
    double y = room.top();
    for (int line = 0; line < most; ++line) {
        QTextLine made = layout.createLine();
        if (!made.isValid()) {
            break;
        }
        made.setLineWidth(room.width());
        const bool isLast = line + 1 == most;
        const QString rest = text.mid(made.textStart(), isLast ? -1 : made.textLength());
        painter.drawText(QRectF(room.left(), y, room.width(), metrics.height()),
                         Qt::AlignLeft | Qt::AlignVCenter,
                         isLast ? metrics.elidedText(rest, Qt::ElideRight, room.width()) : rest);
        y += metrics.lineSpacing();
    }
    layout.endLayout();
}

} // namespace

PlanCard::PlanCard(bridge::PlanStatePtr state, QWidget* parent)
    : QAbstractButton(parent)
    , m_state(std::move(state))
    , m_load(loadPicture(*m_state->plan)) {
    const QString name = format::plain(m_state->plan->name);
    const QString description = format::plain(m_state->plan->description);
    setText(name);
    setAccessibleName(name);
    setAccessibleDescription(description);
    setToolTip(description);
    setCursor(Qt::PointingHandCursor);
    setFocusPolicy(Qt::StrongFocus);
    setFixedSize(kSize);
}

QSize PlanCard::sizeHint() const {
    return kSize;
}

void PlanCard::enterEvent(QEnterEvent* event) {
    QAbstractButton::enterEvent(event);
    update();
}

void PlanCard::leaveEvent(QEvent* event) {
    QAbstractButton::leaveEvent(event);
    update();
}

void PlanCard::paintEvent(QPaintEvent* /*event*/) {
    const theme::Tokens& t = theme::tokens(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF frame = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    painter.setPen(QPen(hasFocus() || underMouse() ? t.accent : t.line, 1));
    painter.setBrush(isDown() ? t.selection : t.raised);
    painter.drawRoundedRect(frame, theme::kRadius, theme::kRadius);
    QRectF room = frame.adjusted(2 * theme::kGrid, theme::kGrid * 1.5, -2 * theme::kGrid, -theme::kGrid);
    paintLoad(painter, QRectF(room.left(), room.top(), room.width(), kPicture));
    room.setTop(room.top() + kPicture + theme::kGrid);
    QFont strong = font();
    strong.setWeight(QFont::DemiBold);
    const QFontMetricsF metrics(strong);
    const QString time =
        format::duration(std::chrono::duration_cast<Duration>(std::chrono::duration<double>(m_load.seconds)));
    painter.setFont(font());
    painter.setPen(t.muted);
    painter.drawText(QRectF(room.left(), room.top(), room.width(), metrics.height()),
                     Qt::AlignRight | Qt::AlignVCenter, time);
    const double timeWidth = QFontMetricsF(font()).horizontalAdvance(time) + theme::kGrid;
    painter.setFont(strong);
    painter.setPen(t.text);
    painter.drawText(QRectF(room.left(), room.top(), room.width() - timeWidth, metrics.height()),
                     Qt::AlignLeft | Qt::AlignVCenter,
                     metrics.elidedText(text(), Qt::ElideRight, room.width() - timeWidth));
    room.setTop(room.top() + metrics.height() + theme::kHalfGrid);
    QFont small = font();
    small.setPointSizeF(small.pointSizeF() * 0.9);
    painter.setFont(small);
    painter.setPen(t.muted);
    paintText(painter, room, accessibleDescription(), kLines);
}

// Every scenario on its own scale, since what matters here is the shape.
void PlanCard::paintLoad(QPainter& painter, const QRectF& room) const {
    const theme::Tokens& t = theme::tokens(palette());
    painter.setPen(t.line);
    painter.drawLine(room.bottomLeft(), room.bottomRight());
    const double seconds = std::max(1e-3, m_load.seconds);
    for (const LoadCurve& curve : m_load.curves) {
        const double peak = std::max(1.0, curve.unit() == LoadUnit::Vus ? m_load.peakVus : m_load.peakRate);
        QPolygonF line;
        const double step = seconds / std::max(1.0, room.width());
        line << QPointF(room.left() + curve.start() / seconds * room.width(), room.bottom());
        for (double at = curve.start(); at <= curve.end(); at += step) {
            line << QPointF(room.left() + at / seconds * room.width(),
                            room.bottom() - curve.levelAt(at) / peak * (room.height() - 2));
        }
        line << QPointF(line.last().x(), room.bottom());
        const QColor colour = t.scenario[static_cast<std::size_t>(curve.colour()) % t.scenario.size()];
        QColor ground = colour;
        ground.setAlphaF(0.2F);
        painter.setPen(QPen(colour, 1.4));
        painter.setBrush(ground);
        painter.drawPolygon(line);
    }
}

} // namespace bw::designer
