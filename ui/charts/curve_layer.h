#pragma once

#include "ui/charts/downsample.h"
#include "ui/charts/plot_geometry.h"

#include <QPointF>

#include <set>
#include <vector>

class QAbstractSeries;
class QAreaSeries;
class QChart;
class QLineSeries;
class QPainter;
class QValueAxis;

namespace bw::charts {

// The curves of a chart as series of Qt Charts, thinned to the pixel column. Series are kept from one drawing
// to the next and only their points are replaced. Belongs to the chart, which owns the series and outlives
// the layer.
class CurveLayer {
public:
    explicit CurveLayer(QChart& chart);

    // Lines are as wide as suits letters of this height, in pixels; from the next drawing on.
    void fitLetters(double height);

    void draw(const ChartData& data, const std::set<QString>& hidden, const PlotGeometry& geometry,
              const theme::Tokens& tokens);
    // Samples alone between gaps have no line; they are dots.
    void paintDots(QPainter& painter, const PlotGeometry& geometry) const;

    // How thin the curves are.
    [[nodiscard]] qsizetype drawnPoints() const;

private:
    enum class Kind : std::uint8_t { Line, Area };
    struct Track {
        Kind kind = Kind::Line;
        AxisSide side = AxisSide::Left;
        QAbstractSeries* series = nullptr;
        QLineSeries* points = nullptr; // the series itself, or an area's upper edge
    };
    struct Dot {
        QPointF place; // second and value
        AxisSide side = AxisSide::Left;
        QColor colour;
    };

    // On a heat map a curve has the ground's colour at its sides, else it would be lost in the cells.
    enum class Edge : std::uint8_t { None, Drawn };

    void drawCurve(const Curve& curve, Edge edge, const PlotGeometry& geometry, const theme::Tokens& tokens);
    Track& nextTrack(Kind kind, AxisSide side);
    void addTrack(Kind kind, AxisSide side);
    void dropTracksFrom(std::size_t first);

    QChart& m_chart;
    QValueAxis* m_time;
    QValueAxis* m_left;
    QValueAxis* m_right;
    std::vector<Track> m_tracks;
    double m_lineWidth;
    std::size_t m_used = 0; // tracks of the drawing that is under way
    std::vector<Dot> m_dots;
};

} // namespace bw::charts
