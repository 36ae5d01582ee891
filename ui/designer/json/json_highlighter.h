#pragma once

#include <QSyntaxHighlighter>

namespace bw::designer {

// Colours JSON by what a piece is: keys, texts and the ${…} in them, numbers and words, brackets. Takes the
// colours of its editor's palette; rehighlight() after a switch.
class JsonHighlighter : public QSyntaxHighlighter {
    Q_OBJECT

public:
    JsonHighlighter(QTextDocument* document, const QWidget& editor);

protected:
    void highlightBlock(const QString& text) override;

private:
    int highlightString(const QString& text, int begin);

    const QWidget& m_editor;
};

} // namespace bw::designer
