#include "ui/charts/plot_painter.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace bw::charts {
namespace {

constexpr int kMomentRows = 3; // labels of neighbours stand below one another

// A hairline in the middle of a pixel.
double crisp(double place) {
    return std::floor(place) + 0.5;
}

} // namespace

PlotPainter::PlotPainter(QPainter& painter, const ChartData& data, const PlotGeometry& geometry,
                         const PlotTexts& texts, const theme::Tokens& tokens)
    : m_painter(painter)
    , m_data(data)
    , m_geometry(geometry)
    , m_texts(texts)
    , m_tokens(tokens)
    , m_metrics(painter.font()) {}

void PlotPainter::paintGrid() {
    const QRectF& area = m_geometry.area;
    m_painter.setPen(QPen(m_tokens.line, 1));
    for (const double tick : m_geometry.left.ticks) {
        const double y = crisp(m_geometry.yOf(tick));
        m_painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y));
    }
    paintTicks(AxisSide::Left);
    if (m_geometry.right) {
        paintTicks(AxisSide::Right);
    }
    paintTimes();
}

void PlotPainter::paintTicks(AxisSide side) {
    const QRectF& area = m_geometry.area;
    m_painter.setPen(m_tokens.muted);
    for (const double tick : m_geometry.axis(side).ticks) {
        const double y = m_geometry.yOf(tick, side) - m_metrics.height() / 2;
        const QString text = m_texts.of(side).tick(tick);
        if (side == AxisSide::Left) {
            m_painter.drawText(QRectF(0, y, area.left() - theme::kHalfGrid, m_metrics.height()),
                               Qt::AlignRight | Qt::AlignVCenter, text);
        } else {
            m_painter.drawText(QRectF(area.right() + theme::kHalfGrid, y,
                                      m_metrics.horizontalAdvance(text) + 2, m_metrics.height()),
                               Qt::AlignLeft | Qt::AlignVCenter, text);
        }
    }
}

void PlotPainter::paintTimes() {
    const QRectF& area = m_geometry.area;
    const double baseline = area.bottom() + theme::kHalfGrid + m_metrics.ascent();
    double free = 0; // labels must not touch
    for (const double tick : m_geometry.time.ticks) {
        const QString label = plot::timeLabel(tick, m_geometry.time);
        const double wide = m_metrics.horizontalAdvance(label);
        const double last = area.right() + theme::kGrid - wide;
        const double at = std::min(m_geometry.xOf(tick) - wide / 2, last);
        if (at >= free) {
            m_painter.drawText(QPointF(at, baseline), label);
            free = at + wide + theme::kGrid;
        }
    }
}

void PlotPainter::paintLabel(const QPointF& baseline, const QString& text, const QColor& colour) {
    QColor ground = m_tokens.surface;
    ground.setAlphaF(0.82F);
    m_painter.fillRect(QRectF(baseline.x() - 2, baseline.y() - m_metrics.ascent(),
                              m_metrics.horizontalAdvance(text) + 4, m_metrics.height()),
                       ground);
    m_painter.setPen(colour);
    m_painter.drawText(baseline, text);
}

void PlotPainter::paintLimitLabel(double y, const QString& text) {
    const QRectF& area = m_geometry.area;
    const bool fitsAbove = y - m_metrics.height() - 1 >= 0;
    const double baseline = fitsAbove ? y - m_metrics.descent() - 2 : y + m_metrics.ascent() + 3;
    paintLabel({area.right() - m_metrics.horizontalAdvance(text) - theme::kHalfGrid, baseline}, text,
               m_tokens.bad);
}

void PlotPainter::paintLimits() {
    const QRectF& area = m_geometry.area;
    for (const LimitLine& limit : m_data.limits) {
        const QString text = limit.name + u' ' + m_texts.left.exact(limit.value);
        if (limit.value > m_geometry.left.end) {
            paintLimitLabel(area.top(), text + QStringLiteral(" ↑"));
            continue;
        }
        const double y = crisp(m_geometry.yOf(limit.value));
        m_painter.setPen(QPen(m_tokens.bad, 1, Qt::DashLine));
        m_painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y));
        paintLimitLabel(y, text);
    }
}

// Hatched, so that it is told from the ground without its colour.
void PlotPainter::paintBand(const MomentLine& moment) {
    const double begin = std::max(moment.second, m_geometry.time.begin);
    const double end = std::min(moment.second + moment.length, m_geometry.time.end);
    if (end <= begin) {
        return;
    }
    const QRectF& area = m_geometry.area;
    const QRectF band(QPointF(m_geometry.xOf(begin), area.top()),
                      QPointF(m_geometry.xOf(end), area.bottom()));
    QColor ground = m_tokens.muted;
    ground.setAlphaF(0.12F);
    QColor hatch = m_tokens.muted;
    hatch.setAlphaF(0.35F);
    m_painter.fillRect(band, ground);
    m_painter.fillRect(band, QBrush(hatch, Qt::BDiagPattern));
}

void PlotPainter::paintMoments() {
    const QRectF& area = m_geometry.area;
    std::array<double, kMomentRows> free{};
    for (const MomentLine& moment : m_data.moments) {
        paintBand(moment);
        if (moment.second < m_geometry.time.begin || moment.second > m_geometry.time.end) {
            continue;
        }
        const double x = crisp(m_geometry.xOf(moment.second));
        const QColor colour = moment.isRemark ? m_tokens.accent : m_tokens.warning;
        m_painter.setPen(QPen(colour, 1, Qt::DotLine));
        m_painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()));
        const QString text = m_metrics.elidedText(moment.text, Qt::ElideRight, area.width() / 3);
        const double wide = m_metrics.horizontalAdvance(text);
        const bool fitsRight = x + wide + theme::kHalfGrid <= area.right();
        const double at = fitsRight ? x + theme::kHalfGrid : x - wide - theme::kHalfGrid;
        const auto row = std::ranges::find_if(free, [at](double end) { return end <= at; });
        if (row != free.end()) {
            const auto rows = static_cast<double>(row - free.begin());
            paintLabel({at, area.top() + m_metrics.ascent() + rows * m_metrics.height()}, text, colour);
            *row = at + wide + theme::kGrid;
        }
    }
}

void PlotPainter::paintNoSamples(const QString& words) {
    m_painter.setPen(m_tokens.muted);
    m_painter.drawText(m_geometry.area, Qt::AlignCenter, words);
}

} // namespace bw::charts
