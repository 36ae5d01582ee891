#pragma once

#include <QString>
#include <QStringList>

#include <optional>

namespace bw::designer {

// A check as a person reads it: "duration", "<", "10". Each part is an expression's source; what a row cannot
// say stays a whole expression.
struct CheckParts {
    QString subject;
    QString test;     // one of checkTests()
    QString expected; // empty where the test takes none
    friend bool operator==(const CheckParts&, const CheckParts&) = default;
};

// ==, !=, <, <=, >, >=, contains, startsWith, endsWith, matches, exists.
[[nodiscard]] const QStringList& checkTests();
[[nodiscard]] bool takesExpected(const QString& test);

// None when the expression is more than one test.
[[nodiscard]] std::optional<CheckParts> splitCheck(const QString& source);
// The source; splitting it gives the parts again when each of them is a simple value.
[[nodiscard]] QString joinCheck(const CheckParts& parts);

} // namespace bw::designer
