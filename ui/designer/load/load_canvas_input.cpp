#include "ui/designer/form/row_edits.h"
#include "ui/designer/load/load_canvas.h"
#include "ui/designer/load/load_edits.h"
#include "ui/designer/load/load_times.h"
#include "ui/designer/load/scenario_edits.h"
#include "ui/format/words.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

// What hands do to the canvas, and what comes of it.
namespace bw::designer {
namespace {

constexpr double kThreshold = 4; // pixels that a hand moves that only clicks
constexpr int kWheelStep = 120;

} // namespace

void LoadCanvas::edit(const QString& label, const QString& part, const ScenarioEdit& change) {
    const std::string scenario = m_look.current;
    const std::string place = memberPlace("scenarios", scenario);
    m_document.edit(label.arg(format::plain(scenario)), QString::fromStdString(place) + part,
                    [&](testplan::TestPlan& plan) {
                        if (testplan::Scenario* found = findScenario(plan, scenario)) {
                            change(*found);
                        }
                    });
}

void LoadCanvas::addPointAt(double second, double level) {
    const testplan::Scenario* scenario = currentScenario();
    const LoadCurve* curve = currentCurve();
    if (scenario == nullptr || curve == nullptr || !hasStages(*scenario)) {
        return;
    }
    int added = -1;
    const Duration at = durationOf(second - curve->start());
    m_document.endMerge();
    edit(tr("Add a stage to %1"), QStringLiteral(".stages"),
         [&](testplan::Scenario& into) { added = addPoint(into, at, level); });
    m_document.endMerge();
    choose(m_look.current, added);
}

// By keyboard: in the middle of the stage behind the chosen point, or behind the last.
void LoadCanvas::addPointBehind() {
    const LoadCurve* curve = currentCurve();
    if (curve == nullptr) {
        return;
    }
    const auto& points = curve->points();
    const auto last = points.size() - 1;
    const auto from = m_look.point < 0 ? last : static_cast<std::size_t>(m_look.point);
    const double at = secondsOf(points[from].at);
    if (from == last) {
        addPointAt(at + std::max(1.0, snapped(curve->end() - curve->start(), 1) / 4), points[from].level);
    } else {
        const double middle = (at + secondsOf(points[from + 1].at)) / 2;
        addPointAt(middle, (points[from].level + points[from + 1].level) / 2);
    }
}

void LoadCanvas::removeCurrentPoint() {
    m_document.endMerge();
    edit(tr("Remove a stage of %1"), QStringLiteral(".stages"),
         [this](testplan::Scenario& scenario) { (void)removePoint(scenario, m_look.point); });
    m_document.endMerge();
}

void LoadCanvas::nudge(double timeSteps, double levelSteps, Later later) {
    const testplan::Scenario* scenario = currentScenario();
    const LoadCurve* curve = currentCurve();
    if (scenario == nullptr || curve == nullptr) {
        return;
    }
    if (m_look.point < 0) {
        choose(m_look.current, 0);
        return;
    }
    const LoadPoint& point = curve->points()[static_cast<std::size_t>(m_look.point)];
    PointMove move{.point = m_look.point, .at = {}, .level = {}, .later = later};
    if (timeSteps != 0) {
        const double step = std::max(timeStep(m_scale), 0.001);
        const double second = snapped(secondsOf(point.at) - curve->start(), step) + timeSteps * step;
        move.at = durationOf(second);
    }
    if (levelSteps != 0) {
        const double step = levelStep(m_scale, curve->unit(), levelUnit(*scenario));
        move.level = std::max(0.0, snapped(point.level, step) + levelSteps * step);
    }
    edit(tr("Move a point of %1"), QStringLiteral(".stages[%1]").arg(m_look.point - 1),
         [&](testplan::Scenario& into) { movePoint(into, move); });
}

void LoadCanvas::nudgeStart(double steps) {
    if (const LoadCurve* curve = currentCurve()) {
        const double step = timeStep(m_scale);
        const double second = std::max(0.0, snapped(curve->start(), step) + steps * step);
        edit(tr("Move %1"), QStringLiteral(".startTime"),
             [&](testplan::Scenario& scenario) { moveStart(scenario, durationOf(second)); });
    }
}

// --- Mouse ---

void LoadCanvas::mousePressEvent(QMouseEvent* event) {
    const QPointF at = event->position();
    m_drag = {.grip = Grip::None,
              .from = at,
              .to = at,
              .startTime = 0,
              .window = m_scale.time,
              .modifiers = event->modifiers(),
              .movesTime = false,
              .movesLevel = false,
              .wasCurrent = false,
              .undoCount = m_document.undoStack().index()};
    if (event->button() == Qt::MiddleButton || (event->button() == Qt::LeftButton && m_isSpaceHeld)) {
        m_drag.grip = Grip::Pan;
        setCursor(Qt::ClosedHandCursor);
        return;
    }
    if (event->button() != Qt::LeftButton) {
        return;
    }
    if (const auto point = pointAt(at)) {
        choose(m_look.current, *point);
        m_drag.grip = Grip::Point;
    } else if (const LoadCurve* curve = curveAt(at)) {
        m_drag.wasCurrent = curve == currentCurve();
        choose(curve->name(), -1);
        m_drag.grip = Grip::Curve;
    } else {
        choose(m_look.current, -1);
    }
    if (const LoadCurve* curve = currentCurve()) {
        m_drag.startTime = curve->start();
    }
    m_document.endMerge();
}

void LoadCanvas::mouseMoveEvent(QMouseEvent* event) {
    m_pointer = event->position();
    if (m_drag.grip == Grip::None) {
        hover(event->position());
        return;
    }
    m_drag.to = event->position();
    m_drag.modifiers = event->modifiers();
    m_drag.movesTime = m_drag.movesTime || std::abs(m_drag.to.x() - m_drag.from.x()) > kThreshold;
    m_drag.movesLevel = m_drag.movesLevel || std::abs(m_drag.to.y() - m_drag.from.y()) > kThreshold;
    if (!m_apply.isActive()) {
        m_apply.start();
    }
}

void LoadCanvas::mouseReleaseEvent(QMouseEvent* event) {
    if (m_drag.grip == Grip::None) {
        return;
    }
    if (m_apply.isActive()) {
        m_apply.stop();
        applyDrag();
    }
    if (m_drag.grip == Grip::Curve && m_drag.wasCurrent && !m_drag.movesTime && !m_drag.movesLevel) {
        chooseNextAt(m_drag.from);
    }
    m_drag.grip = Grip::None;
    m_document.endMerge();
    place();
    hover(event->position());
}

// As if it had not begun.
void LoadCanvas::giveUpDrag() {
    m_apply.stop();
    m_drag.grip = Grip::None;
    if (m_document.undoStack().index() > m_drag.undoCount) {
        m_document.undoStack().undo();
    }
    m_document.endMerge();
    place();
}

void LoadCanvas::hover(const QPointF& at) {
    const LoadCurve* curve = curveAt(at);
    const std::string name = curve != nullptr ? curve->name() : std::string();
    if (name != m_look.hovered) {
        m_look.hovered = name;
        forgetPicture();
    }
    setCursor(m_isSpaceHeld                                ? Qt::OpenHandCursor
              : pointAt(at)                                ? Qt::SizeAllCursor
              : curve != nullptr && name == m_look.current ? Qt::SizeHorCursor
              : curve != nullptr                           ? Qt::PointingHandCursor
                                                           : Qt::ArrowCursor);
    update();
}

void LoadCanvas::applyDrag() {
    switch (m_drag.grip) {
    case Grip::None:
        break;
    case Grip::Pan:
        look(panned(m_drag.window, m_scale.secondAt(m_drag.from.x()) - m_scale.secondAt(m_drag.to.x())));
        break;
    case Grip::Point:
        dragPoint();
        break;
    case Grip::Curve:
        dragCurve();
        break;
    }
}

void LoadCanvas::dragPoint() {
    const testplan::Scenario* scenario = currentScenario();
    const LoadCurve* curve = currentCurve();
    if (scenario == nullptr || curve == nullptr || m_look.point < 0 ||
        !(m_drag.movesTime || m_drag.movesLevel)) {
        return;
    }
    const bool snaps = !m_drag.modifiers.testFlag(Qt::AltModifier);
    PointMove move{.point = m_look.point, .at = {}, .level = {}, .later = Later::Stay};
    if (m_drag.modifiers.testFlag(Qt::ShiftModifier)) {
        move.later = Later::Follow;
    }
    if (m_drag.movesTime) {
        const double second = m_scale.secondAt(m_drag.to.x());
        move.at = durationOf((snaps ? snapped(second, timeStep(m_scale)) : second) - curve->start());
    }
    if (m_drag.movesLevel) {
        const double least = levelUnit(*scenario);
        const double level = m_scale.levelAt(curve->unit(), m_drag.to.y());
        move.level = snapped(level, snaps ? levelStep(m_scale, curve->unit(), least) : least);
    }
    edit(tr("Move a point of %1"), QStringLiteral(".stages[%1]").arg(m_look.point - 1),
         [&](testplan::Scenario& into) { movePoint(into, move); });
}

void LoadCanvas::dragCurve() {
    if (!m_drag.movesTime) {
        return;
    }
    const double moved = m_scale.secondAt(m_drag.to.x()) - m_scale.secondAt(m_drag.from.x());
    const bool snaps = !m_drag.modifiers.testFlag(Qt::AltModifier);
    const double second = std::max(0.0, m_drag.startTime + moved);
    edit(tr("Move %1"), QStringLiteral(".startTime"), [&](testplan::Scenario& scenario) {
        moveStart(scenario, durationOf(snaps ? snapped(second, timeStep(m_scale)) : second));
    });
}

// On a curve with stages: a stage. Elsewhere: all of the run.
void LoadCanvas::mouseDoubleClickEvent(QMouseEvent* event) {
    const LoadCurve* curve = curveAt(event->position());
    if (event->button() != Qt::LeftButton || pointAt(event->position())) {
        return;
    }
    if (curve == nullptr || currentScenario() == nullptr || !hasStages(*currentScenario())) {
        showAll();
        return;
    }
    const double step = timeStep(m_scale);
    const double second = snapped(m_scale.secondAt(event->position().x()), step);
    const double least = levelUnit(*currentScenario());
    const double level = m_scale.levelAt(curve->unit(), event->position().y());
    addPointAt(second, snapped(level, levelStep(m_scale, curve->unit(), least)));
    m_drag.grip = Grip::Point;
}

void LoadCanvas::wheelEvent(QWheelEvent* event) {
    const QPoint turn = event->angleDelta();
    const bool isSideways = std::abs(turn.x()) > std::abs(turn.y());
    if (isSideways || event->modifiers().testFlag(Qt::ShiftModifier)) {
        const double steps = static_cast<double>(isSideways ? turn.x() : turn.y()) / kWheelStep;
        look(panned(m_scale.time, -steps * (m_scale.time.to - m_scale.time.from) / 10));
    } else {
        zoom(std::pow(kCloser, static_cast<double>(turn.y()) / kWheelStep),
             m_scale.secondAt(event->position().x()));
    }
    event->accept();
}

void LoadCanvas::zoom(double factor, double second) {
    look(zoomed(m_scale.time, factor, second));
}

void LoadCanvas::look(const TimeWindow& window) {
    m_window = window;
    place();
    Q_EMIT zoomChanged();
}

void LoadCanvas::zoomAtMiddle(double factor) {
    const LoadCurve* curve = currentCurve();
    const bool hasPoint = curve != nullptr && m_look.point >= 0;
    zoom(factor, hasPoint ? secondsOf(curve->points()[static_cast<std::size_t>(m_look.point)].at)
                          : (m_scale.time.from + m_scale.time.to) / 2);
}

void LoadCanvas::showAll() {
    m_window.reset();
    place();
    Q_EMIT zoomChanged();
}

// --- Keyboard ---

void LoadCanvas::stepPoint(int by) {
    if (const LoadCurve* curve = currentCurve()) {
        const int last = static_cast<int>(curve->points().size()) - 1;
        choose(m_look.current,
               m_look.point < 0 ? (by > 0 ? 0 : last) : std::clamp(m_look.point + by, 0, last));
    }
}

void LoadCanvas::stepScenario(int by) {
    const LoadCurve* curve = currentCurve();
    if (curve == nullptr) {
        return;
    }
    const auto index = curve - m_picture.curves.data();
    const auto last = static_cast<std::ptrdiff_t>(m_picture.curves.size()) - 1;
    const auto next = std::clamp<std::ptrdiff_t>(index + by, 0, last);
    choose(m_picture.curves[static_cast<std::size_t>(next)].name(), -1);
}

bool LoadCanvas::doKey(int key, Qt::KeyboardModifiers modifiers) {
    const bool isAcross = key == Qt::Key_Left || key == Qt::Key_Right;
    const bool isAlong = key == Qt::Key_Up || key == Qt::Key_Down;
    if (!isAcross && !isAlong) {
        return false;
    }
    const int by = key == Qt::Key_Right || key == Qt::Key_Up ? 1 : -1;
    if (modifiers.testFlag(Qt::ControlModifier)) {
        isAcross ? stepPoint(by) : stepScenario(-by);
    } else if (modifiers.testFlag(Qt::AltModifier)) {
        isAcross ? nudgeStart(by) : void();
    } else if (isAcross) {
        nudge(by, 0, modifiers.testFlag(Qt::ShiftModifier) ? Later::Follow : Later::Stay);
    } else {
        nudge(0, by * (modifiers.testFlag(Qt::ShiftModifier) ? 10 : 1), Later::Stay);
    }
    return true;
}

void LoadCanvas::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Space) {
        if (!event->isAutoRepeat()) {
            m_isSpaceHeld = true;
            setCursor(Qt::OpenHandCursor);
        }
        return;
    }
    if (event->key() == Qt::Key_Escape && m_drag.grip != Grip::None) {
        giveUpDrag();
        return;
    }
    if (event->key() == Qt::Key_Escape && m_look.point >= 0) {
        choose(m_look.current, -1);
        return;
    }
    const Qt::KeyboardModifiers keys = event->modifiers() & ~Qt::KeypadModifier;
    if (!doKey(event->key(), keys)) {
        QWidget::keyPressEvent(event);
    }
}

void LoadCanvas::keyReleaseEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Space && !event->isAutoRepeat()) {
        m_isSpaceHeld = false;
        setCursor(Qt::ArrowCursor);
    }
}

} // namespace bw::designer
