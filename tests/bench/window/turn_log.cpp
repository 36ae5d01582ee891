#include "tests/bench/window/turn_log.h"

#include <QThread>

#include <algorithm>

namespace bw::bench {

TurnLog::TurnLog(int& argc, char** argv)
    : QApplication(argc, argv) {
    begin();
}

bool TurnLog::notify(QObject* receiver, QEvent* event) {
    // Events within an event belong to its turn; other threads deliver their own.
    if (m_depth > 0 || QThread::currentThread() != thread()) {
        return QApplication::notify(receiver, event);
    }
    ++m_depth;
    const Clock::time_point before = Clock::now();
    const double cpuBefore = threadSeconds();
    const bool result = QApplication::notify(receiver, event);
    m_longestCpu = std::max(m_longestCpu, threadSeconds() - cpuBefore);
    m_turns.push_back(std::chrono::duration<double, std::milli>(Clock::now() - before).count());
    --m_depth;
    return result;
}

void TurnLog::begin() {
    m_turns.clear();
    m_longestCpu = 0;
    m_began = Clock::now();
    m_cpuBefore = threadSeconds();
}

double TurnLog::threadSeconds() {
    timespec time{};
    ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) / 1e9;
}

TurnLog::Result TurnLog::result() const {
    Result result;
    const double wall = std::chrono::duration<double>(Clock::now() - m_began).count();
    result.cores = wall > 0 ? (threadSeconds() - m_cpuBefore) / wall : 0;
    std::vector<double> turns = m_turns;
    std::ranges::sort(turns);
    result.turns = turns.size();
    result.longestCpuMs = m_longestCpu * 1e3;
    if (!turns.empty()) {
        result.longestMs = turns.back();
        result.p99Ms = turns[turns.size() * 99 / 100];
    }
    return result;
}

} // namespace bw::bench
