#include "ui/designer/tryit/timing_bars.h"

#include "ui/format/units.h"
#include "ui/theme/tokens.h"

#include <QPainter>

#include <algorithm>

namespace bw::designer {
namespace {

constexpr int kLine = 3 * theme::kGrid;
constexpr int kNameWidth = 128;
constexpr int kTimeWidth = 80;

} // namespace

TimingBars::TimingBars(QWidget* parent)
    : QWidget(parent) {
    setAccessibleName(tr("Where the time went"));
}

void TimingBars::setPhases(const metrics::Phases& phases) {
    m_bars.clear();
    Duration at{};
    const auto add = [&](const QString& name, Duration took) {
        m_bars.push_back({name, at, took});
        at += took;
    };
    // Blocked spans what follows of a new connection; what is left of it is waiting for one.
    const Duration connecting = phases.lookingUp + phases.connecting + phases.tlsHandshaking;
    add(tr("Waiting for a connection"), std::max(Duration(0), phases.blocked - connecting));
    add(tr("Looking up"), phases.lookingUp);
    add(tr("Connecting"), phases.connecting);
    add(tr("TLS handshake"), phases.tlsHandshaking);
    add(tr("Sending"), phases.sending);
    add(tr("Waiting"), phases.waiting);
    add(tr("Receiving"), phases.receiving);
    m_whole = at;
    QStringList words;
    for (const Bar& bar : m_bars) {
        words << QStringLiteral("%1 %2").arg(bar.name, format::duration(bar.took));
    }
    setAccessibleDescription(words.join(QStringLiteral(", ")));
    updateGeometry();
    update();
}

QSize TimingBars::sizeHint() const {
    return {480, kLine * (static_cast<int>(m_bars.size()) + 1) + 2 * theme::kGrid};
}

void TimingBars::paintEvent(QPaintEvent* /*event*/) {
    const theme::Tokens& t = theme::tokens(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF room = QRectF(rect()).adjusted(2 * theme::kGrid, theme::kGrid, -2 * theme::kGrid, 0);
    const double left = room.left() + kNameWidth + theme::kGrid * 3;
    const double width = std::max(40.0, room.right() - left - kTimeWidth);
    const double whole = std::max(1.0, static_cast<double>(m_whole.count()));
    double y = room.top();
    const auto line = [&](const QString& name, Duration from, Duration took, const QColor& colour) {
        const bool isNone = took == Duration(0);
        painter.setPen(isNone ? t.muted : t.text);
        painter.drawText(QRectF(room.left(), y, kNameWidth + 2 * theme::kGrid, kLine),
                         Qt::AlignLeft | Qt::AlignVCenter, name);
        const double x = left + width * static_cast<double>(from.count()) / whole;
        const double w = std::max(isNone ? 0.0 : 1.5, width * static_cast<double>(took.count()) / whole);
        painter.setPen(Qt::NoPen);
        painter.setBrush(colour);
        painter.drawRoundedRect(QRectF(x, y + theme::kGrid - 2, w, theme::kGrid + 4), 2, 2);
        painter.setPen(isNone ? t.muted : t.text);
        painter.drawText(QRectF(room.right() - kTimeWidth, y, kTimeWidth, kLine),
                         Qt::AlignRight | Qt::AlignVCenter,
                         isNone ? QStringLiteral("–") : format::duration(took));
        y += kLine;
    };
    for (const Bar& bar : m_bars) {
        line(bar.name, bar.from, bar.took, bar.name == tr("Waiting") ? t.accent : t.percentile[1]);
    }
    painter.setPen(t.line);
    painter.drawLine(QPointF(room.left(), y), QPointF(room.right(), y));
    line(tr("Together"), Duration(0), m_whole, t.muted);
}

} // namespace bw::designer
