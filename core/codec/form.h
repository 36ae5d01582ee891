#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace bw::codec {

// Appends "name=value" as application/x-www-form-urlencoded, behind '&' unless `out` is empty.
void appendFormField(std::string& out, std::string_view name, std::string_view value);

// One part of a multipart/form-data body; a file has a file name.
struct MultipartPart {
    std::string_view name;
    std::optional<std::string_view> fileName;
    std::string_view contentType; // empty: none is written
    std::string_view body;
};

enum class MultipartError : std::uint8_t {
    BadBoundary,    // empty, over 70 characters, or a character that RFC 2046 §5.1.1 does not allow
    BadContentType, // holds CR, LF or NUL
    BoundaryInBody, // a part holds the delimiter; take another boundary
};

// Appends a whole multipart/form-data body (RFC 7578).
[[nodiscard]] Result<void, MultipartError> appendMultipart(std::string& out, std::string_view boundary,
                                                           std::span<const MultipartPart> parts);

// The Content-Type that goes with it.
[[nodiscard]] std::string multipartContentType(std::string_view boundary);

} // namespace bw::codec
