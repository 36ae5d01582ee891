#pragma once

#include "core/testplan/json_reader.h"
#include "core/testplan/problem.h"

#include <optional>
#include <string_view>

namespace bw::testplan {

// Where a place (scenarios.a.stages[2].duration) stands in a text: at its key or its item, or as near as the
// text comes to it. Empty when the text is no JSON.
[[nodiscard]] std::optional<TextPosition> positionOfPlace(std::string_view text, std::string_view place);

// Bytes of a text.
struct TextSpan {
    std::size_t from = 0;
    std::size_t length = 0;
};

// Where the piece that is wrong stands in the text of the document in which the problem's place is: within a
// string, whose escapes are counted in. At least one character long. Empty when the problem is not about a
// piece, or the document has no string there.
[[nodiscard]] std::optional<TextSpan> spanOfPiece(std::string_view text, const JsonValue& document,
                                                  const Problem& problem);

} // namespace bw::testplan
