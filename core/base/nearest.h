#pragma once

#include <span>
#include <string>
#include <string_view>

namespace bw {

// The candidate that the writer most likely meant by `name`, or empty when none is close: at most a third of
// the letters wrong (Damerau-Levenshtein with neighbouring swaps, case ignored), the nearest first, ties by
// order.
[[nodiscard]] std::string_view nearest(std::string_view name, std::span<const std::string_view> candidates);
[[nodiscard]] std::string_view nearest(std::string_view name, std::span<const std::string> candidates);

} // namespace bw
