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
    const bool isOther = place() != m_shown;
    m_shown = place();
    const bool isSame = value == m_value;
    m_value = value;
    if (isOther || (!isSame && indentedJson(m_area->wholeText()) != value)) {
        restore();
    }
}

void JsonField::forget() {
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
    m_area->markLine(value ? 0 : static_cast<int>(value.error().line), checkJson(text));
    setWrong(checkJson(text));
    fitHeight();
    const QString indented = indentedJson(text);
    if (value && indented != m_value) {
        m_value = indented;
        Q_EMIT applied(text);
    }
}

} // namespace bw::designer
