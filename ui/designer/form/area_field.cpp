#include "ui/designer/form/area_field.h"

#include "ui/theme/tokens.h"

#include <QPlainTextEdit>

namespace bw::designer {
namespace {

constexpr int kLines = 4;

} // namespace

AreaField::AreaField(QWidget* parent)
    : FormField(new QPlainTextEdit, parent)
    , m_area(static_cast<QPlainTextEdit*>(&editor())) {
    m_area->setTabChangesFocus(true);
    m_area->setFixedHeight(m_area->fontMetrics().lineSpacing() * kLines + 2 * theme::kGrid);
    connect(m_area, &QPlainTextEdit::textChanged, this, &AreaField::onEdited);
}

void AreaField::load(const QString& value) {
    m_value = value;
    if (m_area->toPlainText() != value) {
        m_area->setPlainText(value);
    }
}

void AreaField::onEdited() {
    const QString text = m_area->toPlainText();
    if (text != m_value) {
        m_value = text;
        Q_EMIT applied(text);
    }
}

} // namespace bw::designer
