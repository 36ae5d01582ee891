#include "ui/live/closer_look.h"

#include <algorithm>
#include <chrono>
#include <cmath>

namespace bw::live {
namespace {

using history::Window;

// A stretch that is half as long may be read more finely.
constexpr std::int64_t kMuchShorter = 2;

// What is shown and so much beside it, within the run.
Window around(const charts::TimeSpan& shown, double beside, double length) {
    return {static_cast<std::int64_t>(std::floor(std::max(0.0, shown.begin - beside))),
            static_cast<std::int64_t>(std::ceil(std::min(length, shown.end + beside)))};
}

std::int64_t lengthOf(Window window) {
    return window.end - window.begin;
}

bool includes(Window outer, Window inner) {
    return outer.begin <= inner.begin && outer.end >= inner.end;
}

} // namespace

bool hasAllOf(Window window, const std::optional<charts::TimeSpan>& shown) {
    return shown && static_cast<double>(window.begin) <= shown->begin &&
           static_cast<double>(window.end) >= shown->end;
}

std::optional<Window> windowToAskFor(const bridge::RunPicture& overview,
                                     const std::optional<charts::TimeSpan>& shown,
                                     const std::optional<Window>& asked, bool isFinest) {
    const auto& rows = overview.model.seconds;
    if (!shown || overview.isLive || rows.empty() || rows[0].width <= 1) {
        return std::nullopt;
    }
    // No whole number, and what is shown may end there.
    const double length = std::chrono::duration<double>(overview.model.run.duration).count();
    const double stretch = shown->end - shown->begin;
    const Window wanted = around(*shown, stretch, length);
    const bool willDo = asked && includes(*asked, around(*shown, stretch / 2, length)) &&
                        (isFinest || lengthOf(*asked) < kMuchShorter * lengthOf(wanted));
    return willDo ? std::nullopt : std::optional(wanted);
}

} // namespace bw::live
