#pragma once

#include "ui/theme/tokens.h"

#include <QPainter>
#include <QStyleOptionViewItem>

namespace bw::designer {

// Paints a line of a tree piece by piece, from both ends towards the label, which takes the rest. Lives while
// it paints.
class LinePainter {
public:
    LinePainter(QPainter& painter, const QStyleOptionViewItem& option);

    // A mark at the right for a testplan::Severity; -1: none.
    void trouble(int severity);
    // A figure at the right; -1: none.
    void count(int count);
    // Small and muted at the right, when it fits beside the label.
    void note(const QString& text, const QString& label);
    // A scenario's colour at the left; -1: none.
    void dot(int number);
    // A box at the left that says what kind of line it is.
    void badge(const QString& text, const QColor& ink);

    enum class Weight : std::uint8_t { Normal, Medium };
    void label(const QString& text, Weight weight);
    void label(const QString& text, Weight weight, const QColor& ink);

    [[nodiscard]] const theme::Tokens& tokens() const { return m_tokens; }

private:
    QPainter& m_painter;
    const QStyleOptionViewItem& m_option;
    const theme::Tokens& m_tokens;
    QRect m_rest;
    QFont m_small;
};

} // namespace bw::designer
