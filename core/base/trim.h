#pragma once

#include <string_view>

namespace bw {

// Without the spaces and tabs at both ends: what HTTP calls optional white space (RFC 9110, 5.6.3).
[[nodiscard]] inline std::string_view trimBlanks(std::string_view text) {
    const std::size_t first = text.find_first_not_of(" \t");
    if (first == std::string_view::npos) {
        return {};
    }
    return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

} // namespace bw
