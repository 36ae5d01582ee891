#pragma once

#include "ui/charts/plot_geometry.h"

#include <QPainter>

namespace bw::charts {

// Paints what Qt Charts does not: the grid with its labels, limits and moments. Lives while it paints.
class PlotPainter {
public:
    PlotPainter(QPainter& painter, const ChartData& data, const PlotGeometry& geometry,
                const PlotTexts& texts, const theme::Tokens& tokens);

    void paintGrid();
    void paintLimits();
    void paintMoments();
    void paintNoSamples(const QString& words);

private:
    void paintBand(const MomentLine& moment);
    void paintTicks(AxisSide side);
    void paintTimes();
    // On the chart's ground, so that it can be read above curves.
    void paintLabel(const QPointF& baseline, const QString& text, const QColor& colour);
    // A label at the right end of the area that keeps within it.
    void paintLimitLabel(double y, const QString& text);

    QPainter& m_painter;
    const ChartData& m_data;
    const PlotGeometry& m_geometry;
    const PlotTexts& m_texts;
    const theme::Tokens& m_tokens;
    QFontMetricsF m_metrics;
};

} // namespace bw::charts
