#include "ui/charts/gauge_trend.h"

#include <algorithm>
#include <cmath>

namespace bw::charts {
namespace {

constexpr int kFewest = 10;
constexpr double kLeastOfItself = 0.1;
constexpr double kLeastOfLimit = 0.02;

// A straight line by least squares.
struct Line {
    double mean = 0;
    double change = 0; // from the first figure to the last
};

std::optional<Line> lineThrough(const Figures& figures) {
    double n = 0;
    double sumX = 0;
    double sumY = 0;
    double sumXX = 0;
    double sumXY = 0;
    double first = -1;
    double last = 0;
    for (std::size_t i = 0; i < figures.size(); ++i) {
        if (!figures[i] || !std::isfinite(*figures[i])) {
            continue;
        }
        const auto x = static_cast<double>(i);
        n += 1;
        sumX += x;
        sumY += *figures[i];
        sumXX += x * x;
        sumXY += x * *figures[i];
        first = first < 0 ? x : first;
        last = x;
    }
    if (n < kFewest) {
        return std::nullopt;
    }
    const double slope = (n * sumXY - sumX * sumY) / (n * sumXX - sumX * sumX);
    return Line{sumY / n, slope * (last - first)};
}

} // namespace

Trend trendOf(const Figures& figures, const verdict::LimitResult& limit) {
    const std::optional<Line> line = lineThrough(figures);
    if (!line) {
        return Trend::Unknown;
    }
    const double least =
        std::max(kLeastOfItself * std::abs(line->mean), kLeastOfLimit * std::abs(limit.limit));
    if (!(std::abs(line->change) > least)) {
        return Trend::Steady;
    }
    return line->change > 0 ? Trend::Rising : Trend::Falling;
}

} // namespace bw::charts
