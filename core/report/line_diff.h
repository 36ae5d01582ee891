#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace bw::report {

enum class LineFate : std::uint8_t { Kept, Removed, Added };

struct DiffLine {
    LineFate fate = LineFate::Kept;
    std::string text;
    friend bool operator==(const DiffLine&, const DiffLine&) = default;
};

// How one text became the other, line by line, with as few removed and added lines as can be (Myers, "An
// O(ND) Difference Algorithm and Its Variations", 1986). Texts that differ in more than some thousand lines
// are told as all removed and all added between their common beginning and end, so that time and memory stay
// bounded.
[[nodiscard]] std::vector<DiffLine> lineDiff(std::string_view before, std::string_view after);

} // namespace bw::report
