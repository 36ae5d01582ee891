#include "ui/designer/form/marks.h"

#include "ui/theme/tokens.h"

#include <QCoreApplication>
#include <QInputMethodEvent>
#include <QLineEdit>
#include <QStyle>
#include <QTextCharFormat>
#include <QVariant>

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

// A line edit has no formats of its own; those of an input method's text, which may lie anywhere, do the
// same.
void underline(QLineEdit& line, int from, int length) {
    QList<QInputMethodEvent::Attribute> formats;
    if (length > 0) {
        QTextCharFormat format;
        format.setUnderlineStyle(QTextCharFormat::WaveUnderline);
        format.setUnderlineColor(theme::tokens(line.palette()).bad);
        formats.append({QInputMethodEvent::TextFormat, from - line.cursorPosition(), length, format});
    }
    QInputMethodEvent event(QString(), formats);
    QCoreApplication::sendEvent(&line, &event);
}

} // namespace bw::designer
