#include "core/history/window_cover.h"

#include <algorithm>
#include <array>

namespace bw::history {

std::vector<BlockRange> coverWindow(std::int64_t begin, std::int64_t end) {
    static constexpr std::array<std::int64_t, 4> widths{4096, 256, 16, 1};
    std::vector<BlockRange> ranges;
    while (begin < end) {
        // The widest block that starts here and ends inside; then all of its kind up to where a wider one may
        // start.
        const auto width =
            *std::ranges::find_if(widths, [&](std::int64_t w) { return begin % w == 0 && end - begin >= w; });
        std::int64_t stop = end - (end - begin) % width;
        if (width != widths.front())
            stop = std::min(stop, (begin / (width * 16) + 1) * (width * 16));
        ranges.push_back({.width = width, .first = begin / width, .last = stop / width - 1});
        begin = stop;
    }
    return ranges;
}

} // namespace bw::history
