#pragma once

#include "core/metrics/heat_map.h"
#include "ui/charts/plot_geometry.h"

#include <QPainter>

#include <cstdint>

namespace bw::charts {

// The lower edge of a heat map's band, in milliseconds.
[[nodiscard]] double heatEdge(std::uint32_t band);

// The colour of a cell by how much of the fullest one it has, 0 to 1: perceptually even (viridis, by van der
// Walt and Smith), and the more, the further from the ground.
[[nodiscard]] QColor heatColour(double share, const theme::Tokens& tokens);

// The cells, each a whole number of pixels wide; empty ones stay the ground. Counts are told apart by their
// logarithm: a handful of slow answers is seen beside thousands of quick ones. Returns the fullest cell's
// count; 0: there is none.
std::uint64_t paintHeat(QPainter& painter, const metrics::HeatMap& heat, const PlotGeometry& geometry,
                        const theme::Tokens& tokens);

// What the colours mean, in the upper left corner of the area.
void paintHeatKey(QPainter& painter, std::uint64_t fullest, const PlotGeometry& geometry,
                  const theme::Tokens& tokens);

} // namespace bw::charts
