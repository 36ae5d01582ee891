#pragma once

#include "core/expr/value.h"

#include <string>
#include <string_view>

namespace bw::expr {

// As JavaScript's Number::toString: shortest digits that read back as the same double ("1e+21", "0.1",
// "NaN", "-0" prints "0").
void appendNumber(double number, std::string& out);

// As JavaScript's String(value); arrays and objects print as JSON, undefined as "undefined".
void appendText(const Value& value, std::string& out);
[[nodiscard]] std::string toText(const Value& value);

// Compact JSON. Undefined and numbers that are not finite become null. Strings are passed on as they are but
// for what JSON must escape; bytes that are no UTF-8 become U+FFFD.
void appendJson(const Value& value, std::string& out);
[[nodiscard]] std::string toJson(const Value& value);
// The text between the quotes of a JSON string.
void appendJsonEscaped(std::string_view text, std::string& out);

// Reads one JSON document (UTF-8, at most 16 MiB, 128 levels, a million values); undefined when it is none.
[[nodiscard]] Value fromJson(std::string_view text);

// As JavaScript: false, 0, NaN, "", null and undefined are not truthy.
[[nodiscard]] bool isTruthy(const Value& value);

} // namespace bw::expr
