#pragma once

#include "core/base/clock.h"
#include "core/metrics/tag_set.h"

#include <string>
#include <utility>
#include <vector>

namespace bw::verdict {

[[nodiscard]] double milliseconds(Duration time);

// time · factor, saturated; both >= 0.
[[nodiscard]] Duration scaledTime(Duration time, double factor);

[[nodiscard]] metrics::TagSet tagSet(const std::vector<std::pair<std::string, std::string>>& tags);

} // namespace bw::verdict
