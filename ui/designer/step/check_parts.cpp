#include "ui/designer/step/check_parts.h"

#include "core/expr/single_test.h"

namespace bw::designer {
namespace {

constexpr int kComparisons = 6; // of the tests, the first

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
    const std::string text = source.toStdString();
    const auto test = expr::splitSingleTest(text);
    const auto piece = [](std::string_view part) {
        return QString::fromUtf8(part.data(), static_cast<qsizetype>(part.size()));
    };
    return test ? std::optional(CheckParts{piece(test->subject), piece(test->test), piece(test->expected)})
                : std::nullopt;
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
