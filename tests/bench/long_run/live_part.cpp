#include "tests/bench/history/stopwatch.h"
#include "tests/bench/long_run/parts.h"
#include "tests/bench/long_run/run_feed.h"

#include <QSettings>
#include <QTemporaryDir>

#include <cstdio>

namespace bw::bench {
namespace {

constexpr std::int64_t kBefore = 540; // seconds, as fast as they go
constexpr int kMeasured = 60;         // at their own pace

// Ten moments and a picture a second.
void playAtPace(MadeRun& run, int seconds) {
    auto next = std::chrono::steady_clock::now();
    for (int tick = 0; tick < 10 * seconds; ++tick) {
        next += std::chrono::milliseconds(100);
        std::this_thread::sleep_until(next);
        run.passTick();
        if (tick % 10 == 9) {
            run.passSecond();
        }
    }
}

} // namespace

void measureLive(const Setting& setting) {
    const QTemporaryDir home;
    QSettings settings(home.filePath(QStringLiteral("s.ini")), QSettings::IniFormat);
    live::RunView view(settings);
    view.resize(1360, 860);
    view.show();
    std::atomic<double> making = 0; // processor time on the run's thread
    RunFeed feed(view, [&](MadeRun& run) {
        while (run.second() < kBefore) {
            run.passSecond();
        }
        QMetaObject::invokeMethod(&view, [&] { setting.application.begin(); }, Qt::BlockingQueuedConnection);
        const Stopwatch watch;
        playAtPace(run, kMeasured);
        making = watch.threadMs();
    });
    feed.wait();
    const TurnLog::Result turns = setting.application.result();
    std::printf(
        "the tenth minute of a run of 30 series at 50,000 requests/s: the user's thread %.1f %% of a core "
        "in %zu turns, P99 %.1f ms, longest %.1f ms (%.1f ms of processor time); making pictures on the "
        "run's thread %.1f %%\n",
        turns.cores * 100, turns.turns, turns.p99Ms, turns.longestMs, turns.longestCpuMs,
        making / (kMeasured * 10.0));
}

} // namespace bw::bench
