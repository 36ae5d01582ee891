#include "ui/charts/gauge_scale.h"

#include <algorithm>
#include <cmath>

namespace bw::charts {

std::optional<double> placeOf(const verdict::LimitResult& limit, double figure) {
    if (!std::isfinite(figure) || !std::isfinite(limit.limit) || figure < 0 || limit.limit < 0) {
        return std::nullopt;
    }
    const bool isLower =
        limit.op == testplan::Comparison::Greater || limit.op == testplan::Comparison::GreaterOrEqual;
    if (limit.limit == 0) {
        // Nothing is allowed: none is good, any is beyond.
        return (figure > 0) == isLower ? 0.0 : 1.0;
    }
    const double share = figure / limit.limit;
    if (!isLower) {
        return std::min(share * kLimitPlace, 1.0);
    }
    return share <= 0 ? 1.0 : std::min(kLimitPlace / share, 1.0);
}

} // namespace bw::charts
