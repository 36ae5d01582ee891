#pragma once

#include "core/testplan/problem.h"

#include <QPoint>
#include <QString>

class QLineEdit;
class QWidget;

namespace bw::designer {

// Marks a field as wrong, with a hairline in `bad`, the sentence as its tool tip and its accessible
// description; an empty sentence takes the mark away.
void markWrong(QWidget& field, const QString& sentence);
[[nodiscard]] bool isMarkedWrong(const QWidget& field);

// The piece of a text that the problem is about, as (from, length) in QString's units; length 0: it is about
// no piece, or of another text.
[[nodiscard]] QPoint wrongPiece(const QString& text, const testplan::Problem& problem);

// Underlines a piece of the text as wrong; a length of 0 takes the line away. Typing does, too.
void underline(QLineEdit& line, QPoint piece);

} // namespace bw::designer
