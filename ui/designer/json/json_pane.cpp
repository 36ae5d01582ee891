#include "ui/designer/json/json_pane.h"

#include "core/testplan/place_position.h"
#include "ui/designer/json/json_editor.h"
#include "ui/format/problem_text.h"
#include "ui/theme/tokens.h"

#include <QLabel>
#include <QVBoxLayout>

namespace bw::designer {
namespace {

constexpr int kWaitMs = 100;
constexpr int kPauseMs = 1000;
const QString kBreak = QStringLiteral("\r\n");

} // namespace

JsonPane::JsonPane(bridge::PlanDocument& document, QWidget* parent)
    : QWidget(parent)
    , m_document(document)
    , m_editor(new JsonEditor(this))
    , m_message(new QLabel(this)) {
    setupLayout();
    for (auto [timer, time] : {std::pair(&m_wait, kWaitMs), std::pair(&m_pause, kPauseMs)}) {
        timer->setSingleShot(true);
        timer->setInterval(time);
    }
    connect(&m_wait, &QTimer::timeout, this, &JsonPane::apply);
    connect(&m_pause, &QTimer::timeout, this, [this] { m_document.endMerge(); });
    connect(m_editor, &JsonEditor::textTyped, this, &JsonPane::onTyped);
    connect(m_editor, &JsonEditor::undoAsked, this, [this] { m_document.undoStack().undo(); });
    connect(m_editor, &JsonEditor::redoAsked, this, [this] { m_document.undoStack().redo(); });
    connect(&m_document, &bridge::PlanDocument::settling, this, [this] {
        if (m_wait.isActive()) {
            m_wait.stop();
            apply();
        }
    });
    connect(&m_document, &bridge::PlanDocument::stateChanged, this, &JsonPane::onState);
    connect(&m_document, &bridge::PlanDocument::draftChanged, this, &JsonPane::onDraft);
    onState();
}

void JsonPane::setupLayout() {
    m_message->setTextFormat(Qt::PlainText);
    m_message->setWordWrap(true);
    m_message->setContentsMargins(theme::kGrid, theme::kHalfGrid, theme::kGrid, theme::kHalfGrid);
    m_message->hide();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_editor);
    column->addWidget(m_message);
}

void JsonPane::onTyped() {
    m_pause.start();
    // Not within the editor's own change.
    m_wait.start(m_editor->document()->characterCount() > static_cast<int>(bridge::kLiveBytes) ? kWaitMs : 0);
}

void JsonPane::apply() {
    if (!m_document.isOpen()) {
        return;
    }
    QString text = m_editor->wholeText();
    if (m_hasCarriageReturns) {
        text.replace(u'\n', kBreak);
    }
    m_isTyping = true;
    const bridge::PlanStatePtr state = m_document.setText(text.toStdString());
    m_isTyping = false;
    if (state->plan) {
        // From here back it is the document's undo; the editor's own is for what cannot be read.
        m_editor->document()->clearUndoRedoStacks();
    }
    tell(*state);
}

void JsonPane::onState() {
    const bridge::PlanStatePtr state = m_document.state();
    m_editor->setReadOnly(!state || bridge::isNewerFormat(*state));
    if (!state) {
        m_editor->replaceText({});
        return;
    }
    if (m_isTyping) {
        return;
    }
    if (!m_document.draft()) {
        m_wait.stop();
        show(*state);
    }
}

void JsonPane::show(const bridge::PlanState& state) {
    QString text = QString::fromStdString(state.text);
    m_hasCarriageReturns = text.contains(kBreak);
    text.replace(kBreak, QStringLiteral("\n"));
    m_editor->replaceText(text);
    tell(state);
}

void JsonPane::onDraft() {
    if (m_isTyping) {
        return;
    }
    const bridge::PlanStatePtr draft = m_document.draft();
    if (!draft) {
        onState();
    } else {
        show(*draft);
    }
}

void JsonPane::tell(const bridge::PlanState& state) {
    const bool isBroken = !state.plan && !state.problems.empty();
    const QString sentence = isBroken ? format::problemSentence(state.problems.front()) : QString();
    const int line = isBroken ? static_cast<int>(state.problems.front().line) : 0;
    m_editor->markLine(line, sentence);
    QPalette colours = palette();
    colours.setColor(QPalette::WindowText, theme::tokens(palette()).bad);
    m_message->setPalette(colours);
    m_message->setText(line > 0 ? tr("Line %1: %2").arg(QString::number(line), sentence) : sentence);
    m_message->setVisible(isBroken);
    m_editor->markPieces(wrongPieces(m_editor->wholeText(), state.problems, {}));
    if (isBroken && m_editor->hasFocus()) {
        layout()->activate();
        m_editor->ensureCursorVisible();
    }
}

void JsonPane::goTo(const QString& place) {
    const bridge::PlanStatePtr state = m_document.state();
    if (!state || m_document.draft()) {
        return;
    }
    if (const auto position = testplan::positionOfPlace(state->text, place.toStdString())) {
        m_editor->goToLine(static_cast<int>(position->line));
    }
}

} // namespace bw::designer
