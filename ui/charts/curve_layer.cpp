#include "ui/charts/curve_layer.h"

#include <QAreaSeries>
#include <QChart>
#include <QLineSeries>
#include <QPainter>
#include <QValueAxis>

#include <algorithm>

namespace bw::charts {
namespace {

constexpr double kLineWidth = 1.5;
constexpr double kEdgeWidth = 1;
constexpr double kLettersAboveLine = 11; // how much higher letters are than a line is wide, at the most
constexpr double kDotRadius = 1.75;
constexpr float kFillOpacity = 0.13F;

QPen penOf(const Curve& curve, const QColor& colour, double width) {
    // Bevelled: a mitre makes spikes out of noise, and a round join costs a curve's worth of arcs.
    return {colour, width, penStyleOf(curve), Qt::FlatCap, Qt::BevelJoin};
}

} // namespace

CurveLayer::CurveLayer(QChart& chart)
    : m_chart(chart)
    , m_time(new QValueAxis(&chart))
    , m_left(new QValueAxis(&chart))
    , m_right(new QValueAxis(&chart))
    , m_lineWidth(kLineWidth) {
    m_chart.addAxis(m_time, Qt::AlignBottom);
    m_chart.addAxis(m_left, Qt::AlignLeft);
    m_chart.addAxis(m_right, Qt::AlignRight);
    for (QValueAxis* axis : {m_time, m_left, m_right}) {
        axis->setVisible(false);
    }
}

void CurveLayer::fitLetters(double height) {
    m_lineWidth = std::max(kLineWidth, height / kLettersAboveLine);
}

void CurveLayer::draw(const ChartData& data, const std::set<QString>& hidden, const PlotGeometry& geometry,
                      const theme::Tokens& tokens) {
    m_chart.setPlotArea(geometry.area);
    m_time->setRange(geometry.time.begin, geometry.time.end);
    // Qt Charts has no logarithmic axis that takes our lines: it gets shares of ours instead.
    const auto setRange = [](QValueAxis& shown, const plot::Axis& axis) {
        axis.isLogarithmic ? shown.setRange(0, 1) : shown.setRange(axis.begin, axis.end);
    };
    setRange(*m_left, geometry.left);
    setRange(*m_right, geometry.axis(AxisSide::Right));
    m_used = 0;
    m_dots.clear();
    for (const Curve& curve : data.curves) {
        if (!hidden.contains(curve.name)) {
            drawCurve(curve, data.heat ? Edge::Drawn : Edge::None, geometry, tokens);
        }
    }
    dropTracksFrom(m_used);
}

void CurveLayer::drawCurve(const Curve& curve, Edge edge, const PlotGeometry& geometry,
                           const theme::Tokens& tokens) {
    const QColor colour = colourOf(curve, tokens);
    // Columns as wide as the line: finer ones could not be told apart.
    const auto columns = static_cast<std::size_t>(std::max(16.0, geometry.area.width() / m_lineWidth));
    const plot::Axis& axis = geometry.axis(curve.axis);
    const double begin = geometry.time.begin;
    const double end = geometry.time.end;
    for (DrawnPiece& piece : downsampled(pointsAround(curve.points, begin, end), begin, end, columns)) {
        if (piece.size() == 1) {
            if (piece.front().x() >= begin && piece.front().x() <= end) {
                m_dots.push_back({piece.front(), curve.axis, colour});
            }
            continue;
        }
        if (axis.isLogarithmic) {
            std::ranges::for_each(piece, [&axis](QPointF& point) { point.setY(axis.share(point.y())); });
        }
        if (curve.isFilled) {
            Track& area = nextTrack(Kind::Area, curve.axis);
            QColor faint = colour;
            faint.setAlphaF(kFillOpacity);
            static_cast<QAreaSeries*>(area.series)->setBrush(faint);
            area.points->replace(piece);
        }
        if (edge == Edge::Drawn) {
            Track& ground = nextTrack(Kind::Line, curve.axis);
            ground.points->setPen(QPen(tokens.surface, m_lineWidth + 2 * kEdgeWidth, Qt::SolidLine,
                                       Qt::FlatCap, Qt::BevelJoin));
            ground.points->replace(piece);
        }
        Track& line = nextTrack(Kind::Line, curve.axis);
        line.points->setPen(penOf(curve, colour, m_lineWidth));
        line.points->replace(piece);
    }
}

CurveLayer::Track& CurveLayer::nextTrack(Kind kind, AxisSide side) {
    // What is drawn later lies above, so a track of another kind in this place ends the reuse.
    if (m_used < m_tracks.size() && (m_tracks[m_used].kind != kind || m_tracks[m_used].side != side)) {
        dropTracksFrom(m_used);
    }
    if (m_used == m_tracks.size()) {
        addTrack(kind, side);
    }
    return m_tracks[m_used++];
}

void CurveLayer::addTrack(Kind kind, AxisSide side) {
    Track track{.kind = kind, .side = side};
    track.points = new QLineSeries;
    track.series = track.points;
    if (kind == Kind::Area) {
        auto* area = new QAreaSeries(track.points);
        track.points->setParent(area);
        area->setPen(Qt::NoPen);
        track.series = area;
    }
    m_chart.addSeries(track.series); // takes it
    track.series->attachAxis(m_time);
    track.series->attachAxis(side == AxisSide::Left ? m_left : m_right);
    m_tracks.push_back(track);
}

void CurveLayer::dropTracksFrom(std::size_t first) {
    for (std::size_t i = first; i < m_tracks.size(); ++i) {
        m_chart.removeSeries(m_tracks[i].series);
        delete m_tracks[i].series;
    }
    m_tracks.resize(std::min(first, m_tracks.size()));
}

void CurveLayer::paintDots(QPainter& painter, const PlotGeometry& geometry) const {
    const double radius = kDotRadius * m_lineWidth / kLineWidth;
    painter.setPen(Qt::NoPen);
    for (const Dot& dot : m_dots) {
        painter.setBrush(dot.colour);
        painter.drawEllipse(QPointF(geometry.xOf(dot.place.x()), geometry.yOf(dot.place.y(), dot.side)),
                            radius, radius);
    }
    painter.setBrush(Qt::NoBrush);
}

qsizetype CurveLayer::drawnPoints() const {
    auto points = static_cast<qsizetype>(m_dots.size());
    for (const Track& track : m_tracks) {
        points += track.kind == Kind::Line ? track.points->count() : 0;
    }
    return points;
}

} // namespace bw::charts
