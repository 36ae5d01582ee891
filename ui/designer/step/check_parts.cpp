#include "ui/designer/step/check_parts.h"

#include <QStringList>

namespace bw::designer {
namespace {

constexpr int kComparisons = 6; // of the tests, the first

// Calls visit(position) for every character that is in no quotation and no bracket; true ends the walk.
template <class Visit>
bool walkOuter(QStringView source, const Visit& visit) {
    int depth = 0;
    QChar quote;
    for (qsizetype i = 0; i < source.size(); ++i) {
        const QChar c = source[i];
        if (!quote.isNull()) {
            if (c == u'\\') {
                ++i;
            } else if (c == quote) {
                quote = QChar();
            }
            continue;
        }
        if (c == u'\'' || c == u'"') {
            quote = c;
        } else if (c == u'(' || c == u'[') {
            ++depth;
        } else if (c == u')' || c == u']') {
            --depth;
        } else if (depth == 0 && visit(i)) {
            return true;
        }
    }
    return false;
}

// The comparison at a position, or nothing; "more" when the expression goes on beyond one test.
struct Operator {
    QString text;
    bool isMore = false;
};

Operator operatorAt(QStringView source, qsizetype at) {
    static const QStringList kTwo{QStringLiteral("=="), QStringLiteral("!="), QStringLiteral("<="),
                                  QStringLiteral(">=")};
    const QString two = source.mid(at, 2).toString();
    if (kTwo.contains(two)) {
        return {two, false};
    }
    const QChar c = source[at];
    if (c == u'<' || c == u'>') {
        return {QString(c), false};
    }
    return {{}, two == QLatin1String("&&") || two == QLatin1String("||") || c == u'?' || c == u'!' || c == u'='};
}

std::optional<CheckParts> splitComparison(const QString& source) {
    CheckParts parts;
    bool isMore = false;
    qsizetype skip = -1;
    walkOuter(source, [&](qsizetype at) {
        if (at == skip) {
            return false;
        }
        const Operator found = operatorAt(source, at);
        isMore = isMore || found.isMore || (!found.text.isEmpty() && !parts.test.isEmpty());
        if (!found.text.isEmpty() && parts.test.isEmpty()) {
            parts = {source.left(at).trimmed(), found.text, source.mid(at + found.text.size()).trimmed()};
            skip = found.text.size() == 2 ? at + 1 : -1;
        }
        return isMore;
    });
    const bool isWhole = !parts.subject.isEmpty() && !parts.expected.isEmpty();
    return isMore || !isWhole ? std::nullopt : std::optional(parts);
}

// exists(x), contains(x, part)
std::optional<CheckParts> splitCall(const QString& source) {
    const qsizetype open = source.indexOf(u'(');
    const QString name = source.left(open).trimmed();
    if (open < 0 || !source.endsWith(u')') || checkTests().indexOf(name) < kComparisons) {
        return std::nullopt;
    }
    const QString inner = source.mid(open + 1, source.size() - open - 2);
    qsizetype comma = -1;
    int commas = 0;
    walkOuter(inner, [&](qsizetype at) {
        if (inner[at] == u',') {
            comma = comma < 0 ? at : comma;
            ++commas;
        }
        return false;
    });
    // The bracket that opens first is the one that closes last.
    bool isClosed = true;
    int level = 0;
    for (const QChar c : inner) {
        level += c == u'(' ? 1 : c == u')' ? -1 : 0;
        isClosed = isClosed && level >= 0;
    }
    if (!isClosed || commas != (takesExpected(name) ? 1 : 0)) {
        return std::nullopt;
    }
    return takesExpected(name) ? CheckParts{inner.left(comma).trimmed(), name, inner.mid(comma + 1).trimmed()}
                               : CheckParts{inner.trimmed(), name, {}};
}

} // namespace

const QStringList& checkTests() {
    static const QStringList tests{
        QStringLiteral("=="),       QStringLiteral("!="),         QStringLiteral("<"),
        QStringLiteral("<="),       QStringLiteral(">"),          QStringLiteral(">="),
        QStringLiteral("contains"), QStringLiteral("startsWith"), QStringLiteral("endsWith"),
        QStringLiteral("matches"),  QStringLiteral("exists")};
    return tests;
}

bool takesExpected(const QString& test) {
    return test != QLatin1String("exists");
}

std::optional<CheckParts> splitCheck(const QString& source) {
    const QString text = source.trimmed();
    const std::optional<CheckParts> call = splitCall(text);
    return call ? call : splitComparison(text);
}

QString joinCheck(const CheckParts& parts) {
    if (!takesExpected(parts.test)) {
        return QStringLiteral("%1(%2)").arg(parts.test, parts.subject);
    }
    const bool isComparison = checkTests().indexOf(parts.test) < kComparisons;
    return isComparison ? QStringLiteral("%1 %2 %3").arg(parts.subject, parts.test, parts.expected)
                        : QStringLiteral("%1(%2, %3)").arg(parts.test, parts.subject, parts.expected);
}

} // namespace bw::designer
