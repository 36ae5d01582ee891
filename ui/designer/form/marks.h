#pragma once

#include <QString>

class QLineEdit;
class QWidget;

namespace bw::designer {

// Marks a field as wrong, with a hairline in `bad`, the sentence as its tool tip and its accessible
// description; an empty sentence takes the mark away.
void markWrong(QWidget& field, const QString& sentence);
[[nodiscard]] bool isMarkedWrong(const QWidget& field);

// Underlines a piece of the text as wrong; a length of 0 takes the line away. Typing does, too.
void underline(QLineEdit& line, int from, int length);

} // namespace bw::designer
