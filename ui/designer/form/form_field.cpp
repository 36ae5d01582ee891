#include "ui/designer/form/form_field.h"

#include "ui/designer/form/marks.h"
#include "ui/designer/outline/outline_node.h"
#include "ui/format/problem_text.h"
#include "ui/theme/tokens.h"

#include <QKeyEvent>
#include <QLabel>
#include <QVBoxLayout>

namespace bw::designer {
namespace {

constexpr double kSmallText = 0.9;

// "5x" is not a duration → "5x" is not a duration.
QString asSentence(QString words) {
    if (!words.isEmpty()) {
        words[0] = words[0].toUpper();
    }
    return words;
}

} // namespace

FormField::FormField(QWidget* editor, QWidget* parent)
    : QWidget(parent)
    , m_editor(editor)
    , m_message(new QLabel(this)) {
    setupLayout();
    m_editor->installEventFilter(this);
    setFocusProxy(m_editor);
}

void FormField::setupLayout() {
    QFont small = font();
    small.setPointSizeF(small.pointSizeF() * kSmallText);
    m_message->setFont(small);
    m_message->setTextFormat(Qt::PlainText);
    m_message->setWordWrap(true);
    m_message->hide();
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme::kHalfGrid / 2);
    column->addWidget(m_editor);
    column->addWidget(m_message);
}

QString FormField::message() const {
    return m_message->isHidden() ? QString() : m_message->text();
}

QSize FormField::sizeHint() const {
    const QSize hint = QWidget::sizeHint();
    return maximumWidth() < QWIDGETSIZE_MAX ? QSize(maximumWidth(), hint.height()) : hint;
}

void FormField::showProblems(const std::vector<testplan::Problem>& problems) {
    m_problem.clear();
    for (const testplan::Problem& problem : problems) {
        const bool isHere = m_isExact ? problem.place == m_place : isPlaceWithin(problem.place, m_place);
        if (!m_place.empty() && isHere) {
            m_problem = asSentence(format::problemSentence(problem));
            m_severity = problem.severity;
            if (problem.severity == testplan::Severity::Error) {
                break;
            }
        }
    }
    tell();
}

void FormField::setWrong(const QString& sentence) {
    m_wrong = asSentence(sentence);
    tell();
}

void FormField::tell() {
    const bool isError = isWrong() || m_severity == testplan::Severity::Error;
    const QString sentence = isWrong() ? m_wrong : m_problem;
    const theme::Tokens& t = theme::tokens(palette());
    QPalette colours = palette();
    colours.setColor(QPalette::WindowText, isError ? t.bad : t.warning);
    m_message->setPalette(colours);
    m_message->setText(sentence);
    m_message->setVisible(!sentence.isEmpty());
    markWrong(*m_editor, isError ? sentence : QString());
    if (!isError) {
        m_editor->setAccessibleDescription(sentence);
    }
}

bool FormField::eventFilter(QObject* watched, QEvent* event) {
    if (watched != m_editor) {
        return QWidget::eventFilter(watched, event);
    }
    if (event->type() == QEvent::FocusOut) {
        Q_EMIT left();
    }
    const bool isOverride = event->type() == QEvent::ShortcutOverride;
    if (isOverride || event->type() == QEvent::KeyPress) {
        auto* key = static_cast<QKeyEvent*>(event);
        const bool isUndo = key->matches(QKeySequence::Undo);
        if (isUndo && isWrong()) {
            // The text in the editor goes back first.
            isOverride ? event->accept() : restore();
            return true;
        }
        if (isUndo || key->matches(QKeySequence::Redo)) {
            // Not the editor's own undo: the window's action, or else the document's stack.
            if (isOverride) {
                event->ignore();
            } else {
                isUndo ? Q_EMIT undoAsked() : Q_EMIT redoAsked();
            }
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void FormField::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        tell();
    }
}

} // namespace bw::designer
