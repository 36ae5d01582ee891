#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace bw::codec {

// Why a head was not written: what a caller gave would have changed the message's framing or was no HTTP.
enum class HeadError : std::uint8_t {
    BadMethod, // no token
    BadTarget, // empty, or holds white space or a control character
    BadName,   // no token
    BadValue,  // holds CR, LF or NUL
    BadStatus, // not 100 to 999
};

struct HeaderField {
    std::string_view name;
    std::string_view value;
};

// A token of RFC 9110 §5.6.2, as methods and field names are.
[[nodiscard]] bool isToken(std::string_view text);

// Holds no CR, LF or NUL, so that it cannot begin another field (RFC 9110 §5.5).
[[nodiscard]] bool isFieldValue(std::string_view text);

// Names and many values are compared without case.
[[nodiscard]] bool equalsIgnoringCase(std::string_view a, std::string_view b);

// Each appends to `out`, or leaves it as it was and tells why. A head is: a line, fields, appendHeadEnd().
[[nodiscard]] Result<void, HeadError> appendRequestLine(std::string& out, std::string_view method,
                                                        std::string_view target);
[[nodiscard]] Result<void, HeadError> appendStatusLine(std::string& out, int status);
[[nodiscard]] Result<void, HeadError> appendField(std::string& out, std::string_view name,
                                                  std::string_view value);
void appendContentLength(std::string& out, std::uint64_t bytes);
void appendHeadEnd(std::string& out);

// A whole request head. The caller names Host and everything else; `contentLength` adds that field.
[[nodiscard]] Result<void, HeadError> appendRequestHead(std::string& out, std::string_view method,
                                                        std::string_view target,
                                                        std::span<const HeaderField> fields,
                                                        std::optional<std::uint64_t> contentLength);

// A whole response head.
[[nodiscard]] Result<void, HeadError> appendResponseHead(std::string& out, int status,
                                                         std::span<const HeaderField> fields,
                                                         std::optional<std::uint64_t> contentLength);

// The registered phrase ("Not Found"), or empty.
[[nodiscard]] std::string_view reasonPhrase(int status);

} // namespace bw::codec
