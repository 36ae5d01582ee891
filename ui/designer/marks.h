#pragma once

#include <QString>

class QWidget;

namespace bw::designer {

// Marks a field as wrong, with a hairline in `bad`, the sentence as its tool tip and its accessible
// description; an empty sentence takes the mark away.
void markWrong(QWidget& field, const QString& sentence);
[[nodiscard]] bool isMarkedWrong(const QWidget& field);

} // namespace bw::designer
