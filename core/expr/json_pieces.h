#pragma once

#include "core/expr/text_pieces.h"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace bw::expr {

// How a value is put into the JSON text.
enum class JsonPart : std::uint8_t {
    InString, // printed and escaped, between quotes that are literal text
    Whole,    // as JSON of its own
};

struct JsonPiece {
    std::string before;
    std::shared_ptr<const TextPieces> text; // has the root
    NodeIndex root = 0;
    JsonPart part = JsonPart::InString;
    std::string place; // of the string in the document
};

// A JSON template taken apart: literal JSON around values. Immutable once made.
class JsonPieces {
public:
    std::vector<JsonPiece> pieces;
    std::string tail;
    Needs needs;
};

// Takes a JSON document apart. Problems are all of its strings'.
[[nodiscard]] Result<std::shared_ptr<const JsonPieces>, std::vector<Problem>>
compileJsonPieces(std::string_view document, const Scope& scope);

} // namespace bw::expr
