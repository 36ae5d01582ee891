#include "ui/designer/form/area_field.h"

#include "ui/theme/tokens.h"

#include <QPlainTextEdit>
#include <QSignalBlocker>

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

// Every character, also blanks that do not break.
QString AreaField::wholeText() const {
    QString text = m_area->document()->toRawText();
    text.replace(QChar::ParagraphSeparator, u'\n');
    return text;
}

// What is loaded is not typed, also where the editor ends lines otherwise.
void AreaField::load(const QString& value) {
    if (value == m_value && m_isLoaded) {
        return;
    }
    m_value = value;
    m_isLoaded = true;
    if (wholeText() != value) {
        const QSignalBlocker quiet(m_area);
        m_area->setPlainText(value);
    }
    m_shown = wholeText();
}

void AreaField::onEdited() {
    const QString text = wholeText();
    if (text != m_shown) {
        m_shown = m_value = text;
        Q_EMIT applied(text);
    }
}

} // namespace bw::designer
