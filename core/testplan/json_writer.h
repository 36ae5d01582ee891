#pragma once

#include "core/testplan/json_value.h"

#include <string>
#include <string_view>

namespace bw::testplan {

enum class JsonLayout {
    Indented, // two blanks a level, one member or item a line
    Compact,
};

// Appends `text` as a JSON string: only what must be escaped is.
void appendJsonString(std::string& out, std::string_view text);

// Appends a value in the given layout; `depth` is how many levels it is indented.
void appendJson(std::string& out, const JsonValue& value, JsonLayout layout, std::size_t depth = 0);

// The shortest text that reads back as the same number; 0 for what JSON cannot say (NaN, infinities).
[[nodiscard]] std::string jsonNumber(double value);

} // namespace bw::testplan
