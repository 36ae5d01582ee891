#include "ui/designer/form/text_field.h"

#include "ui/designer/form/marks.h"

#include <QLineEdit>

#include <limits>

namespace bw::designer {

TextField::TextField(Check check, QWidget* parent)
    : FormField(new QLineEdit, parent)
    , m_line(static_cast<QLineEdit*>(&editor()))
    , m_check(std::move(check)) {
    m_line->setMaxLength(std::numeric_limits<int>::max()); // a cut text would be written back cut
    connect(m_line, &QLineEdit::textEdited, this, &TextField::onEdited);
    connect(m_line, &QLineEdit::editingFinished, this, &TextField::settle);
}

void TextField::load(const QString& value) {
    if (place() != m_shown) {
        goTo(value);
        return;
    }
    // A wrong text stays until the value under it changes; a right one is not touched under the cursor, also
    // where the plan writes what was typed in another way.
    if (m_isApplying) {
        m_value = m_readBack = value;
        return;
    }
    const bool isOwn = !m_applied.isNull() && m_line->text() == m_applied && value == m_readBack;
    if ((isWrong() && value == m_value) || m_line->text().trimmed() == value || isOwn) {
        m_value = value;
        return;
    }
    m_value = value;
    m_applied = QString();
    setWrong({});
    m_line->setText(value);
    m_line->setCursorPosition(0);
}

// The form shows something else now; a wrong text waits at its place.
void TextField::goTo(const QString& value) {
    if (isWrong()) {
        m_left[m_shown] = {m_line->text(), m_value};
    }
    m_shown = place();
    m_isTyped = false;
    m_applied = QString();
    m_value = value;
    const auto left = m_left.extract(m_shown);
    const bool isStillWrong = !left.empty() && left.mapped().value == value;
    m_line->setText(isStillWrong ? left.mapped().text : value);
    m_line->setCursorPosition(0);
    setWrong(isStillWrong && m_check ? m_check(left.mapped().text.trimmed()) : QString());
}

void TextField::forget() {
    m_left.clear();
    restore();
}

void TextField::setDefault(const QString& text) {
    m_line->setPlaceholderText(text);
}

void TextField::setLanguage(Language language, WordsOf words) {
    m_language = language;
    complete(*m_line, language, std::move(words));
}

void TextField::showProblems(const std::vector<testplan::Problem>& problems) {
    FormField::showProblems(problems);
    if (m_language == Language::Plain) {
        return;
    }
    for (const testplan::Problem& problem : problems) {
        if (problem.expression && problem.place == place()) {
            underline(*m_line, wrongPiece(m_line->text(), problem));
            return;
        }
    }
    underline(*m_line, {});
}

void TextField::restore() {
    m_isTyped = false;
    m_line->setText(m_value);
    setWrong({});
}

void TextField::onEdited(const QString& text) {
    m_isTyped = true;
    const QString value = text.trimmed();
    setWrong(m_check && value != m_value ? m_check(value) : QString());
    if (m_when == When::EveryKey && !isWrong()) {
        apply(value);
    }
}

// Only what was typed: a text that was loaded is the plan's, blanks at its ends and all.
void TextField::settle() {
    if (m_isTyped && !isWrong()) {
        apply(m_line->text().trimmed());
    }
}

void TextField::apply(const QString& value) {
    m_isTyped = false;
    if (value != m_value) {
        m_value = value;
        m_applied = m_line->text();
        m_readBack = value;
        m_isApplying = true;
        Q_EMIT applied(value);
        m_isApplying = false;
    }
}

} // namespace bw::designer
