#pragma once

#include "core/base/result.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace bw::codec {

enum class UrlErrorKind : std::uint8_t {
    Empty,
    TooLong,           // over 64 KB
    MissingScheme,     // relative where an absolute one is needed
    UnsupportedScheme, // none of http, https, ws, wss
    MissingHost,
    BadHost,      // a character that no host name has; non-ASCII names are written as xn--…
    BadPort,      // no number from 1 to 65535
    BadCharacter, // a control character
    BadEscape,    // '%' without two hexadecimal digits
};

struct UrlError {
    UrlErrorKind kind = UrlErrorKind::Empty;
    std::size_t offset = 0; // byte in the text that was read
};

// Appends with everything but letters, digits and "-._~" as %XX.
void appendPercentEncoded(std::string& out, std::string_view text);

enum class PlusMeans : std::uint8_t { Plus, Space };

// Appends the decoded text; false (and nothing appended) when an escape is broken.
[[nodiscard]] bool appendPercentDecoded(std::string& out, std::string_view text,
                                        PlusMeans plus = PlusMeans::Plus);

// Appends a path and query as they go on the wire: characters that do not belong there are percent-encoded,
// escapes are kept. A control character or a broken escape is an error, and leaves `out` in no particular
// state.
[[nodiscard]] Result<void, UrlError> appendWireTarget(std::string& out, std::string_view text);

} // namespace bw::codec
