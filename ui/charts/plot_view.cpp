#include "ui/charts/plot_view.h"

#include "ui/charts/cross_hair.h"
#include "ui/format/units.h"

#include <QAreaSeries>
#include <QChart>
#include <QGraphicsLayout>
#include <QKeyEvent>
#include <QLineSeries>
#include <QMouseEvent>
#include <QValueAxis>

#include <algorithm>
#include <cmath>

namespace bw::charts {
namespace {

constexpr int kMinimumHeight = 120;
constexpr double kPixelsPerTimeLine = 72;
constexpr double kPixelsPerValueLine = 36;

// A thinned curve as points for Qt: low and high of each column, so that no peak is lost.
QList<QPointF> pointsOf(const plot::CurvePiece& piece) {
    QList<QPointF> points;
    points.reserve(static_cast<qsizetype>(piece.size()) * 2);
    bool rising = true;
    for (const plot::CurveColumn& column : piece) {
        if (column.low == column.high) {
            points.append({column.x, column.high});
            continue;
        }
        // The end of one column and the beginning of the next lie at the same side, which keeps the line
        // calm.
        points.append({column.x, rising ? column.low : column.high});
        points.append({column.x, rising ? column.high : column.low});
        rising = !rising;
    }
    return points;
}

} // namespace

PlotView::PlotView(QWidget* parent)
    : QChartView(parent)
    , m_x(new QValueAxis(this))
    , m_y(new QValueAxis(this))
    , m_valueText([](double value) { return format::number(value); })
    , m_exactText([](double value) { return format::number(value, 6); }) {
    setupChart();
}

void PlotView::setupChart() {
    setFrameShape(NoFrame);
    setRenderHint(QPainter::Antialiasing);
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setMinimumHeight(kMinimumHeight);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setViewportUpdateMode(FullViewportUpdate);
    chart()->legend()->hide();
    chart()->setBackgroundVisible(false);
    chart()->setPlotAreaBackgroundVisible(false);
    chart()->setAnimationOptions(QChart::NoAnimation);
    chart()->layout()->setContentsMargins(0, 0, 0, 0);
    chart()->setMargins({});
    m_x->setVisible(false);
    m_y->setVisible(false);
    chart()->addAxis(m_x, Qt::AlignBottom);
    chart()->addAxis(m_y, Qt::AlignLeft);
}

void PlotView::setCrossHair(CrossHair* crossHair) {
    m_crossHair = crossHair;
    connect(crossHair, &CrossHair::moved, viewport(), qOverload<>(&QWidget::update));
}

void PlotView::draw(ChartData data) {
    m_data = std::move(data);
    rebuild();
}

void PlotView::setHidden(const std::set<QString>& names) {
    m_hidden = names;
    rebuild();
}

qsizetype PlotView::drawnPoints() const {
    qsizetype points = 0;
    for (QAbstractSeries* series : chart()->series()) {
        if (auto* line = qobject_cast<QXYSeries*>(series)) {
            points += line->count();
        } else if (auto* area = qobject_cast<QAreaSeries*>(series)) {
            points += area->upperSeries()->count();
        }
    }
    return points;
}

bool PlotView::hasSamples() const {
    return std::ranges::any_of(m_data.curves, [](const Curve& curve) {
        return std::ranges::any_of(curve.points, [](const plot::CurvePoint& p) { return p.y.has_value(); });
    });
}

double PlotView::highest() const {
    double most = 0;
    for (const Curve& curve : m_data.curves) {
        for (const plot::CurvePoint& point : curve.points) {
            most = std::max(most, m_hidden.contains(curve.name) ? 0 : point.y.value_or(0));
        }
    }
    // A limit far above the curve would press the curve flat: it is shown once it is within reach.
    for (const LimitLine& limit : m_data.limits) {
        if (limit.value <= most * 3) {
            most = std::max(most, limit.value * 1.05);
        }
    }
    return most;
}

void PlotView::layOut() {
    const QFontMetrics metrics(font());
    int widest = metrics.horizontalAdvance(QStringLiteral("000"));
    for (const double tick : m_values.ticks) {
        widest = std::max(widest, metrics.horizontalAdvance(m_valueText(tick)));
    }
    const int left = widest + theme::kGrid;
    const int below = metrics.height() + theme::kHalfGrid;
    m_area = QRectF(left, metrics.height() / 2.0, std::max(10, width() - left - theme::kGrid),
                    std::max(10.0, height() - below - metrics.height() / 2.0));
    chart()->setPlotArea(m_area);
}

void PlotView::rebuild() {
    const theme::Tokens& tokens = theme::tokens(palette());
    m_values = plot::valueAxis(highest(), std::clamp(static_cast<int>(height() / kPixelsPerValueLine), 2, 6));
    double end = m_data.seconds;
    for (const Curve& curve : m_data.curves) {
        end = curve.points.empty() ? end : std::max(end, curve.points.back().x);
    }
    end = std::max(end, 10.0);
    m_time = plot::timeAxis(end, std::clamp(static_cast<int>(width() / kPixelsPerTimeLine), 2, 12));
    layOut();
    m_x->setRange(0, m_time.end);
    m_y->setRange(0, m_values.end);
    chart()->removeAllSeries();
    for (const Curve& curve : m_data.curves) {
        if (!m_hidden.contains(curve.name)) {
            addCurve(curve, tokens);
        }
    }
    viewport()->update();
}

void PlotView::addCurve(const Curve& curve, const theme::Tokens& tokens) {
    const auto columns = static_cast<std::size_t>(std::max(16.0, m_area.width()));
    const QColor colour = colourOf(curve.role, tokens);
    for (const plot::CurvePiece& piece : plot::thinned(curve.points, 0, m_time.end, columns)) {
        auto* line = new QLineSeries;
        line->append(pointsOf(piece));
        line->setPen(QPen(colour, curve.role == CurveRole::Wanted ? 1.2 : 1.6,
                          curve.role == CurveRole::Wanted ? Qt::DashLine : Qt::SolidLine, Qt::RoundCap,
                          Qt::RoundJoin));
        // A single sample between gaps has no line; it is a dot.
        line->setPointsVisible(piece.size() == 1);
        line->setMarkerSize(3);
        QAbstractSeries* series = line;
        if (curve.isFilled) {
            auto* area = new QAreaSeries(line);
            line->setParent(area);
            QColor faint = colour;
            faint.setAlphaF(0.14F);
            area->setBrush(faint);
            area->setPen(line->pen());
            series = area;
        }
        chart()->addSeries(series);
        series->attachAxis(m_x);
        series->attachAxis(m_y);
    }
}

double PlotView::xOf(double second) const {
    return m_area.left() + second / m_time.end * m_area.width();
}

double PlotView::yOf(double value) const {
    return m_area.bottom() - value / m_values.end * m_area.height();
}

void PlotView::drawBackground(QPainter* painter, const QRectF& rect) {
    painter->fillRect(rect, theme::tokens(palette()).surface);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing, false);
    painter->setFont(font());
    paintGrid(*painter);
    painter->restore();
}

void PlotView::paintGrid(QPainter& painter) const {
    const theme::Tokens& t = theme::tokens(palette());
    const QFontMetrics metrics(font());
    for (const double tick : m_values.ticks) {
        const double y = std::round(yOf(tick));
        painter.setPen(QPen(t.line, 1));
        painter.drawLine(QPointF(m_area.left(), y), QPointF(m_area.right(), y));
        painter.setPen(t.muted);
        painter.drawText(
            QRectF(0, y - metrics.height() / 2.0, m_area.left() - theme::kHalfGrid, metrics.height()),
            Qt::AlignRight | Qt::AlignVCenter, m_valueText(tick));
    }
    double free = -1; // labels must not touch
    for (const double tick : m_time.ticks) {
        const QString label = plot::timeLabel(tick, m_time);
        const int wide = metrics.horizontalAdvance(label);
        const double at =
            std::clamp(xOf(tick) - wide / 2.0, 0.0, std::max(0.0, width() - static_cast<double>(wide)));
        if (at > free) {
            painter.drawText(QPointF(at, height() - metrics.descent() - 1), label);
            free = at + wide + theme::kGrid;
        }
    }
}

void PlotView::drawForeground(QPainter* painter, const QRectF& /*rect*/) {
    painter->save();
    painter->setFont(font());
    if (!hasSamples()) {
        painter->setPen(theme::tokens(palette()).muted);
        painter->drawText(m_area, Qt::AlignCenter, tr("no samples"));
    }
    paintLimits(*painter);
    paintMoments(*painter);
    paintCrossHair(*painter);
    if (hasFocus()) {
        painter->setPen(QPen(theme::tokens(palette()).accent, 1));
        painter->drawRect(QRectF(viewport()->rect()).adjusted(0.5, 0.5, -0.5, -0.5));
    }
    painter->restore();
}

void PlotView::paintLimits(QPainter& painter) const {
    const theme::Tokens& t = theme::tokens(palette());
    for (const LimitLine& limit : m_data.limits) {
        if (limit.value > m_values.end) {
            continue;
        }
        const double y = yOf(limit.value);
        painter.setPen(QPen(t.bad, 1, Qt::DashLine));
        painter.drawLine(QPointF(m_area.left(), y), QPointF(m_area.right(), y));
        painter.drawText(QPointF(m_area.left() + theme::kHalfGrid, y - 3), limit.name);
    }
}

void PlotView::paintMoments(QPainter& painter) const {
    const theme::Tokens& t = theme::tokens(palette());
    for (const MomentLine& moment : m_data.moments) {
        const double x = std::round(xOf(moment.second)) + 0.5;
        painter.setPen(QPen(t.warning, 1, Qt::DotLine));
        painter.drawLine(QPointF(x, m_area.top()), QPointF(x, m_area.bottom()));
        const QString text =
            fontMetrics().elidedText(moment.text, Qt::ElideRight, static_cast<int>(m_area.width() / 3));
        const int wide = fontMetrics().horizontalAdvance(text);
        const double at =
            x + wide + theme::kHalfGrid > m_area.right() ? x - wide - theme::kHalfGrid : x + theme::kHalfGrid;
        painter.drawText(QPointF(at, m_area.top() + fontMetrics().ascent()), text);
    }
}

std::optional<double> PlotView::valueAt(const Curve& curve, double second) {
    const auto found = std::ranges::lower_bound(curve.points, second, {}, &plot::CurvePoint::x);
    return found != curve.points.end() && found->x == second ? found->y : std::nullopt;
}

std::optional<double> PlotView::secondAt(double x) const {
    const double wanted = (x - m_area.left()) / m_area.width() * m_time.end;
    std::optional<double> nearest;
    for (const Curve& curve : m_data.curves) {
        auto found = std::ranges::lower_bound(curve.points, wanted, {}, &plot::CurvePoint::x);
        const auto offer = [&](const plot::CurvePoint& point) {
            if (!nearest || std::abs(point.x - wanted) < std::abs(*nearest - wanted)) {
                nearest = point.x;
            }
        };
        if (found != curve.points.end()) {
            offer(*found);
        }
        if (found != curve.points.begin()) {
            offer(*std::prev(found));
        }
    }
    return nearest;
}

void PlotView::paintCrossHair(QPainter& painter) const {
    if (!m_crossHair || !m_crossHair->second() || !hasSamples()) {
        return;
    }
    const theme::Tokens& t = theme::tokens(palette());
    const double second = *m_crossHair->second();
    const double x = std::round(xOf(second)) + 0.5;
    painter.setPen(QPen(t.muted, 1));
    painter.drawLine(QPointF(x, m_area.top()), QPointF(x, m_area.bottom()));
    for (const Curve& curve : m_data.curves) {
        const std::optional<double> value = valueAt(curve, second);
        if (value && !m_hidden.contains(curve.name)) {
            painter.setPen(QPen(t.surface, 1.5));
            painter.setBrush(colourOf(curve.role, t));
            painter.drawEllipse(QPointF(xOf(second), yOf(*value)), 3.5, 3.5);
        }
    }
    if (underMouse() || hasFocus()) {
        paintReadings(painter, second);
    }
}

void PlotView::paintReadings(QPainter& painter, double second) const {
    const theme::Tokens& t = theme::tokens(palette());
    QStringList names{format::duration(std::chrono::seconds(std::llround(second)))};
    QStringList values{QString()};
    std::vector<QColor> colours{t.text};
    for (const Curve& curve : m_data.curves) {
        const std::optional<double> value = valueAt(curve, second);
        names.append(curve.name);
        values.append(value ? m_exactText(*value) : QStringLiteral("–"));
        colours.push_back(colourOf(curve.role, t));
    }
    int nameWidth = 0;
    int valueWidth = 0;
    for (qsizetype i = 0; i < names.size(); ++i) {
        nameWidth = std::max(nameWidth, fontMetrics().horizontalAdvance(names[i]));
        valueWidth = std::max(valueWidth, fontMetrics().horizontalAdvance(values[i]));
    }
    const double line = fontMetrics().height();
    const int pad = theme::kGrid;
    const int swatch = pad + theme::kHalfGrid;
    const QSizeF size(nameWidth + valueWidth + swatch + 3 * pad,
                      line * static_cast<double>(names.size()) + pad);
    const double right = xOf(second) + 12;
    const double x = right + size.width() > width() ? xOf(second) - 12 - size.width() : right;
    const QRectF box(QPointF(std::max(0.0, x), m_area.top() + 2), size);
    painter.setPen(QPen(t.line, 1));
    painter.setBrush(t.raised);
    painter.drawRoundedRect(box, theme::kRadius, theme::kRadius);
    for (qsizetype i = 0; i < names.size(); ++i) {
        const double y = box.top() + pad / 2.0 + line * static_cast<double>(i);
        if (i > 0) {
            painter.fillRect(QRectF(box.left() + pad, y + line / 2.0 - 1, pad, 2),
                             colours[static_cast<std::size_t>(i)]);
        }
        painter.setPen(i == 0 ? t.muted : t.text);
        const double textLeft = box.left() + pad + (i > 0 ? swatch : 0);
        painter.drawText(QRectF(textLeft, y, nameWidth + swatch, line), Qt::AlignLeft | Qt::AlignVCenter,
                         names[i]);
        painter.drawText(QRectF(box.right() - pad - valueWidth, y, valueWidth, line),
                         Qt::AlignRight | Qt::AlignVCenter, values[i]);
    }
}

void PlotView::resizeEvent(QResizeEvent* event) {
    QChartView::resizeEvent(event);
    rebuild();
}

void PlotView::changeEvent(QEvent* event) {
    QChartView::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) {
        rebuild();
    }
}

void PlotView::mouseMoveEvent(QMouseEvent* event) {
    if (m_crossHair) {
        m_crossHair->moveTo(secondAt(event->position().x()));
    }
    QChartView::mouseMoveEvent(event);
}

void PlotView::leaveEvent(QEvent* event) {
    if (m_crossHair && !hasFocus()) {
        m_crossHair->moveTo(std::nullopt);
    }
    QChartView::leaveEvent(event);
}

void PlotView::keyPressEvent(QKeyEvent* event) {
    const int step = event->key() == Qt::Key_Right ? 1 : event->key() == Qt::Key_Left ? -1 : 0;
    if (m_crossHair && event->key() == Qt::Key_Escape) {
        m_crossHair->moveTo(std::nullopt);
    } else if (m_crossHair && step != 0) {
        const bool large = event->modifiers().testFlag(Qt::ControlModifier);
        const double from = m_crossHair->second().value_or(step > 0 ? -1 : m_time.end);
        m_crossHair->moveTo(secondAt(xOf(std::clamp(from + step * (large ? 10 : 1), 0.0, m_time.end))));
    } else {
        QChartView::keyPressEvent(event);
    }
}

void PlotView::focusInEvent(QFocusEvent* event) {
    QChartView::focusInEvent(event);
    viewport()->update();
}

void PlotView::focusOutEvent(QFocusEvent* event) {
    QChartView::focusOutEvent(event);
    viewport()->update();
}

} // namespace bw::charts
