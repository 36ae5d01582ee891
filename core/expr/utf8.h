#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace bw::expr {

// The bytes of the well-formed UTF-8 sequence (RFC 3629) that `text` begins with; 0 when it begins with none.
[[nodiscard]] std::size_t utf8Length(std::string_view text);

// Appends one code point; a surrogate becomes U+FFFD.
void appendUtf8(std::uint32_t codePoint, std::string& out);

// JavaScript's length: UTF-16 units. A byte that is no UTF-8 counts as one.
[[nodiscard]] std::size_t utf16Length(std::string_view text);

// JavaScript's order of strings, which is that of their UTF-16 units: negative, 0 or positive.
[[nodiscard]] int compareAsUtf16(std::string_view a, std::string_view b);

} // namespace bw::expr
