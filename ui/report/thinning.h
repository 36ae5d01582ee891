#pragma once

#include <cstddef>
#include <optional>
#include <vector>

namespace bw::ui_report {

struct CurvePoint {
    double x = 0;
    std::optional<double> y; // none: the curve has a gap here
};

// A stretch of a curve without a gap.
using CurvePiece = std::vector<CurvePoint>;

// The curve over [begin, end) as it can be drawn on `columns` pixels: of the points that share a pixel column
// the lowest and the highest stay, in their order, so that no peak disappears. A gap stays one when a whole
// column or more is empty, or when it parts points that are all kept. Precondition: x ascends, columns > 0.
[[nodiscard]] std::vector<CurvePiece> thinned(const std::vector<CurvePoint>& curve, double begin, double end,
                                              std::size_t columns);

} // namespace bw::ui_report
