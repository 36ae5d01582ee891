#pragma once

#include <cstdint>
#include <vector>

namespace bw::history {

// Blocks [first, last] of `width` seconds each; width is 1, 16, 256 or 4096.
struct BlockRange {
    std::int64_t width = 1;
    std::int64_t first = 0;
    std::int64_t last = 0;
    friend bool operator==(const BlockRange&, const BlockRange&) = default;
};

// The fewest whole blocks that together are exactly the seconds [begin, end): at most 90 of the smaller
// widths, however long the window. 0 <= begin; empty when end <= begin.
[[nodiscard]] std::vector<BlockRange> coverWindow(std::int64_t begin, std::int64_t end);

} // namespace bw::history
