#pragma once

#include "ui/charts/plot_geometry.h"

#include <QPainter>

#include <set>

namespace bw::charts {

// The dots on the curves at the second that is looked at.
void paintReadingDots(QPainter& painter, const ChartData& data, const std::set<QString>& hidden,
                      const PlotGeometry& geometry, const theme::Tokens& tokens, double second);

// A box beside the cross-hair with the run time and every curve's exact value, above everything else and
// within `room`. The painter's font is used.
void paintReadingBox(QPainter& painter, const ChartData& data, const std::set<QString>& hidden,
                     const PlotGeometry& geometry, const PlotTexts& texts, const theme::Tokens& tokens,
                     double second, const QSizeF& room);

} // namespace bw::charts
