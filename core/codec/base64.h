#pragma once

#include <string>
#include <string_view>

namespace bw::codec {

// Appends the standard alphabet with padding (RFC 4648 §4).
void appendBase64(std::string& out, std::string_view bytes);

// Appends what the text stands for; false when it is not of that form, whatever was appended then.
[[nodiscard]] bool appendFromBase64(std::string& out, std::string_view text);

// The value of an Authorization field for Basic (RFC 7617): "Basic dXNlcjpwYXNz".
[[nodiscard]] std::string basicCredentials(std::string_view user, std::string_view password);

} // namespace bw::codec
