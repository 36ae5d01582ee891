#include "ui/designer/text_field.h"

#include <QLineEdit>

namespace bw::designer {

TextField::TextField(Check check, QWidget* parent)
    : FormField(new QLineEdit, parent)
    , m_line(static_cast<QLineEdit*>(&editor()))
    , m_check(std::move(check)) {
    connect(m_line, &QLineEdit::textEdited, this, &TextField::onEdited);
    connect(m_line, &QLineEdit::editingFinished, this, &TextField::onWhole);
}

void TextField::load(const QString& value) {
    // A wrong text stays until the value under it changes; a right one is not touched under the cursor.
    if ((isWrong() && value == m_value) || m_line->text().trimmed() == value) {
        m_value = value;
        return;
    }
    m_value = value;
    setWrong({});
    m_line->setText(value);
    m_line->setCursorPosition(0);
}

void TextField::setDefault(const QString& text) {
    m_line->setPlaceholderText(text);
}

void TextField::restore() {
    m_line->setText(m_value);
    setWrong({});
}

void TextField::onEdited(const QString& text) {
    const QString value = text.trimmed();
    setWrong(m_check && value != m_value ? m_check(value) : QString());
    if (m_when == When::EveryKey && !isWrong()) {
        apply(value);
    }
}

void TextField::onWhole() {
    if (!isWrong()) {
        apply(m_line->text().trimmed());
    }
}

void TextField::apply(const QString& value) {
    if (value != m_value) {
        m_value = value;
        Q_EMIT applied(value);
    }
}

} // namespace bw::designer
