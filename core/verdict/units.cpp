#include "core/verdict/units.h"

#include <algorithm>
#include <cmath>

namespace bw::verdict {

double milliseconds(Duration time) {
    return static_cast<double>(time.count()) / 1e6;
}

Duration scaledTime(Duration time, double factor) {
    const double scaled = std::round(static_cast<double>(time.count()) * factor);
    constexpr double largest = 9.2e18;
    return Duration(static_cast<std::int64_t>(std::clamp(scaled, 0.0, largest)));
}

metrics::TagSet tagSet(const std::vector<std::pair<std::string, std::string>>& tags) {
    std::vector<metrics::TagView> views;
    views.reserve(tags.size());
    for (const auto& [key, value] : tags) {
        views.push_back({key, value});
    }
    return metrics::TagSet(std::span<const metrics::TagView>(views));
}

} // namespace bw::verdict
