#include "tests/bench/long_run/gestures.h"

#include "tests/bench/history/stopwatch.h"

#include <QCoreApplication>
#include <QMouseEvent>
#include <QWheelEvent>

#include <cstdio>
#include <cstdlib>

namespace bw::bench {
namespace {

constexpr double kPatienceMs = 10'000;

// Sees whether a widget was painted.
class PaintSeen final : public QObject {
public:
    explicit PaintSeen(QWidget& widget) { widget.installEventFilter(this); }
    [[nodiscard]] bool isSeen() const { return m_isSeen; }

    bool eventFilter(QObject* /*watched*/, QEvent* event) override {
        m_isSeen = m_isSeen || event->type() == QEvent::Paint;
        return false;
    }

private:
    bool m_isSeen = false;
};

void carryOut(QWidget& widget, QEvent& event, Took& took) {
    const PaintSeen painted(widget);
    const Stopwatch watch;
    QCoreApplication::sendEvent(&widget, &event);
    while (!painted.isSeen()) {
        QCoreApplication::processEvents();
        if (watch.wallMs() > kPatienceMs) {
            std::fputs("a gesture changed nothing\n", stderr);
            std::exit(3);
        }
    }
    took.wall.push_back(watch.wallMs());
    took.cpu.push_back(watch.threadMs());
}

void turnWheel(charts::PlotView& plot, int steps, Qt::KeyboardModifiers modifiers, Took& took) {
    QWidget& area = *plot.viewport();
    const QPointF at = area.rect().center();
    QWheelEvent event(at, area.mapToGlobal(at), {}, QPoint(0, steps * QWheelEvent::DefaultDeltasPerStep),
                      Qt::NoButton, modifiers, Qt::NoScrollPhase, false);
    carryOut(area, event, took);
}

} // namespace

void Took::add(const Took& more) {
    wall.insert(wall.end(), more.wall.begin(), more.wall.end());
    cpu.insert(cpu.end(), more.cpu.begin(), more.cpu.end());
}

std::string Took::text() const {
    char text[160];
    std::snprintf(text, sizeof text, "%s ms, P95 %.1f ms (%.1f ms of processor time)", spreadOf(wall).c_str(),
                  quantileOf(wall, 0.95), quantileOf(cpu, 0.95));
    return text;
}

Took moveCrossHair(charts::PlotView& plot, int times) {
    QWidget& area = *plot.viewport();
    Took took;
    for (int i = 0; i < times; ++i) {
        const QPointF at(area.width() * (0.1 + 0.8 * i / times), area.height() / 2.0);
        QMouseEvent event(QEvent::MouseMove, at, area.mapToGlobal(at), Qt::NoButton, Qt::NoButton, {});
        carryOut(area, event, took);
    }
    return took;
}

Took zoom(charts::PlotView& plot, int steps) {
    Took took;
    for (int i = 0; i < std::abs(steps); ++i) {
        turnWheel(plot, steps > 0 ? 1 : -1, {}, took);
    }
    return took;
}

Took moveAlong(charts::PlotView& plot, int times) {
    Took took;
    for (int i = 0; i < times; ++i) {
        turnWheel(plot, i % 20 < 10 ? 1 : -1, Qt::ShiftModifier, took);
    }
    return took;
}

} // namespace bw::bench
