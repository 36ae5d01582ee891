#include "ui/charts/gauge_scale.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace bw::charts {
namespace {

constexpr double kBeyondAll = std::numeric_limits<double>::infinity();
constexpr double kAllOffered = 0.995; // requests straddle the seconds' ends

bool isLowerBound(const verdict::LimitResult& limit) {
    return limit.op == testplan::Comparison::Greater || limit.op == testplan::Comparison::GreaterOrEqual;
}

// Part of whole, where nothing of nothing is nothing.
double share(double part, double whole) {
    return part <= 0 ? 0 : whole <= 0 ? kBeyondAll : part / whole;
}

} // namespace

std::optional<double> pressureOf(const verdict::LimitResult& limit, double figure) {
    if (!std::isfinite(figure) || !std::isfinite(limit.limit) || figure < 0 || limit.limit < 0) {
        return std::nullopt;
    }
    if (limit.kind == verdict::LimitKind::Within) {
        return share(1 - figure, 1 - limit.limit);
    }
    return isLowerBound(limit) ? share(limit.limit, figure) : share(figure, limit.limit);
}

std::optional<double> placeOf(const verdict::LimitResult& limit, double figure) {
    const std::optional<double> pressure = pressureOf(limit, figure);
    return pressure ? std::optional(std::min(*pressure * kLimitPlace, 1.0)) : std::nullopt;
}

Standing standingOf(const verdict::LimitResult& limit) {
    if (!limit.value) {
        return Standing::Unknown;
    }
    if (limit.state == verdict::BudgetState::Fail) {
        return Standing::Over;
    }
    const bool isAllOffered = limit.kind == verdict::LimitKind::Throughput && limit.offered &&
                              *limit.value >= *limit.offered * kAllOffered;
    const std::optional<double> pressure = pressureOf(limit, *limit.value);
    return pressure && *pressure >= kCloseFrom && !isAllOffered ? Standing::Close : Standing::Good;
}

} // namespace bw::charts
