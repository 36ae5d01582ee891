#include "ui/live/state_lines.h"

#include "ui/theme/tokens.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

namespace bw::live {
namespace {

constexpr double kWide = 10.5; // of a column, in lines of text
constexpr double kPitch = 1.2;

} // namespace

StateLines::StateLines(QWidget* parent)
    : QWidget(parent) {
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void StateLines::setLines(std::vector<StateLine> lines, int rows) {
    const bool isResized = lines.size() != m_lines.size() || rows != m_rows;
    if (!isResized && lines == m_lines) {
        return;
    }
    m_lines = std::move(lines);
    m_rows = std::max(1, rows);
    if (isResized) {
        updateGeometry();
    }
    tellAccessibly();
    update();
}

void StateLines::setChoosable(bool isChoosable) {
    m_isChoosable = isChoosable;
    setFocusPolicy(isChoosable ? Qt::TabFocus : Qt::NoFocus);
}

int StateLines::columnWidth() const {
    return static_cast<int>(kWide * fontMetrics().height());
}

QSize StateLines::sizeHint() const {
    const int lines = static_cast<int>(m_lines.size());
    const int columns = (lines + m_rows - 1) / m_rows;
    return {columns * columnWidth(),
            static_cast<int>(std::min(lines, m_rows) * kPitch * fontMetrics().height()) + theme::kHalfGrid};
}

QRect StateLines::place(std::size_t line) const {
    const int column = static_cast<int>(line) / m_rows;
    const int row = static_cast<int>(line) % m_rows;
    const double pitch = kPitch * fontMetrics().height();
    return {column * columnWidth(), static_cast<int>(row * pitch) + 2, columnWidth() - theme::kGrid,
            static_cast<int>(pitch)};
}

int StateLines::lineAt(const QPoint& position) const {
    for (std::size_t i = 0; i < m_lines.size(); ++i) {
        if (place(i).contains(position)) {
            return static_cast<int>(i);
        }
    }
    return -1;
}

void StateLines::tellAccessibly() {
    QStringList all;
    for (const StateLine& line : m_lines) {
        all.append(line.name + u' ' + line.value + QStringLiteral(": ") + line.tip);
    }
    setAccessibleDescription(all.join(u'\n'));
}

bool StateLines::event(QEvent* event) {
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const int line = lineAt(help->pos());
        QToolTip::showText(help->globalPos(),
                           line < 0 ? QString() : m_lines[static_cast<std::size_t>(line)].tip, this);
        return true;
    }
    return QWidget::event(event);
}

void StateLines::mousePressEvent(QMouseEvent* event) {
    if (const int line = lineAt(event->pos()); m_isChoosable && line >= 0) {
        Q_EMIT chosen(line);
        return;
    }
    QWidget::mousePressEvent(event);
}

void StateLines::keyPressEvent(QKeyEvent* event) {
    const int step = event->key() == Qt::Key_Down ? 1 : event->key() == Qt::Key_Up ? -1 : 0;
    if (!m_isChoosable || step == 0 || m_lines.empty()) {
        QWidget::keyPressEvent(event);
        return;
    }
    const auto now = std::ranges::find(m_lines, true, &StateLine::isChosen);
    const auto last = static_cast<int>(m_lines.size()) - 1;
    const int line = now == m_lines.end() ? 0 : static_cast<int>(now - m_lines.begin()) + step;
    Q_EMIT chosen(std::clamp(line, 0, last));
}

void StateLines::changeEvent(QEvent* event) {
    if (event->type() == QEvent::FontChange || event->type() == QEvent::PaletteChange) {
        updateGeometry();
        update();
    }
    QWidget::changeEvent(event);
}

void StateLines::paintEvent(QPaintEvent* /*event*/) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    for (std::size_t i = 0; i < m_lines.size(); ++i) {
        paintLine(painter, m_lines[i], place(i));
    }
    if (hasFocus()) {
        painter.setPen(QPen(theme::tokens(palette()).accent, 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), theme::kRadius,
                                theme::kRadius);
    }
}

void StateLines::paintLine(QPainter& painter, const StateLine& line, const QRect& place) const {
    const theme::Tokens& t = theme::tokens(palette());
    if (line.isChosen) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(t.selection);
        painter.drawRoundedRect(place, theme::kRadius, theme::kRadius);
    }
    const int icon = fontMetrics().height() - 3;
    const QRect inside = place.adjusted(theme::kHalfGrid, 0, -theme::kHalfGrid, 0);
    theme::icon(line.icon, line.ink)
        .paint(&painter, QRect(inside.left(), place.center().y() - icon / 2, icon, icon));
    const QRect text = inside.adjusted(icon + theme::kHalfGrid, 0, 0, 0);
    const int wide = fontMetrics().horizontalAdvance(line.value);
    painter.setPen(line.ink == theme::Ink::Muted ? t.muted : t.text);
    painter.drawText(text, Qt::AlignRight | Qt::AlignVCenter, line.value);
    painter.setPen(t.muted);
    painter.drawText(
        text, Qt::AlignLeft | Qt::AlignVCenter,
        fontMetrics().elidedText(line.name, Qt::ElideMiddle, text.width() - wide - theme::kHalfGrid));
}

} // namespace bw::live
