#include "ui/designer/form/marks.h"

#include "ui/theme/tokens.h"

#include <QCoreApplication>
#include <QInputMethodEvent>
#include <QLineEdit>
#include <QStyle>
#include <QTextCharFormat>
#include <QVariant>

#include <algorithm>

namespace bw::designer {
namespace {

constexpr const char* kWrong = "wrong"; // the style sheet's name for it

} // namespace

void markWrong(QWidget& field, const QString& sentence) {
    field.setToolTip(sentence);
    field.setAccessibleDescription(sentence);
    if (isMarkedWrong(field) == !sentence.isEmpty()) {
        return;
    }
    field.setProperty(kWrong, !sentence.isEmpty());
    field.style()->unpolish(&field);
    field.style()->polish(&field);
}

bool isMarkedWrong(const QWidget& field) {
    return field.property(kWrong).toBool();
}

QPoint wrongPiece(const QString& text, const testplan::Problem& problem) {
    const std::string bytes = text.toStdString();
    if (!problem.expression || bytes != problem.subject) {
        return {};
    }
    const auto units = [&](std::size_t end) {
        return static_cast<int>(QString::fromStdString(bytes.substr(0, end)).size());
    };
    const int from = units(problem.expression->offset);
    const int to = units(std::size_t{problem.expression->offset} + problem.expression->length);
    return {from, std::max(1, to - from)};
}

// A line edit has no formats of its own; those of an input method's text, which may lie anywhere, do the
// same.
void underline(QLineEdit& line, QPoint piece) {
    QList<QInputMethodEvent::Attribute> formats;
    if (piece.y() > 0) {
        QTextCharFormat format;
        format.setUnderlineStyle(QTextCharFormat::WaveUnderline);
        format.setUnderlineColor(theme::tokens(line.palette()).bad);
        formats.append({QInputMethodEvent::TextFormat, piece.x() - line.cursorPosition(), piece.y(), format});
    }
    QInputMethodEvent event(QString(), formats);
    QCoreApplication::sendEvent(&line, &event);
}

} // namespace bw::designer
