#pragma once

#include <QApplication>

#include <chrono>
#include <ctime>
#include <vector>

namespace bw::bench {

// The application itself: notes how long the user's thread is at work for each event, all that follows from
// it included, and how much of a core it takes.
class TurnLog : public QApplication {
    Q_OBJECT

public:
    TurnLog(int& argc, char** argv);

    bool notify(QObject* receiver, QEvent* event) override;

    // Forgets what was before.
    void begin();
    struct Result {
        std::size_t turns = 0;
        double longestMs = 0;
        double longestCpuMs = 0; // of processor time: what it would be on a machine left alone
        double p99Ms = 0;
        double cores = 0; // of the calling thread
    };
    [[nodiscard]] Result result() const;

private:
    [[nodiscard]] static double threadSeconds();

    using Clock = std::chrono::steady_clock;
    int m_depth = 0;
    Clock::time_point m_began;
    double m_cpuBefore = 0;
    std::vector<double> m_turns; // ms
    double m_longestCpu = 0;     // seconds
};

} // namespace bw::bench
