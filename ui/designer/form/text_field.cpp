#include "ui/designer/form/text_field.h"

#include "ui/designer/form/marks.h"

#include <QLineEdit>

#include <algorithm>

namespace bw::designer {

TextField::TextField(Check check, QWidget* parent)
    : FormField(new QLineEdit, parent)
    , m_line(static_cast<QLineEdit*>(&editor()))
    , m_check(std::move(check)) {
    connect(m_line, &QLineEdit::textEdited, this, &TextField::onEdited);
    connect(m_line, &QLineEdit::editingFinished, this, &TextField::settle);
}

void TextField::load(const QString& value) {
    if (place() != m_shown) {
        goTo(value);
        return;
    }
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

// The form shows something else now; a wrong text waits at its place.
void TextField::goTo(const QString& value) {
    if (isWrong()) {
        m_left[m_shown] = {m_line->text(), m_value};
    }
    m_shown = place();
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
            const std::string text = m_line->text().toStdString();
            const auto units = [&](std::size_t bytes) {
                return static_cast<int>(QString::fromStdString(text.substr(0, bytes)).size());
            };
            const int from = units(problem.expression->offset);
            const int to = units(std::size_t{problem.expression->offset} + problem.expression->length);
            underline(*m_line, from, std::max(1, to - from));
            return;
        }
    }
    underline(*m_line, 0, 0);
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

void TextField::settle() {
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
