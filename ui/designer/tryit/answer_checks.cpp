#include "ui/designer/tryit/answer_checks.h"

namespace bw::designer {
namespace {

// A text of the expression language in single quotes.
QString quoted(const QString& text) {
    QString out(u'\'');
    for (const QChar c : text) {
        if (c == u'\'' || c == u'\\') {
            out += u'\\';
        }
        out += c;
    }
    return out + u'\'';
}

} // namespace

QString jsonCall(const QString& path) {
    return QStringLiteral("json(%1)").arg(quoted(path));
}

QString checkOf(const QString& path, const QString& value) {
    const QChar first = value.isEmpty() ? QChar() : value.front();
    if (first == u'{' || first == u'[' || value.isEmpty()) {
        return QStringLiteral("exists(%1)").arg(jsonCall(path));
    }
    // A JSON text is one of the language, too.
    return QStringLiteral("%1 == %2").arg(jsonCall(path), value);
}

} // namespace bw::designer
