#include "ui/designer/json/json_editor.h"

#include "ui/designer/json/json_highlighter.h"
#include "ui/theme/tokens.h"

#include <QFontDatabase>
#include <QPainter>
#include <QScrollBar>
#include <QTextBlock>

#include <algorithm>

namespace bw::designer {

// The numbers of the lines.
class JsonMargin final : public QWidget {
public:
    explicit JsonMargin(JsonEditor* editor)
        : QWidget(editor)
        , m_editor(*editor) {}

    [[nodiscard]] QSize sizeHint() const override { return {m_editor.marginWidth(), 0}; }

protected:
    void paintEvent(QPaintEvent* event) override { m_editor.paintMargin(event); }

private:
    JsonEditor& m_editor;
};

JsonEditor::JsonEditor(QWidget* parent)
    : QPlainTextEdit(parent)
    , m_highlighter(new JsonHighlighter(document(), *this))
    , m_margin(new JsonMargin(this)) {
    setupFont();
    setFrameShape(QFrame::NoFrame);
    setLineWrapMode(NoWrap);
    setTabChangesFocus(true);
    setCornerWidget(new QWidget(this));
    setAccessibleName(tr("Plan as JSON"));
    connect(this, &QPlainTextEdit::blockCountChanged, this, &JsonEditor::placeMargin);
    connect(this, &QPlainTextEdit::updateRequest, m_margin, [this](const QRect& rect, int scrolled) {
        scrolled != 0 ? m_margin->scroll(0, scrolled)
                      : m_margin->update(0, rect.y(), m_margin->width(), rect.height());
    });
    connect(this, &QPlainTextEdit::cursorPositionChanged, this, &JsonEditor::markAll);
    connect(document(), &QTextDocument::contentsChange, this, [this](int, int removed, int added) {
        if (removed != 0 || added != 0) {
            m_pieces.clear(); // where they were is somewhere else
        }
        if (!m_isReplacing && (removed != 0 || added != 0)) {
            Q_EMIT textTyped();
        }
    });
    placeMargin();
}

void JsonEditor::setupFont() {
    QFont fixed = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    fixed.setPointSizeF(font().pointSizeF() * 0.95);
    setFont(fixed);
    m_margin->setFont(fixed);
    setTabStopDistance(fontMetrics().horizontalAdvance(u' ') * 2);
}

QString JsonEditor::wholeText() const {
    QString text = document()->toRawText();
    text.replace(QChar::ParagraphSeparator, u'\n');
    return text;
}

void JsonEditor::replaceText(const QString& text) {
    const QString before = wholeText();
    if (text == before) {
        document()->clearUndoRedoStacks();
        return;
    }
    const qsizetype least = std::min(text.size(), before.size());
    qsizetype same = 0;
    while (same < least && text[same] == before[same]) {
        ++same;
    }
    qsizetype tail = 0;
    while (tail < least - same && text[text.size() - 1 - tail] == before[before.size() - 1 - tail]) {
        ++tail;
    }
    m_isReplacing = true;
    QTextCursor cursor(document());
    cursor.setPosition(static_cast<int>(same));
    cursor.setPosition(static_cast<int>(before.size() - tail), QTextCursor::KeepAnchor);
    cursor.insertText(text.mid(same, text.size() - tail - same));
    m_isReplacing = false;
    document()->clearUndoRedoStacks();
}

void JsonEditor::markLine(int line, const QString& sentence) {
    m_markedLine = line;
    setToolTip(sentence);
    setAccessibleDescription(sentence);
    markAll();
    m_margin->update();
}

void JsonEditor::markPieces(const QList<TextPiece>& pieces) {
    if (pieces != m_pieces) {
        m_pieces = pieces;
        markAll();
    }
}

// The whole width of a line, behind its text; pieces under it.
void JsonEditor::markAll() {
    const theme::Tokens& t = theme::tokens(palette());
    QList<QTextEdit::ExtraSelection> marks;
    const auto add = [&](const QTextCursor& at, const QColor& ground) {
        QTextEdit::ExtraSelection mark;
        mark.cursor = at;
        mark.cursor.clearSelection();
        mark.format.setBackground(ground);
        mark.format.setProperty(QTextFormat::FullWidthSelection, true);
        marks.append(mark);
    };
    add(textCursor(), t.raised);
    if (m_markedLine > 0) {
        QColor ground = t.bad;
        ground.setAlphaF(0.2F);
        add(QTextCursor(document()->findBlockByNumber(m_markedLine - 1)), ground);
    }
    for (const TextPiece& piece : m_pieces) {
        QTextEdit::ExtraSelection mark;
        mark.cursor = QTextCursor(document());
        mark.cursor.setPosition(piece.from);
        mark.cursor.setPosition(piece.from + piece.length, QTextCursor::KeepAnchor);
        mark.format.setUnderlineStyle(QTextCharFormat::WaveUnderline);
        mark.format.setUnderlineColor(t.bad);
        marks.append(mark);
    }
    setExtraSelections(marks);
}

void JsonEditor::goToLine(int line) {
    const QTextBlock block = document()->findBlockByNumber(line - 1);
    if (!block.isValid()) {
        return;
    }
    setTextCursor(QTextCursor(block));
    // With the line in the upper part, since what belongs to it comes below.
    const int rows = viewport()->height() / std::max(1, fontMetrics().lineSpacing());
    verticalScrollBar()->setValue(std::max(0, block.firstLineNumber() - rows / 5));
    horizontalScrollBar()->setValue(0);
}

int JsonEditor::marginWidth() const {
    const int digits = std::max(3, static_cast<int>(QString::number(blockCount()).size()));
    return fontMetrics().horizontalAdvance(u'9') * digits + 2 * theme::kGrid;
}

void JsonEditor::placeMargin() {
    setViewportMargins(marginWidth(), 0, 0, 0);
    const QRect inside = contentsRect();
    m_margin->setGeometry(inside.left(), inside.top(), marginWidth(), viewport()->height());
}

void JsonEditor::paintMargin(QPaintEvent* event) {
    const theme::Tokens& t = theme::tokens(palette());
    QPainter painter(m_margin);
    painter.fillRect(event->rect(), t.surface);
    const int current = textCursor().blockNumber();
    QTextBlock block = firstVisibleBlock();
    qreal top = blockBoundingGeometry(block).translated(contentOffset()).top();
    while (block.isValid() && top <= event->rect().bottom()) {
        const qreal height = blockBoundingRect(block).height();
        const bool isMarked = block.blockNumber() == m_markedLine - 1;
        painter.setPen(isMarked ? t.bad : block.blockNumber() == current ? t.text : t.muted);
        painter.drawText(QRectF(0, top, m_margin->width() - theme::kGrid, height),
                         Qt::AlignRight | Qt::AlignVCenter, QString::number(block.blockNumber() + 1));
        top += height;
        block = block.next();
    }
}

bool JsonEditor::event(QEvent* event) {
    if (event->type() == QEvent::ShortcutOverride) {
        const auto* key = static_cast<QKeyEvent*>(event);
        const bool isBehind = (key->matches(QKeySequence::Undo) && !document()->isUndoAvailable()) ||
                              (key->matches(QKeySequence::Redo) && !document()->isRedoAvailable());
        if (isBehind) {
            // The window's action, or else keyPressEvent().
            event->ignore();
            return true;
        }
    }
    return QPlainTextEdit::event(event);
}

void JsonEditor::keyPressEvent(QKeyEvent* event) {
    if (event->matches(QKeySequence::Undo) && !document()->isUndoAvailable()) {
        Q_EMIT undoAsked();
    } else if (event->matches(QKeySequence::Redo) && !document()->isRedoAvailable()) {
        Q_EMIT redoAsked();
    } else {
        QPlainTextEdit::keyPressEvent(event);
    }
}

void JsonEditor::resizeEvent(QResizeEvent* event) {
    QPlainTextEdit::resizeEvent(event);
    placeMargin();
}

void JsonEditor::changeEvent(QEvent* event) {
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        m_highlighter->rehighlight();
        markAll();
    }
}

} // namespace bw::designer
