#pragma once

#include <cstddef>
#include <optional>
#include <vector>

namespace bw::plot {

struct CurvePoint {
    double x = 0;
    std::optional<double> y; // none: the curve has a gap here
};

// What a curve does within one column of pixels.
struct CurveColumn {
    double x = 0; // mean of its points
    double low = 0;
    double high = 0;
    double mean = 0;

    friend bool operator==(const CurveColumn&, const CurveColumn&) = default;
};

// A stretch of a curve without a gap.
using CurvePiece = std::vector<CurveColumn>;

// The curve over [begin, end) as it can be drawn on `columns` columns: the points of one column become its
// lowest, its highest and its mean, so that no peak disappears. A gap parts the curve when all points have
// columns of their own, or when a whole column is empty. Precondition: x ascends, columns > 0.
[[nodiscard]] std::vector<CurvePiece> thinned(const std::vector<CurvePoint>& curve, double begin, double end,
                                              std::size_t columns);

} // namespace bw::plot
