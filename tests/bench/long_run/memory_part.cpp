#include "tests/bench/history/stopwatch.h"
#include "tests/bench/long_run/parts.h"
#include "tests/bench/long_run/run_feed.h"

#include <QSettings>
#include <QTemporaryDir>

#include <cstdio>
#include <fstream>
#include <unistd.h>

namespace bw::bench {
namespace {

constexpr std::int64_t kHour = 3600;
constexpr std::int64_t kHours = 24;

double residentMegabytes() {
    std::ifstream file("/proc/self/statm");
    std::int64_t all = 0;
    std::int64_t resident = 0;
    file >> all >> resident;
    return static_cast<double>(resident * ::sysconf(_SC_PAGESIZE)) / 1e6;
}

} // namespace

void measureMemory(const Setting& setting) {
    const QTemporaryDir home;
    QSettings settings(home.filePath(QStringLiteral("s.ini")), QSettings::IniFormat);
    live::RunView view(settings);
    view.resize(1360, 860);
    view.show();
    RunFeed feed(view, [&](MadeRun& run) {
        for (std::int64_t hour = 0; hour < kHours; ++hour) {
            const Stopwatch watch;
            while (run.second() < (hour + 1) * kHour) {
                run.passSecond();
            }
            TurnLog::Result turns;
            QMetaObject::invokeMethod(
                &view,
                [&] {
                    turns = setting.application.result();
                    setting.application.begin();
                },
                Qt::BlockingQueuedConnection);
            std::printf(
                "after %2lld h of a live run: %.0f MB resident; a second costs its thread %.1f ms; longest "
                "turn of the user's thread in the last hour %.1f ms (%.1f ms of processor time)\n",
                static_cast<long long>(hour + 1), residentMegabytes(),
                watch.threadMs() / static_cast<double>(kHour), turns.longestMs, turns.longestCpuMs);
            std::fflush(stdout);
        }
    });
    setting.application.begin();
    feed.wait();
}

} // namespace bw::bench
