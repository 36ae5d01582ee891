#include "ui/designer/json/json_highlighter.h"

#include "ui/theme/tokens.h"

#include <QWidget>

namespace bw::designer {
namespace {

bool isWordCharacter(QChar c) {
    return c.isLetterOrNumber() || c == u'.' || c == u'-' || c == u'+';
}

} // namespace

JsonHighlighter::JsonHighlighter(QTextDocument* document, const QWidget& editor)
    : QSyntaxHighlighter(document)
    , m_editor(editor) {}

void JsonHighlighter::highlightBlock(const QString& text) {
    const theme::Tokens& t = theme::tokens(m_editor.palette());
    const int length = static_cast<int>(text.size());
    for (int at = 0; at < length;) {
        const QChar c = text[at];
        if (c == u'"') {
            at = highlightString(text, at);
        } else if (isWordCharacter(c)) {
            const int begin = at;
            while (at < length && isWordCharacter(text[at])) {
                ++at;
            }
            setFormat(begin, at - begin, t.percentile.back());
        } else {
            setFormat(at++, 1, t.muted);
        }
    }
}

// A string of JSON never goes over the end of a line. Returns the place behind it.
int JsonHighlighter::highlightString(const QString& text, int begin) {
    const theme::Tokens& t = theme::tokens(m_editor.palette());
    const int length = static_cast<int>(text.size());
    int end = begin + 1;
    while (end < length && text[end] != u'"') {
        end += text[end] == u'\\' ? 2 : 1;
    }
    end = std::min(end + 1, length);
    int next = end;
    while (next < length && text[next].isSpace()) {
        ++next;
    }
    const bool isKey = next < length && text[next] == u':';
    setFormat(begin, end - begin, isKey ? t.accent : t.text);
    for (qsizetype open = text.indexOf(QLatin1String("${"), begin); !isKey && open >= 0 && open < end;
         open = text.indexOf(QLatin1String("${"), open + 1)) {
        const qsizetype close = text.indexOf(u'}', open);
        const qsizetype behind = close < 0 || close >= end ? end : close + 1;
        setFormat(static_cast<int>(open), static_cast<int>(behind - open), t.percentile.back());
    }
    return end;
}

} // namespace bw::designer
