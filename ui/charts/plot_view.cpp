#include "ui/charts/plot_view.h"

#include "ui/charts/cross_hair.h"
#include "ui/charts/plot_painter.h"
#include "ui/charts/reading_box.h"
#include "ui/charts/readings.h"
#include "ui/format/units.h"

#include <QChart>
#include <QGraphicsLayout>
#include <QGraphicsScene>
#include <QKeyEvent>
#include <QMouseEvent>

#include <cmath>

namespace bw::charts {
namespace {

constexpr int kMinimumHeight = 120;
constexpr double kLargeStep = 10; // seconds, with Ctrl

AxisTexts plainTexts() {
    return {.tick = [](double value) { return format::number(value); },
            .exact = [](double value) { return format::number(value, 6); }};
}

} // namespace

PlotView::PlotView(QWidget* parent)
    : QChartView(parent)
    , m_texts{.left = plainTexts(), .right = plainTexts()}
    , m_layer(*chart()) {
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
    // Qt Charts lays out later than it is told to.
    connect(scene(), &QGraphicsScene::changed, this, &PlotView::markStale);
}

void PlotView::setTexts(AxisTexts left) {
    m_texts.left = std::move(left);
    rebuild();
}

void PlotView::setRightTexts(AxisTexts right) {
    m_texts.right = std::move(right);
    rebuild();
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

void PlotView::rebuild() {
    m_geometry = geometryOf(m_data, m_hidden, m_texts, viewport()->size(), QFontMetricsF(font()));
    m_layer.draw(m_data, m_hidden, m_geometry, theme::tokens(palette()));
    markStale();
}

void PlotView::markStale() {
    m_isStale = true;
    viewport()->update();
}

void PlotView::renderPicture() {
    const qreal scale = devicePixelRatioF();
    m_picture = QPixmap((QSizeF(viewport()->size()) * scale).toSize());
    m_picture.setDevicePixelRatio(scale);
    m_picture.fill(theme::tokens(palette()).surface);
    QPainter painter(&m_picture);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(font());
    render(&painter, QRectF(viewport()->rect()), viewport()->rect(), Qt::IgnoreAspectRatio);
    m_isStale = false;
    ++m_pictures;
}

void PlotView::drawBackground(QPainter* painter, const QRectF& /*rect*/) {
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing, false);
    painter->setFont(font());
    PlotPainter(*painter, m_data, m_geometry, m_texts, theme::tokens(palette())).paintGrid();
    painter->restore();
}

void PlotView::drawForeground(QPainter* painter, const QRectF& /*rect*/) {
    painter->save();
    painter->setFont(font());
    m_layer.paintDots(*painter, m_geometry);
    PlotPainter plot(*painter, m_data, m_geometry, m_texts, theme::tokens(palette()));
    plot.paintLimits();
    plot.paintMoments();
    if (!hasSamples(m_data)) {
        plot.paintNoSamples(tr("no samples"));
    }
    painter->restore();
}

void PlotView::paintEvent(QPaintEvent* /*event*/) {
    if (m_isStale || m_picture.devicePixelRatio() != devicePixelRatioF()) {
        renderPicture();
    }
    QPainter painter(viewport());
    painter.drawPixmap(0, 0, m_picture);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(font());
    paintCrossHair(painter);
    if (hasFocus()) {
        painter.setPen(QPen(theme::tokens(palette()).accent, 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(QRectF(viewport()->rect()).adjusted(0.5, 0.5, -0.5, -0.5));
    }
}

void PlotView::paintCrossHair(QPainter& painter) const {
    if (!m_crossHair || !m_crossHair->second() || !hasSamples(m_data)) {
        return;
    }
    const theme::Tokens& tokens = theme::tokens(palette());
    const double second = *m_crossHair->second();
    const double x = std::floor(m_geometry.xOf(second)) + 0.5;
    painter.setPen(QPen(tokens.muted, 1));
    painter.drawLine(QPointF(x, m_geometry.area.top()), QPointF(x, m_geometry.area.bottom()));
    paintReadingDots(painter, m_data, m_hidden, m_geometry, tokens, second);
    if (m_crossHair->wasMovedBy(this)) {
        paintReadingBox(painter, m_data, m_hidden, m_geometry, m_texts, tokens, second, viewport()->size());
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

// Not handed on: Qt Charts would look for the curve under the pointer, point by point.
void PlotView::mouseMoveEvent(QMouseEvent* event) {
    if (m_crossHair) {
        m_crossHair->moveTo(nearestSecond(m_data, m_geometry.secondAt(event->position().x())), this);
    }
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
        const bool isLarge = event->modifiers().testFlag(Qt::ControlModifier);
        m_crossHair->moveTo(nextSecond(m_data, m_crossHair->second(), step * (isLarge ? kLargeStep : 1)),
                            this);
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
