#include "tests/bench/history/paint_watch.h"

#include <QEvent>
#include <QThread>

#include <cstdio>
#include <cstdlib>

namespace bw::bench {

bool PaintWatch::notify(QObject* receiver, QEvent* event) {
    if (QThread::currentThread() != thread()) {
        return QApplication::notify(receiver, event);
    }
    ++m_depth;
    if (event->type() == QEvent::Paint && m_isWanted && !m_isPainted && m_isWanted(receiver)) {
        m_isPainting = true;
    }
    const bool result = QApplication::notify(receiver, event);
    --m_depth;
    // The turn that paints one widget of a window paints all that has to be.
    if (m_depth == 0 && m_isPainting) {
        m_isPainting = false;
        m_isPainted = true;
        m_painted = std::chrono::steady_clock::now();
    }
    return result;
}

double PaintWatch::untilPainted(const std::function<void()>& act, const IsWanted& isWanted) {
    m_isWanted = isWanted;
    m_isPainted = false;
    const auto start = std::chrono::steady_clock::now();
    act();
    while (!m_isPainted) {
        processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents);
        if (std::chrono::steady_clock::now() - start > std::chrono::minutes(1)) {
            std::fputs("what was waited for was not painted\n", stderr);
            std::exit(3);
        }
    }
    m_isWanted = {};
    return std::chrono::duration<double, std::milli>(m_painted - start).count();
}

} // namespace bw::bench
