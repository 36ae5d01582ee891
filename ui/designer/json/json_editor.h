#pragma once

#include "ui/designer/json/wrong_pieces.h"

#include <QPlainTextEdit>

namespace bw::designer {

class JsonHighlighter;

// A text editor for JSON with numbered lines, one of which may be marked as wrong. Its own undo reaches back
// to the last text that was put into it; what comes before is somebody else's.
class JsonEditor : public QPlainTextEdit {
    Q_OBJECT

public:
    explicit JsonEditor(QWidget* parent = nullptr);

    // Every character, also blanks that do not break.
    [[nodiscard]] QString wholeText() const;
    // Replaces what differs, so that cursor and view stay; forgets the editor's undo. textTyped() is not
    // told.
    void replaceText(const QString& text);
    // Counted from 1; 0: none.
    void markLine(int line, const QString& sentence);
    // Underlined as wrong, until the text changes.
    void markPieces(const QList<TextPiece>& pieces);
    [[nodiscard]] const QList<TextPiece>& markedPieces() const { return m_pieces; }
    // Scrolls so that the line is in the upper part of the view, and puts the cursor there.
    void goToLine(int line);
    [[nodiscard]] int markedLine() const { return m_markedLine; }

    [[nodiscard]] int marginWidth() const;

Q_SIGNALS:
    void textTyped();
    // Ctrl+Z and Ctrl+Y that reach back behind the editor's own.
    void undoAsked();
    void redoAsked();

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    friend class JsonMargin;
    void setupFont();
    void paintMargin(QPaintEvent* event);
    void markAll();
    void placeMargin();

    JsonHighlighter* m_highlighter;
    QWidget* m_margin;
    int m_markedLine = 0;
    QList<TextPiece> m_pieces;
    bool m_isReplacing = false;
};

} // namespace bw::designer
