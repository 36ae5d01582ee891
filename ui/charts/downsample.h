#pragma once

#include "ui/plot/thinning.h"

#include <QList>
#include <QPointF>

#include <cstddef>
#include <span>
#include <vector>

namespace bw::charts {

// A stretch of a curve without a gap, as it is drawn.
using DrawnPiece = QList<QPointF>;

// The curve over [begin, end] as a line on `columns` columns of pixels. Of each column the first, the lowest,
// the highest and the last point stay, in the order of time: the line looks as if all had been drawn. A curve
// with no more points than columns stays as it is. A gap parts the curve; in a curve that had to be thinned
// only when it is wider than a column, since it could not be seen otherwise. One pass.
// Precondition: x ascends, columns > 0.
[[nodiscard]] std::vector<DrawnPiece> downsampled(std::span<const plot::CurvePoint> curve, double begin,
                                                  double end, std::size_t columns);

} // namespace bw::charts
