#include "ui/designer/outline/line_painter.h"

#include "core/testplan/problem.h"
#include "ui/theme/icons.h"

namespace bw::designer {
namespace {

constexpr int kMark = 14;
constexpr int kDot = 8;
constexpr double kSmallText = 0.85;

} // namespace

LinePainter::LinePainter(QPainter& painter, const QStyleOptionViewItem& option)
    : m_painter(painter)
    , m_option(option)
    , m_tokens(theme::tokens(option.palette))
    , m_rest(option.rect.adjusted(theme::kHalfGrid, 0, -theme::kGrid, 0))
    , m_small(option.font) {
    m_small.setPointSizeF(option.font.pointSizeF() * kSmallText);
    m_painter.setRenderHint(QPainter::Antialiasing);
}

void LinePainter::trouble(int severity) {
    if (severity < 0) {
        return;
    }
    const bool isError = severity == static_cast<int>(testplan::Severity::Error);
    const QRect mark(m_rest.right() - kMark, m_rest.center().y() - kMark / 2, kMark, kMark);
    theme::icon(isError ? QStringLiteral("fail") : QStringLiteral("warning"),
                isError ? theme::Ink::Bad : theme::Ink::Warning)
        .paint(&m_painter, mark);
    m_rest.setRight(mark.left() - theme::kHalfGrid);
}

void LinePainter::count(int count) {
    if (count >= 0) {
        const QString text = QString::number(count);
        const int width = m_option.fontMetrics.horizontalAdvance(text);
        m_painter.setPen(m_tokens.muted);
        m_painter.setFont(m_option.font);
        m_painter.drawText(m_rest, Qt::AlignRight | Qt::AlignVCenter, text);
        m_rest.setRight(m_rest.right() - width - theme::kGrid);
    }
}

void LinePainter::dot(int number) {
    if (number < 0) {
        return;
    }
    const auto colours = m_tokens.scenario.size();
    m_painter.setPen(Qt::NoPen);
    m_painter.setBrush(m_tokens.scenario[static_cast<std::size_t>(number) % colours]);
    m_painter.drawRoundedRect(QRectF(m_rest.left() + 1, m_rest.center().y() - kDot / 2.0 + 0.5, kDot, kDot),
                              2, 2);
    m_rest.setLeft(m_rest.left() + kDot + theme::kGrid);
}

void LinePainter::note(const QString& text, const QString& label) {
    const QFontMetrics metrics(m_small);
    const int width = metrics.horizontalAdvance(text) + theme::kGrid;
    if (text.isEmpty() || width > m_rest.width() - m_option.fontMetrics.horizontalAdvance(label)) {
        return;
    }
    m_painter.setFont(m_small);
    m_painter.setPen(m_tokens.muted);
    m_painter.drawText(m_rest, Qt::AlignRight | Qt::AlignVCenter, text);
    m_rest.setRight(m_rest.right() - width);
}

void LinePainter::badge(const QString& text, const QColor& ink) {
    if (text.isEmpty()) {
        return;
    }
    const QFontMetrics metrics(m_small);
    const QString shown = metrics.elidedText(text, Qt::ElideRight, m_rest.width() * 6 / 10);
    QRect box(0, 0, metrics.horizontalAdvance(shown) + theme::kGrid, metrics.height() + 2);
    box.moveCenter(m_rest.center());
    box.moveLeft(m_rest.left());
    m_painter.setFont(m_small);
    m_painter.setPen(m_tokens.line);
    m_painter.setBrush(m_tokens.raised);
    m_painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
    m_painter.setPen(ink);
    m_painter.drawText(box, Qt::AlignCenter, shown);
    m_rest.setLeft(box.right() + theme::kGrid - 1);
}

void LinePainter::label(const QString& text, Weight weight) {
    label(text, weight, m_tokens.text);
}

void LinePainter::label(const QString& text, Weight weight, const QColor& ink) {
    QFont font = m_option.font;
    font.setWeight(weight == Weight::Medium ? QFont::Medium : QFont::Normal);
    m_painter.setFont(font);
    m_painter.setPen(ink);
    m_painter.drawText(m_rest, Qt::AlignLeft | Qt::AlignVCenter,
                       QFontMetrics(font).elidedText(text, Qt::ElideMiddle, m_rest.width()));
}

} // namespace bw::designer
