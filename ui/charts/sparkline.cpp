#include "ui/charts/sparkline.h"

#include "ui/charts/downsample.h"

#include <QEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace bw::charts {
namespace {

constexpr int kCurveHeight = 4 * theme::kGrid;
constexpr double kLineWidth = 1.5;
constexpr double kHeightsOfLine = 14; // a higher one has wider lines
constexpr float kFillOpacity = 0.13F;

// The ground under a piece of curve.
QPolygonF groundOf(const DrawnPiece& line, double bottom) {
    QPolygonF ground(line);
    ground.append({line.back().x(), bottom});
    ground.append({line.front().x(), bottom});
    return ground;
}

} // namespace

void paintSparkline(QPainter& painter, const QRectF& area, const Curve& curve, const theme::Tokens& tokens) {
    double highest = 0;
    bool hasSamples = false;
    for (const plot::CurvePoint& point : curve.points) {
        highest = std::max(highest, point.y.value_or(0));
        hasSamples = hasSamples || point.y.has_value();
    }
    const double bottom = std::floor(area.bottom()) - 0.5;
    painter.setPen(QPen(tokens.line, 1));
    painter.drawLine(QPointF(area.left(), bottom), QPointF(area.right(), bottom));
    if (!hasSamples) {
        return;
    }
    const double lineWidth = std::max(kLineWidth, area.height() / kHeightsOfLine);
    const double begin = curve.points.front().x;
    const double span = std::max(1.0, curve.points.back().x - begin);
    const double room = bottom - area.top() - lineWidth;
    const auto place = [&](const QPointF& point) {
        return QPointF(area.left() + (point.x() - begin) / span * area.width(),
                       bottom - (highest > 0 ? point.y() / highest * room : 0));
    };
    const QColor colour = colourOf(curve, tokens);
    QColor faint = colour;
    faint.setAlphaF(kFillOpacity);
    const auto columns = static_cast<std::size_t>(std::max(16.0, area.width() / lineWidth));
    std::vector<DrawnPiece> pieces = downsampled(curve.points, begin, begin + span, columns);
    for (DrawnPiece& piece : pieces) {
        std::ranges::transform(piece, piece.begin(), place);
        painter.setPen(Qt::NoPen);
        painter.setBrush(faint);
        painter.drawPolygon(groundOf(piece, bottom));
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(colour, piece.size() == 1 ? 2 * lineWidth : lineWidth, Qt::SolidLine,
                            Qt::RoundCap, Qt::BevelJoin));
        if (piece.size() == 1) {
            painter.drawPoint(piece.front());
        } else {
            painter.drawPolyline(QPolygonF(piece));
        }
    }
}

Sparkline::Sparkline(const QString& title, ValueText text, QWidget* parent)
    : QWidget(parent)
    , m_title(title)
    , m_text(std::move(text)) {
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(title);
    setCurve({});
}

void Sparkline::setCurve(Curve curve) {
    m_curve = std::move(curve);
    m_highest = 0;
    m_hasSamples = false;
    for (const plot::CurvePoint& point : m_curve.points) {
        m_highest = std::max(m_highest, point.y.value_or(0));
        m_hasSamples = m_hasSamples || point.y.has_value();
    }
    setAccessibleDescription(m_hasSamples ? tr("at the most %1").arg(m_text(m_highest)) : tr("no samples"));
    update();
}

QSize Sparkline::sizeHint() const {
    return {30 * theme::kGrid, fontMetrics().height() + theme::kHalfGrid + kCurveHeight};
}

QSize Sparkline::minimumSizeHint() const {
    return {12 * theme::kGrid, sizeHint().height()};
}

void Sparkline::changeEvent(QEvent* event) {
    if (event->type() == QEvent::PaletteChange) {
        update();
    }
    QWidget::changeEvent(event);
}

void Sparkline::paintEvent(QPaintEvent* /*event*/) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF head(0, 0, width(), fontMetrics().height());
    paintHead(painter, head);
    paintSparkline(painter, QRectF(0, head.bottom() + theme::kHalfGrid, width(), kCurveHeight), m_curve,
                   theme::tokens(palette()));
}

void Sparkline::paintHead(QPainter& painter, const QRectF& head) const {
    const theme::Tokens& tokens = theme::tokens(palette());
    painter.setPen(tokens.muted);
    painter.drawText(head, Qt::AlignLeft | Qt::AlignVCenter, m_title);
    painter.drawText(head, Qt::AlignRight | Qt::AlignVCenter, accessibleDescription());
}

} // namespace bw::charts
