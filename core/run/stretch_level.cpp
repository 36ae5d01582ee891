#include "core/run/stretch_level.h"

#include <algorithm>

namespace bw::run {
namespace {

using history::Level;

// Charts are some thousand points wide at the most, and a value costs a few microseconds.
constexpr std::int64_t kMostValues = 200'000;

} // namespace

std::optional<Level> levelFor(std::int64_t seconds, std::size_t series, std::int64_t mostOfEach) {
    const std::int64_t blocks =
        std::min(mostOfEach, kMostValues / std::max<std::int64_t>(1, static_cast<std::int64_t>(series)));
    if (seconds <= blocks) {
        return std::nullopt;
    }
    for (const Level level : {Level::Seconds16, Level::Seconds256}) {
        if (seconds / static_cast<std::int64_t>(level) <= blocks) {
            return level;
        }
    }
    return Level::Seconds4096;
}

} // namespace bw::run
