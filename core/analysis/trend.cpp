#include "core/analysis/trend.h"

#include "core/analysis/multiple_tests.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>

namespace bw::analysis {
namespace {

constexpr std::size_t kLeastRuns = 5;
constexpr double kSure = 0.05;

double varianceOf(std::span<const double> values) {
    const auto term = [](double n) { return n * (n - 1) * (2 * n + 5); };
    std::map<double, double> counts;
    for (const double value : values) {
        ++counts[value];
    }
    double sum = term(static_cast<double>(values.size()));
    for (const auto& [value, count] : counts) {
        sum -= count > 1 ? term(count) : 0;
    }
    return sum / 18;
}

} // namespace

double median(std::vector<double> values) {
    std::ranges::sort(values);
    const std::size_t half = values.size() / 2;
    return values.size() % 2 == 1 ? values[half] : (values[half - 1] + values[half]) / 2;
}

MannKendall mannKendall(std::span<const double> values) {
    MannKendall result;
    if (values.size() < 2) {
        return result;
    }
    std::vector<double> slopes;
    for (std::size_t i = 0; i < values.size(); ++i) {
        for (std::size_t j = i + 1; j < values.size(); ++j) {
            const double step = values[j] - values[i];
            result.s += step > 0 ? 1 : step < 0 ? -1 : 0;
            slopes.push_back(step / static_cast<double>(j - i));
        }
    }
    result.slope = median(std::move(slopes));
    result.variance = varianceOf(values);
    if (result.variance > 0 && result.s != 0) {
        result.z = (result.s - (result.s > 0 ? 1 : -1)) / std::sqrt(result.variance);
        result.p = tTest(result.z, std::numeric_limits<double>::infinity());
    }
    return result;
}

Trend trendOf(std::span<const double> values, Statistic statistic, Better better, double least) {
    if (values.size() < kLeastRuns) {
        return Trend::Unknown;
    }
    const MannKendall way = mannKendall(values);
    const double middle = median({values.begin(), values.end()});
    const double scale = statistic == Statistic::Share ? 1 : std::abs(middle);
    const double led = way.slope * static_cast<double>(values.size() - 1);
    if (way.p > kSure || scale <= 0 || std::abs(led) / scale < least) {
        return Trend::Stable;
    }
    return (led < 0) == (better == Better::Lower) ? Trend::Improving : Trend::Degrading;
}

} // namespace bw::analysis
