#pragma once

#include <string>
#include <string_view>

namespace bw::expr {

// As JavaScript's Number.prototype.toFixed: the exact decimal expansion, halves away from zero, numbers from
// 1e21 on as Number::toString. digits: 0 to 100.
void appendFixed(double number, int digits, std::string& out);

// As JavaScript's Number(text) for decimal texts: blanks around are allowed, an empty text is 0, anything
// that is no number is NaN.
[[nodiscard]] double numberFromText(std::string_view text);

} // namespace bw::expr
