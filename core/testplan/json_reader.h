#pragma once

#include "core/base/result.h"
#include "core/testplan/json_value.h"

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace bw::testplan {

enum class JsonErrorKind : std::uint8_t {
    TooLarge,
    TooDeep,
    TooManyValues,
    NotUtf8,
    ByteOrderMark,
    Empty,
    UnexpectedEnd,
    ExpectedValue,
    ExpectedKey,
    ExpectedColon,
    ExpectedCommaOrEnd,
    TrailingComma,
    Comment,
    SingleQuotes,
    BadNumber,
    BadEscape,
    LoneSurrogate,
    ControlCharacter, // raw in a string
    TextAfterEnd,
};

struct JsonError {
    JsonErrorKind kind = JsonErrorKind::Empty;
    std::size_t offset = 0; // in bytes
};

struct JsonLimits {
    std::size_t bytes;
    std::size_t depth;  // nested arrays and objects; the reader recurses as deep
    std::size_t values; // keeps memory in proportion to the text
};

// Reads one JSON text (RFC 8259), strictly: no comments, no trailing commas, well-formed UTF-8. Duplicate
// keys are kept for the caller to find. A general JSON library serves elsewhere; a plan needs each value's
// place in the text, the author's spelling of numbers and errors as data.
[[nodiscard]] Result<JsonValue, JsonError> readJson(std::string_view text, const JsonLimits& limits);

struct TextPosition {
    std::size_t line = 1;
    std::size_t column = 1; // in characters
};

// Where a byte of a text stands; `offset` may be the text's size.
[[nodiscard]] TextPosition positionOf(std::string_view text, std::size_t offset);

// The first byte that is not part of well-formed UTF-8 (no overlong forms, no surrogates), or npos.
[[nodiscard]] std::size_t firstNotUtf8(std::string_view text);

} // namespace bw::testplan
