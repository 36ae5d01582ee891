#include "ui/charts/plot_view.h"

#include "ui/charts/cross_hair.h"
#include "ui/charts/heat_layer.h"
#include "ui/charts/plot_painter.h"
#include "ui/charts/reading_box.h"
#include "ui/charts/readings.h"
#include "ui/format/units.h"

#include <QChart>
#include <QGraphicsLayout>
#include <QGraphicsScene>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace bw::charts {
namespace {

constexpr int kMinimumHeight = 76;
constexpr double kLargeStep = 10; // seconds, with Ctrl
constexpr double kNear = 6;       // pixels from a line
constexpr double kLeastDrag = 4;  // pixels; less is a click
constexpr float kVeil = 0.16F;
constexpr double kWheelZoom = 0.8; // a step of the wheel
constexpr double kWheelPan = 0.1;
constexpr double kKeyZoom = 0.5;

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

void PlotView::setSelection(TimeSelection* selection) {
    m_selection = selection;
    connect(selection, &TimeSelection::moved, viewport(), qOverload<>(&QWidget::update));
}

void PlotView::setView(TimeView* view) {
    m_view = view;
    connect(view, &TimeView::changed, this, &PlotView::rebuild);
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
    m_geometry = geometryOf(m_data, m_hidden, m_texts, viewport()->size(), QFontMetricsF(font()),
                            m_view ? m_view->span() : std::nullopt);
    m_layer.fitLetters(QFontMetricsF(font()).height());
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

void PlotView::paintTo(QPainter& painter, const QRectF& area) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(font());
    render(&painter, area, viewport()->rect(), Qt::KeepAspectRatio);
    painter.restore();
}

void PlotView::drawBackground(QPainter* painter, const QRectF& /*rect*/) {
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing, false);
    painter->setFont(font());
    const theme::Tokens& tokens = theme::tokens(palette());
    PlotPainter(*painter, m_data, m_geometry, m_texts, tokens).paintGrid();
    if (m_data.heat) {
        m_fullest = paintHeat(*painter, *m_data.heat, m_geometry, tokens);
    }
    painter->restore();
}

void PlotView::drawForeground(QPainter* painter, const QRectF& /*rect*/) {
    painter->save();
    painter->setFont(font());
    m_layer.paintDots(*painter, m_geometry);
    PlotPainter plot(*painter, m_data, m_geometry, m_texts, theme::tokens(palette()));
    plot.paintLimits();
    plot.paintMoments();
    if (m_data.heat) {
        paintHeatKey(*painter, m_fullest, m_geometry, theme::tokens(palette()));
    }
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
    paintSelection(painter);
    paintCrossHair(painter);
    if (hasFocus()) {
        painter.setPen(QPen(theme::tokens(palette()).accent, 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(QRectF(viewport()->rect()).adjusted(0.5, 0.5, -0.5, -0.5));
    }
}

void PlotView::paintSelection(QPainter& painter) const {
    if (!m_selection || !m_selection->span()) {
        return;
    }
    const TimeSpan span = *m_selection->span();
    const QRectF& area = m_geometry.area;
    const double left = std::clamp(std::floor(m_geometry.xOf(span.begin)), area.left(), area.right());
    const double right = std::clamp(std::ceil(m_geometry.xOf(span.end)), area.left(), area.right());
    const theme::Tokens& tokens = theme::tokens(palette());
    QColor veil = tokens.accent;
    veil.setAlphaF(kVeil);
    painter.fillRect(QRectF(left, area.top(), right - left, area.height()), veil);
    painter.setPen(QPen(tokens.accent, 1));
    for (const double x : {left + 0.5, right - 0.5}) {
        painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()));
    }
}

void PlotView::paintCrossHair(QPainter& painter) const {
    if (!m_crossHair || !m_crossHair->second() || !hasSamples(m_data)) {
        return;
    }
    const theme::Tokens& tokens = theme::tokens(palette());
    const double second = *m_crossHair->second();
    if (second < m_geometry.time.begin || second > m_geometry.time.end) {
        return;
    }
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

std::optional<double> PlotView::secondAt(const QPoint& place) const {
    const double second = m_geometry.secondAt(place.x());
    const bool isInside = m_geometry.area.contains(place) && second <= m_data.seconds;
    return isInside ? std::optional(second) : std::nullopt;
}

std::vector<MomentLine> PlotView::remarksNear(const QPoint& place) const {
    std::vector<MomentLine> remarks;
    for (const MomentLine& moment : m_data.moments) {
        const bool isNear = std::abs(m_geometry.xOf(moment.second) - place.x()) <= kNear;
        if (moment.isRemark && !m_data.isGrowing && isNear) {
            remarks.push_back(moment);
        }
    }
    return remarks;
}

// The whole seconds between where the button went down and x.
std::optional<TimeSpan> PlotView::spanTo(double x) const {
    if (!m_pressedAt || std::abs(x - *m_pressedAt) < kLeastDrag) {
        return std::nullopt;
    }
    const auto secondAt = [this](double at) {
        return std::clamp(m_geometry.secondAt(at), m_geometry.time.begin, m_data.seconds);
    };
    const auto [first, last] = std::minmax({secondAt(*m_pressedAt), secondAt(x)});
    const TimeSpan span{std::floor(first), std::ceil(last)};
    return span.end > span.begin ? std::optional(span) : std::nullopt;
}

void PlotView::mousePressEvent(QMouseEvent* event) {
    if (m_view && event->button() == Qt::MiddleButton) {
        m_grabbedAt = m_geometry.secondAt(event->position().x());
    }
    if (isSelectable() && event->button() == Qt::LeftButton) {
        m_pressedAt = event->position().x();
        m_anchor.reset();
    }
}

// Not handed on: Qt Charts would look for the curve under the pointer, point by point.
void PlotView::mouseMoveEvent(QMouseEvent* event) {
    if (m_view && m_grabbedAt) {
        m_view->pan(*m_grabbedAt - m_geometry.secondAt(event->position().x()));
    }
    if (m_crossHair) {
        m_isLookedAtByKeys = false;
        m_crossHair->moveTo(nearestSecond(m_data, m_geometry.secondAt(event->position().x())), this);
    }
    if (m_selection && m_pressedAt) {
        m_selection->drag(spanTo(event->position().x()));
    }
}

// A click takes the selection away.
void PlotView::mouseReleaseEvent(QMouseEvent* event) {
    if (m_selection && m_pressedAt && event->button() == Qt::LeftButton) {
        m_selection->select(spanTo(event->position().x()));
    }
    m_pressedAt.reset();
    m_grabbedAt.reset();
}

void PlotView::mouseDoubleClickEvent(QMouseEvent* event) {
    if (m_view && event->button() == Qt::LeftButton) {
        m_view->showAll();
    }
}

// Closer and farther at the pointer; along the time with Shift, or where a wheel goes sideways.
void PlotView::wheelEvent(QWheelEvent* event) {
    if (!m_view) {
        QChartView::wheelEvent(event);
        return;
    }
    const QPointF turns = QPointF(event->angleDelta()) / QWheelEvent::DefaultDeltasPerStep;
    const double along = event->modifiers().testFlag(Qt::ShiftModifier) ? turns.y() : turns.x();
    if (along != 0) {
        m_view->pan(-along * kWheelPan * (m_geometry.time.end - m_geometry.time.begin));
    } else {
        m_view->zoom(m_geometry.secondAt(event->position().x()), std::pow(kWheelZoom, turns.y()));
    }
    event->accept();
}

void PlotView::leaveEvent(QEvent* event) {
    if (!m_isLookedAtByKeys) {
        lookAway();
    }
    QChartView::leaveEvent(event);
}

void PlotView::hideEvent(QHideEvent* event) {
    lookAway();
    QChartView::hideEvent(event);
}

// Others keep what they look at.
void PlotView::lookAway() {
    m_isLookedAtByKeys = false;
    if (m_crossHair && m_crossHair->wasMovedBy(this)) {
        m_crossHair->moveTo(std::nullopt);
    }
}

void PlotView::keyPressEvent(QKeyEvent* event) {
    const int step = event->key() == Qt::Key_Right ? 1 : event->key() == Qt::Key_Left ? -1 : 0;
    if (event->key() == Qt::Key_Escape && m_selection && m_selection->span()) {
        m_pressedAt.reset();
        m_selection->select(std::nullopt);
    } else if (m_crossHair && m_crossHair->second() && event->key() == Qt::Key_Escape) {
        m_crossHair->moveTo(std::nullopt);
    } else if (moveView(event->key())) {
        return;
    } else if (m_crossHair && step != 0) {
        moveCrossHair(step, event->modifiers());
    } else {
        QChartView::keyPressEvent(event);
    }
}

bool PlotView::moveView(int key) {
    if (!m_view) {
        return false;
    }
    const double shown = m_geometry.time.end - m_geometry.time.begin;
    const std::optional<double> looked = m_crossHair ? m_crossHair->second() : std::nullopt;
    const double middle = looked.value_or(m_geometry.time.begin + shown / 2);
    switch (key) {
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        m_view->zoom(middle, kKeyZoom);
        return true;
    case Qt::Key_Minus:
        m_view->zoom(middle, 1 / kKeyZoom);
        return true;
    case Qt::Key_0:
        m_view->showAll();
        return true;
    case Qt::Key_PageUp:
        m_view->pan(-shown / 2);
        return true;
    case Qt::Key_PageDown:
        m_view->pan(shown / 2);
        return true;
    default:
        return false;
    }
}

// With Shift what lies between is selected.
void PlotView::moveCrossHair(int step, Qt::KeyboardModifiers modifiers) {
    const std::optional<double> from = m_crossHair->second();
    const double seconds = step * (modifiers.testFlag(Qt::ControlModifier) ? kLargeStep : 1);
    m_isLookedAtByKeys = true;
    m_crossHair->moveTo(nextSecond(m_data, from, seconds), this);
    if (m_view && m_crossHair->second()) {
        m_view->reveal(*m_crossHair->second());
    }
    if (!isSelectable() || !modifiers.testFlag(Qt::ShiftModifier)) {
        m_anchor.reset();
        return;
    }
    const std::optional<double> to = m_crossHair->second();
    m_anchor = m_anchor ? m_anchor : from ? from : to;
    if (m_anchor && to) {
        const auto [first, last] = std::minmax({*m_anchor, *to});
        m_selection->select(TimeSpan{first, std::max(first + 1, last)});
    }
}

void PlotView::focusInEvent(QFocusEvent* event) {
    QChartView::focusInEvent(event);
    viewport()->update();
}

void PlotView::focusOutEvent(QFocusEvent* event) {
    QChartView::focusOutEvent(event);
    if (m_isLookedAtByKeys && event->reason() != Qt::PopupFocusReason &&
        event->reason() != Qt::ActiveWindowFocusReason) {
        lookAway();
    }
    viewport()->update();
}

} // namespace bw::charts
