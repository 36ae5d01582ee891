#pragma once

#include <QString>

// Expressions about a value of an answer that was looked at. Pure functions.
namespace bw::designer {

// json('$.orders[0].id')
[[nodiscard]] QString jsonCall(const QString& path);
// That the value at the path is this one, which is JSON: equal for a text, a number or a boolean, there for
// anything larger.
[[nodiscard]] QString checkOf(const QString& path, const QString& value);

} // namespace bw::designer
