#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace bw::interchange {

// The words of a command as a POSIX shell cuts them (IEEE 1003.1-2017, 2.2), and bash's $'…'. Nothing is
// expanded. None when a quotation is not closed.
[[nodiscard]] std::optional<std::vector<std::string>> shellWords(std::string_view command);

// One word that the shell reads as this text.
[[nodiscard]] std::string shellQuoted(std::string_view text);

} // namespace bw::interchange
