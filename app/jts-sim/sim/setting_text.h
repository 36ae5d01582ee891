#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace bw::jts {

// A finite number and nothing behind it.
[[nodiscard]] std::optional<double> parseNumber(std::string_view text);

// The shortest text that reads back the same.
[[nodiscard]] std::string numberText(double value);

} // namespace bw::jts
