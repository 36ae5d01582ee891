#include "ui/designer/load/load_canvas.h"

#include "ui/designer/load/load_edits.h"
#include "ui/designer/load/load_times.h"
#include "ui/format/units.h"
#include "ui/format/words.h"

#include <QAction>
#include <QContextMenuEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace bw::designer {
namespace {

constexpr double kReach = 9;      // pixels around a point that are the point's
constexpr double kCurveReach = 6; // and a curve's

} // namespace

LoadCanvas::LoadCanvas(bridge::PlanDocument& document, QWidget* parent)
    : QWidget(parent)
    , m_document(document) {
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAccessibleName(tr("Load over time"));
    m_apply.setSingleShot(true);
    m_apply.setInterval(0);
    connect(&m_apply, &QTimer::timeout, this, &LoadCanvas::applyDrag);
    setupActions();
}

void LoadCanvas::setupActions() {
    const auto add = [this](const QString& text, const QKeySequence& key, auto action) {
        auto* made = new QAction(text, this);
        made->setShortcut(key);
        made->setShortcutContext(Qt::WidgetShortcut);
        connect(made, &QAction::triggered, this, action);
        addAction(made);
        m_actions.append(made);
    };
    add(tr("Add a stage"), QKeySequence(Qt::Key_Insert), [this] { addPointBehind(); });
    add(tr("Remove the stage"), QKeySequence(Qt::Key_Delete), [this] { removeCurrentPoint(); });
    add(tr("Look closer"), QKeySequence(Qt::Key_Plus), [this] { zoomAtMiddle(kCloser); });
    add(tr("Look farther"), QKeySequence(Qt::Key_Minus), [this] { zoomAtMiddle(1 / kCloser); });
    add(tr("See the whole run"), QKeySequence(Qt::Key_0), [this] { showAll(); });
}

void LoadCanvas::refresh() {
    const bridge::PlanStatePtr state = m_document.state();
    m_picture = state && state->plan ? loadPicture(*state->plan) : LoadPicture();
    if (m_picture.find(m_look.current) == nullptr) {
        m_look.current = m_picture.curves.empty() ? std::string() : m_picture.curves.front().name();
        m_look.point = -1;
    }
    const LoadCurve* curve = currentCurve();
    if (curve != nullptr && m_look.point >= static_cast<int>(curve->points().size())) {
        m_look.point = static_cast<int>(curve->points().size()) - 1;
    }
    place();
    tell();
    Q_EMIT pictureChanged();
}

void LoadCanvas::place() {
    const QFontMetricsF metrics(font());
    const double side = metrics.horizontalAdvance(QStringLiteral("999 k")) + 2 * theme::kGrid;
    const bool hasBoth = m_picture.has(LoadUnit::Vus) && m_picture.has(LoadUnit::Rate);
    QRectF area = rect();
    area.adjust(side, metrics.height() + 2 * theme::kGrid, hasBoth ? -side : -2 * theme::kGrid,
                -metrics.height() - 2 * theme::kGrid);
    const bool isDragged = m_drag.grip == Grip::Point || m_drag.grip == Grip::Curve;
    const LoadScale before = m_scale;
    const TimeWindow window = isDragged ? before.time : m_window ? *m_window : wholeTime(m_picture);
    m_scale = loadScale(m_picture, area, window, isDragged ? &before : nullptr);
    forgetPicture();
}

void LoadCanvas::forgetPicture() {
    m_base = {};
    update();
}

const testplan::Scenario* LoadCanvas::currentScenario() const {
    const bridge::PlanStatePtr state = m_document.state();
    return state && state->plan ? state->plan->findScenario(m_look.current) : nullptr;
}

const LoadCurve* LoadCanvas::currentCurve() const {
    return m_picture.find(m_look.current);
}

void LoadCanvas::setCurrent(const QString& scenario) {
    const std::string name = scenario.toStdString();
    if (name != m_look.current && m_picture.find(name) != nullptr) {
        m_look.current = name;
        m_look.point = -1;
        forgetPicture();
        tell();
    }
}

void LoadCanvas::choose(const std::string& scenario, int point) {
    const bool isOther = scenario != m_look.current;
    m_look.current = scenario;
    m_look.point = point;
    forgetPicture();
    tell();
    if (isOther) {
        Q_EMIT currentChanged(current());
    }
}

// For those who hear the canvas: what the points say to those who see it.
void LoadCanvas::tell() {
    const LoadCurve* curve = currentCurve();
    if (curve == nullptr) {
        setAccessibleDescription(tr("no scenarios"));
        return;
    }
    const QString name = format::plain(curve->name());
    if (m_look.point < 0) {
        setAccessibleDescription(
            tr("%1, from %2 to %3, at most %4")
                .arg(name, timeText(curve->start()), timeText(curve->end()), format::count(curve->peak())));
        return;
    }
    const LoadPoint& point = curve->points()[static_cast<std::size_t>(m_look.point)];
    setAccessibleDescription(tr("%1, point %2 of %3: %4 at %5")
                                 .arg(name, QString::number(m_look.point + 1),
                                      QString::number(curve->points().size()), format::count(point.level),
                                      timeText(secondsOf(point.at))));
}

QPointF LoadCanvas::placeOfPoint(int point) const {
    const LoadCurve* curve = currentCurve();
    if (curve == nullptr || point < 0 || point >= static_cast<int>(curve->points().size())) {
        return {};
    }
    const LoadPoint& at = curve->points()[static_cast<std::size_t>(point)];
    return {m_scale.xOf(secondsOf(at.at)), m_scale.yOf(curve->unit(), at.level)};
}

// Of points above each other the last one: it is what a jump leads to.
std::optional<int> LoadCanvas::pointAt(const QPointF& at) const {
    const LoadCurve* curve = currentCurve();
    std::optional<int> nearest;
    double least = kReach;
    for (int i = 0; curve != nullptr && i < static_cast<int>(curve->points().size()); ++i) {
        const double distance = QLineF(at, placeOfPoint(i)).length();
        if (distance <= least) {
            least = distance;
            nearest = i;
        }
    }
    return nearest;
}

// Those whose lines are there, or else the lowest one that the place lies under.
std::vector<const LoadCurve*> LoadCanvas::curvesAt(const QPointF& at) const {
    const double second = m_scale.secondAt(at.x());
    const double slack = m_scale.secondAt(at.x() + kCurveReach) - second;
    const LoadCurve* under = nullptr;
    double lowest = m_scale.area.height() * 2;
    std::vector<const LoadCurve*> found;
    for (const LoadCurve& curve : m_picture.curves) {
        if (second < curve.start() - slack || second > curve.end() + slack) {
            continue;
        }
        const double y =
            m_scale.yOf(curve.unit(), curve.levelAt(std::clamp(second, curve.start(), curve.end())));
        if (std::abs(at.y() - y) < kCurveReach) {
            found.push_back(&curve);
        }
        const double height = m_scale.area.bottom() - y;
        if (at.y() >= y && at.y() <= m_scale.area.bottom() && height < lowest) {
            lowest = height;
            under = &curve;
        }
    }
    if (found.empty() && under != nullptr) {
        found.push_back(under);
    }
    return found;
}

// Where lines cover each other, the current one.
const LoadCurve* LoadCanvas::curveAt(const QPointF& at) const {
    const std::vector<const LoadCurve*> found = curvesAt(at);
    const auto current = std::ranges::find(found, currentCurve());
    return found.empty() ? nullptr : current != found.end() ? *current : found.front();
}

// A second click where lines cover each other: the next of them.
void LoadCanvas::chooseNextAt(const QPointF& at) {
    const std::vector<const LoadCurve*> found = curvesAt(at);
    const auto current = std::ranges::find(found, currentCurve());
    if (found.size() > 1 && current != found.end()) {
        choose((std::next(current) == found.end() ? found.front() : *std::next(current))->name(), -1);
    }
}

void LoadCanvas::paintEvent(QPaintEvent* /*event*/) {
    const theme::Tokens& tokens = theme::tokens(palette());
    if (m_base.isNull()) {
        m_base = QPixmap(size() * devicePixelRatioF());
        m_base.setDevicePixelRatio(devicePixelRatioF());
        m_base.fill(tokens.surface);
        QPainter painter(&m_base);
        painter.setFont(font());
        LoadPainter load(painter, m_picture, m_scale, tokens);
        load.paintGrid();
        load.paintCurves(m_look);
    }
    QPainter painter(this);
    painter.drawPixmap(0, 0, m_base);
    LoadPainter load(painter, m_picture, m_scale, tokens);
    m_look.hasFocus = hasFocus();
    load.paintPoints(m_look);
    if (m_pointer && m_drag.grip != Grip::Pan) {
        if (const QStringList lines = reading(); !lines.isEmpty()) {
            load.paintReading(*m_pointer, lines);
        }
    }
    if (hasFocus()) {
        painter.setPen(tokens.accent);
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5));
    }
}

QStringList LoadCanvas::reading() const {
    if (!m_scale.area.contains(*m_pointer) && m_drag.grip == Grip::None) {
        return {};
    }
    const LoadCurve* curve = currentCurve();
    const auto words = [](LoadUnit unit, double level) {
        return unit == LoadUnit::Vus ? tr("%1 VUs").arg(format::count(level))
                                     : tr("%1 iterations/s").arg(format::count(level));
    };
    if (m_drag.grip == Grip::Point && curve != nullptr && m_look.point >= 0) {
        const LoadPoint& point = curve->points()[static_cast<std::size_t>(m_look.point)];
        return {tr("%1 at %2").arg(words(curve->unit(), point.level), timeText(secondsOf(point.at)))};
    }
    if (m_drag.grip == Grip::Curve && curve != nullptr) {
        return {tr("starts at %1").arg(timeText(curve->start()))};
    }
    const LoadCurve* hovered = m_picture.find(m_look.hovered);
    if (hovered == nullptr) {
        return {};
    }
    const double second = m_scale.secondAt(m_pointer->x());
    QStringList lines{format::plain(hovered->name()),
                      tr("%1 at %2")
                          .arg(words(hovered->unit(), hovered->levelAt(second)),
                               plot::timeLabel(second, m_scale.timeLabels))};
    if (m_picture.curves.size() > 1) {
        lines
            << tr("all together %1").arg(words(hovered->unit(), m_picture.totalAt(hovered->unit(), second)));
    }
    return lines;
}

void LoadCanvas::resizeEvent(QResizeEvent* /*event*/) {
    place();
}

void LoadCanvas::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) {
        place();
    }
}

void LoadCanvas::leaveEvent(QEvent* /*event*/) {
    if (m_drag.grip == Grip::None) {
        m_pointer.reset();
        if (!m_look.hovered.empty()) {
            m_look.hovered.clear();
            forgetPicture();
        }
        update();
    }
}

void LoadCanvas::focusInEvent(QFocusEvent* event) {
    QWidget::focusInEvent(event);
    update();
}

void LoadCanvas::focusOutEvent(QFocusEvent* event) {
    QWidget::focusOutEvent(event);
    m_isSpaceHeld = false;
    update();
}

void LoadCanvas::contextMenuEvent(QContextMenuEvent* event) {
    if (event->reason() == QContextMenuEvent::Mouse) {
        if (const LoadCurve* curve = curveAt(event->pos())) {
            choose(curve->name(), m_look.current == curve->name() ? m_look.point : -1);
        }
    }
    Q_EMIT menuRequested(event->globalPos());
}

} // namespace bw::designer
