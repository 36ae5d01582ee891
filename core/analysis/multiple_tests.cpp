#include "core/analysis/multiple_tests.h"

#include <algorithm>
#include <boost/math/distributions/normal.hpp>
#include <boost/math/distributions/students_t.hpp>
#include <cmath>
#include <numeric>
#include <utility>

namespace bw::analysis {

double tTest(double t, double freedom) {
    if (std::isnan(t)) {
        return 1;
    }
    const double beyond = std::isinf(freedom)
                              ? cdf(complement(boost::math::normal(), std::abs(t)))
                              : cdf(complement(boost::math::students_t(freedom), std::abs(t)));
    return std::min(1.0, 2 * beyond);
}

double tQuantile(double confidence, double freedom) {
    const double share = (1 + confidence) / 2;
    return std::isinf(freedom) ? quantile(boost::math::normal(), share)
                               : quantile(boost::math::students_t(freedom), share);
}

std::vector<double> holm(const std::vector<double>& values) {
    std::vector<std::size_t> order(values.size());
    std::iota(order.begin(), order.end(), 0);
    std::ranges::sort(order, {}, [&](std::size_t i) { return std::pair(values[i], i); });
    std::vector<double> adjusted(values.size());
    double highest = 0;
    for (std::size_t rank = 0; rank < order.size(); ++rank) {
        const double scaled = values[order[rank]] * static_cast<double>(order.size() - rank);
        highest = std::max(highest, std::min(1.0, scaled));
        adjusted[order[rank]] = highest;
    }
    return adjusted;
}

} // namespace bw::analysis
