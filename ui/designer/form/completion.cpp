#include "ui/designer/form/completion.h"

#include "core/expr/scope.h"
#include "core/testplan/plan_scope.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QStringListModel>
#include <QTextBlock>

namespace bw::designer {
namespace {

constexpr int kMostShown = 10;

bool isWordCharacter(QChar c) {
    return c.isLetterOrNumber() || c == u'_' || c == u'.' || c == u'$';
}

// An editor of either kind.
class LineText {
public:
    using Editor = QLineEdit;
    explicit LineText(QLineEdit& line)
        : m_line(line) {}
    [[nodiscard]] QString text() const { return m_line.text(); }
    [[nodiscard]] int cursor() const { return m_line.cursorPosition(); }
    // Typed as by hand, so that whoever listens hears of it.
    void replace(int from, const QString& words) const {
        m_line.setSelection(from, cursor() - from);
        m_line.insert(words);
        Q_EMIT m_line.textEdited(m_line.text());
    }
    [[nodiscard]] QRect where() const { return m_line.rect(); }

private:
    QLineEdit& m_line;
};

class AreaText {
public:
    using Editor = QPlainTextEdit;
    explicit AreaText(QPlainTextEdit& area)
        : m_area(area) {}
    // Only the line: expressions do not go over several.
    [[nodiscard]] QString text() const { return m_area.textCursor().block().text(); }
    [[nodiscard]] int cursor() const { return m_area.textCursor().positionInBlock(); }
    void replace(int from, const QString& words) const {
        QTextCursor at = m_area.textCursor();
        at.setPosition(at.block().position() + from, QTextCursor::KeepAnchor);
        at.insertText(words);
    }
    [[nodiscard]] QRect where() const {
        QRect place = m_area.cursorRect().translated(m_area.viewport()->pos());
        place.setWidth(32 * m_area.fontMetrics().averageCharWidth());
        return place;
    }

private:
    QPlainTextEdit& m_area;
};

// The list under an editor. The editor's child.
template <class Text>
class Suggestions final : public QObject {
public:
    Suggestions(typename Text::Editor& editor, Language language, WordsOf words)
        : QObject(&editor)
        , m_editor(editor)
        , m_language(language)
        , m_words(std::move(words))
        , m_completer(new QCompleter(this)) {
        m_completer->setModel(&m_list);
        m_completer->setWidget(&editor);
        m_completer->setCompletionMode(QCompleter::PopupCompletion);
        m_completer->setCaseSensitivity(Qt::CaseInsensitive);
        m_completer->setMaxVisibleItems(kMostShown);
        connect(m_completer, qOverload<const QString&>(&QCompleter::activated), this,
                [this](const QString& word) { take(word); });
        editor.installEventFilter(this);
        // Before the completer's own, which gives keys to the editor first.
        m_completer->popup()->installEventFilter(this);
    }

    void onTyped() {
        const Text text(m_editor);
        const int from = wordBefore(text.text(), text.cursor(), m_language);
        from >= 0 && from < text.cursor() && m_editor.hasFocus() ? offer(from) : hide();
    }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override {
        if (watched == m_completer->popup()) {
            return event->type() == QEvent::KeyPress && takeByKey(*static_cast<QKeyEvent*>(event));
        }
        if (event->type() == QEvent::FocusOut &&
            static_cast<QFocusEvent*>(event)->reason() != Qt::PopupFocusReason) {
            hide(); // a list that stays would keep every shortcut to itself
        }
        if (event->type() == QEvent::KeyPress) {
            const auto* key = static_cast<QKeyEvent*>(event);
            if (key->key() == Qt::Key_Space && key->modifiers() == Qt::ControlModifier) {
                const Text text(m_editor);
                const int from = wordBefore(text.text(), text.cursor(), m_language);
                if (from >= 0) {
                    offer(from);
                }
                return true;
            }
        }
        return false;
    }

private:
    bool takeByKey(const QKeyEvent& key) {
        const bool takes =
            key.key() == Qt::Key_Return || key.key() == Qt::Key_Enter || key.key() == Qt::Key_Tab;
        const QModelIndex chosen = m_completer->popup()->currentIndex();
        if (!takes || !chosen.isValid()) {
            return false;
        }
        hide();
        take(chosen.data().toString());
        return true;
    }

    void offer(int from) {
        const Text text(m_editor);
        const QString word = text.text().mid(from, text.cursor() - from);
        m_list.setStringList(m_words());
        m_completer->setCompletionPrefix(word);
        // A word that is whole is not another's beginning: Enter must not make that of it.
        const bool isDone = m_list.stringList().contains(word);
        if (m_completer->completionCount() == 0 || isDone) {
            hide();
            return;
        }
        m_completer->popup()->setCurrentIndex(m_completer->completionModel()->index(0, 0));
        m_completer->complete(text.where());
    }

    void hide() { m_completer->popup()->hide(); }

    void take(const QString& word) {
        const Text text(m_editor);
        const int from = wordBefore(text.text(), text.cursor(), m_language);
        if (from >= 0) {
            text.replace(from, word);
        }
    }

    typename Text::Editor& m_editor;
    Language m_language;
    WordsOf m_words;
    QStringListModel m_list;
    QCompleter* m_completer;
};

// Whether a quotation is open at the end of the text.
bool isQuoted(QStringView text) {
    QChar open;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (c == u'\\') {
            ++i;
        } else if (open.isNull() && (c == u'\'' || c == u'"')) {
            open = c;
        } else if (c == open) {
            open = QChar();
        }
    }
    return !open.isNull();
}

} // namespace

QStringList completionWords(const bridge::PlanDocument& document) {
    const bridge::PlanStatePtr state = document.state();
    QStringList words;
    if (state && state->plan) {
        for (const std::string& word : testplan::scopeOf(*state->plan).completions()) {
            words << QString::fromStdString(word);
        }
    }
    for (const bridge::FeedColumns& feed : document.feedColumns()) {
        for (const std::string& column : feed.columns) {
            words << QStringLiteral("feed.%1.%2")
                         .arg(QString::fromStdString(feed.feed), QString::fromStdString(column));
        }
    }
    return words;
}

int wordBefore(const QString& text, int cursor, Language language) {
    const QStringView before = QStringView(text).left(cursor);
    qsizetype begin = 0;
    if (language == Language::Template) {
        begin = before.lastIndexOf(QLatin1String("${"));
        if (begin < 0 || before.mid(begin).contains(u'}')) {
            return -1;
        }
        begin += 2;
    }
    if (language == Language::Plain || isQuoted(before.mid(begin))) {
        return -1;
    }
    qsizetype from = cursor;
    while (from > begin && isWordCharacter(before[from - 1])) {
        --from;
    }
    const bool isNumber = from < cursor && before[from].isDigit();
    return isNumber ? -1 : static_cast<int>(from);
}

void complete(QLineEdit& line, Language language, WordsOf words) {
    auto* list = new Suggestions<LineText>(line, language, std::move(words));
    QObject::connect(&line, &QLineEdit::textEdited, list, [list] { list->onTyped(); });
}

void complete(QPlainTextEdit& area, Language language, WordsOf words) {
    auto* list = new Suggestions<AreaText>(area, language, std::move(words));
    QObject::connect(&area, &QPlainTextEdit::textChanged, list, [list] { list->onTyped(); });
}

} // namespace bw::designer
