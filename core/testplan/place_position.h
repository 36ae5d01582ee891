#pragma once

#include "core/testplan/json_reader.h"

#include <optional>
#include <string_view>

namespace bw::testplan {

// Where a place (scenarios.a.stages[2].duration) stands in a text: at its key or its item, or as near as the
// text comes to it. Empty when the text is no JSON.
[[nodiscard]] std::optional<TextPosition> positionOfPlace(std::string_view text, std::string_view place);

} // namespace bw::testplan
