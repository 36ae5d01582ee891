#pragma once

#include <string>
#include <string_view>

namespace bw::expr {

// RFC 4648, section 4, with padding.
void appendBase64(std::string_view bytes, std::string& out);

// As JavaScript's encodeURIComponent: letters, digits and -_.!~*'() stay, every other byte is
// percent-encoded.
void appendUrlEncoded(std::string_view text, std::string& out);

} // namespace bw::expr
