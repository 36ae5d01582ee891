#pragma once

#include <optional>
#include <string_view>

namespace bw::testplan {

// Without the blanks, tabs and line ends around it.
[[nodiscard]] std::string_view trimmed(std::string_view text);

// A number as Go's ParseFloat reads it, which k6's thresholds use: "1e3", ".5", "1_000", "+Inf", "NaN",
// "0x1p4". Empty for anything else, also when there are blanks or a unit, or when it is out of range.
[[nodiscard]] std::optional<double> scanNumber(std::string_view text);

} // namespace bw::testplan
