#include "ui/designer/form/json_field.h"

#include "core/testplan/json_writer.h"
#include "core/testplan/read_document.h"
#include "ui/designer/json/json_editor.h"
#include "ui/format/problem_text.h"
#include "ui/theme/tokens.h"

#include <algorithm>

namespace bw::designer {
namespace {

constexpr int kLeastLines = 6;
constexpr int kMostLines = 22;

} // namespace

QString indentedJson(const QString& text) {
    const auto value = testplan::readDocument(text.toStdString());
    if (!value) {
        return text;
    }
    std::string out;
    testplan::appendJson(out, *value, testplan::JsonLayout::Indented);
    return QString::fromStdString(out);
}

QString checkJson(const QString& text) {
    const auto value = testplan::readDocument(text.toStdString());
    return value ? QString()
                 : JsonField::tr("Line %1: %2")
                       .arg(QString::number(value.error().line), format::problemSentence(value.error()));
}

JsonField::JsonField(QWidget* parent)
    : FormField(new JsonEditor, parent)
    , m_area(static_cast<JsonEditor*>(&editor())) {
    m_area->setFrameShape(QFrame::StyledPanel);
    connect(m_area, &JsonEditor::textTyped, this, &JsonField::onTyped);
    connect(m_area, &JsonEditor::undoAsked, this, &JsonField::undoAsked);
    connect(m_area, &JsonEditor::redoAsked, this, &JsonField::redoAsked);
    fitHeight();
}

void JsonField::setWords(WordsOf words) {
    complete(*m_area, Language::Template, std::move(words));
}

void JsonField::fitHeight() {
    const int lines = std::clamp(m_area->blockCount() + 1, kLeastLines, kMostLines);
    m_area->setFixedHeight(m_area->fontMetrics().lineSpacing() * lines + 2 * theme::kGrid);
}

void JsonField::load(const QString& value) {
    if (place() != m_shown) {
        goTo(value);
        return;
    }
    const bool isSame = value == m_value;
    m_value = value;
    if (!isSame && indentedJson(m_area->wholeText()) != value) {
        restore();
    }
}

// Another place; a text that cannot be kept waits at its own.
void JsonField::goTo(const QString& value) {
    if (isWrong()) {
        m_left[m_shown] = {m_area->wholeText(), m_value};
    }
    m_shown = place();
    m_value = value;
    restore();
    const auto left = m_left.extract(m_shown);
    if (!left.empty() && left.mapped().value == value) {
        m_area->replaceText(left.mapped().text);
        onTyped();
    }
}

void JsonField::showProblems(const std::vector<testplan::Problem>& problems) {
    FormField::showProblems(problems);
    m_area->markPieces(wrongPieces(m_area->wholeText(), problems, place()));
}

void JsonField::forget() {
    m_left.clear();
    m_shown.clear();
    m_value.clear();
    restore();
}

void JsonField::restore() {
    m_area->replaceText(m_value);
    m_area->markLine(0, {});
    setWrong({});
    fitHeight();
}

void JsonField::onTyped() {
    const QString text = m_area->wholeText();
    const auto value = testplan::readDocument(text.toStdString());
    const QString unfit = value && m_check ? m_check(text) : QString();
    const QString sentence = value ? unfit : checkJson(text);
    m_area->markLine(value ? 0 : static_cast<int>(value.error().line), sentence);
    setWrong(sentence);
    fitHeight();
    const QString indented = indentedJson(text);
    if (value && unfit.isEmpty() && indented != m_value) {
        m_value = indented;
        Q_EMIT applied(text);
    }
}

} // namespace bw::designer
