#pragma once

#include "ui/charts/curve.h"

#include <QString>

namespace bw::charts {

// The curves as a table for a spreadsheet: a line for each second at which one has a sample, a column for
// each curve, empty where it has none. Numbers have a point and all their digits.
[[nodiscard]] QString csvOf(const ChartData& data);

} // namespace bw::charts
