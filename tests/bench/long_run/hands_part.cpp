#include "tests/bench/long_run/gestures.h"
#include "tests/bench/long_run/parts.h"
#include "tests/bench/long_run/run_feed.h"
#include "ui/charts/time_chart.h"

#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

#include <cstdio>

namespace bw::bench {
namespace {

constexpr std::int64_t kSeconds = 600;
constexpr int kTimes = 400;
constexpr int kSettle = 1000; // ms
constexpr int kSteps = 20;    // of the wheel: from ten minutes to seven seconds

void print(const char* what, const Took& took) {
    std::printf("%s: %s\n", what, took.text().c_str());
}

} // namespace

void measureHands(const Setting& /*setting*/) {
    const QTemporaryDir home;
    QSettings settings(home.filePath(QStringLiteral("s.ini")), QSettings::IniFormat);
    live::RunView view(settings);
    view.resize(1360, 860);
    view.show();
    RunFeed feed(view, [](MadeRun& run) {
        while (run.second() < kSeconds) {
            run.passSecond();
        }
    });
    feed.wait();
    QTest::qWait(kSettle); // the first picture of a window takes its time
    charts::PlotView& plot = *view.findChildren<charts::TimeChart*>().front()->plot();
    print("cross-hair over ten minutes", moveCrossHair(plot, kTimes));
    Took zoomed;
    for (int round = 0; round < kTimes / (2 * kSteps); ++round) {
        for (const int steps : {kSteps, -kSteps}) {
            zoomed.add(zoom(plot, steps));
        }
    }
    print("zoom by a step of the wheel", zoomed);
    (void)zoom(plot, kSteps / 2);
    print("moving along by a step", moveAlong(plot, kTimes));
}

} // namespace bw::bench
