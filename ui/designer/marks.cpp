#include "ui/designer/marks.h"

#include <QStyle>
#include <QVariant>
#include <QWidget>

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

} // namespace bw::designer
