#include "tests/bench/history/stopwatch.h"
#include "tests/bench/history/stored_files.h"
#include "tests/bench/long_run/gestures.h"
#include "tests/bench/long_run/parts.h"
#include "ui/bridge/history_service.h"
#include "ui/charts/time_chart.h"
#include "ui/charts/time_view.h"
#include "ui/live/run_view.h"

#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

#include <cstdio>
#include <cstdlib>

namespace bw::bench {
namespace {

constexpr int kStepMs = 40; // between two steps of the wheel
constexpr int kSteps = 33;  // from a day to a minute
constexpr int kRounds = 5;
constexpr double kMinute = 14'000; // where one of them is, one in each round
constexpr int kPatienceMs = 60'000;

// Whether a chart that shows a minute has its seconds.
bool isBySecond(const charts::PlotView& plot) {
    const plot::Axis& time = plot.geometryOfPlot().time;
    const auto points = charts::pointsAround(plot.data().curves.front().points, time.begin, time.end);
    return static_cast<double>(points.size()) >= time.end - time.begin;
}

class DayView {
public:
    explicit DayView(const std::string& file)
        : m_settings(m_home.filePath(QStringLiteral("s.ini")), QSettings::IniFormat)
        , m_service(file)
        , m_view(m_settings) {
        QObject::connect(&m_service, &bridge::HistoryService::failed, &m_view, [](const QString& sentence) {
            std::fprintf(stderr, "%s\n", qPrintable(sentence));
            std::exit(3);
        });
        QObject::connect(&m_view, &live::RunView::detailRequested, &m_service,
                         &bridge::HistoryService::loadDetail);
        QObject::connect(&m_service, &bridge::HistoryService::detailed, &m_view, &live::RunView::setDetail);
        QObject::connect(&m_service, &bridge::HistoryService::loaded, &m_view, &live::RunView::setPicture);
        m_view.resize(1360, 860);
        m_view.show();
        m_service.load(history::RunId{1});
        until([this] { return m_view.picture() != nullptr; });
        QTest::qWait(1000);
    }

    [[nodiscard]] charts::TimeView& time() const { return *m_view.findChild<charts::TimeView*>(); }
    [[nodiscard]] charts::PlotView& plot() const {
        return *m_view.findChildren<charts::TimeChart*>().front()->plot();
    }

    static void until(const std::function<bool()>& holds) {
        if (!QTest::qWaitFor(holds, kPatienceMs)) {
            std::fputs("what was waited for did not come\n", stderr);
            std::exit(3);
        }
    }

private:
    QTemporaryDir m_home;
    QSettings m_settings;
    bridge::HistoryService m_service;
    live::RunView m_view;
};

// The wheel as a hand turns it: the event loop goes on in between.
Took turn(charts::PlotView& plot, int steps) {
    Took took;
    for (int i = 0; i < std::abs(steps); ++i) {
        took.add(zoom(plot, steps > 0 ? 1 : -1));
        QTest::qWait(kStepMs);
    }
    return took;
}

} // namespace

void measureDay(const Setting& setting) {
    const std::string file = setting.folder + "/day.sqlite";
    (void)storeOf(file, [](const history::HistoryStore& store) { (void)writeRun(store, {}, kDay); });
    const DayView day(file);
    charts::PlotView& plot = day.plot();
    Took steps;
    std::vector<double> waits;
    setting.application.begin();
    for (int round = 0; round < kRounds; ++round) {
        const Stopwatch watch;
        day.time().show({kMinute * (round + 1.0), kMinute * (round + 1.0) + 60});
        DayView::until([&] { return isBySecond(plot); });
        waits.push_back(watch.wallMs());
        day.time().showAll();
        steps.add(turn(plot, kSteps));
        DayView::until([&] { return isBySecond(plot); });
        steps.add(moveAlong(plot, 20));
        steps.add(turn(plot, -kSteps));
    }
    const TurnLog::Result turns = setting.application.result();
    std::printf(
        "a day of 30 series from all to a minute and back, %d times: a step %s; longest turn "
        "of the user's thread %.1f ms (%.1f ms of processor time); any minute at once, by the second after "
        "%s ms\n",
        kRounds, steps.text().c_str(), turns.longestMs, turns.longestCpuMs, spreadOf(waits).c_str());
}

} // namespace bw::bench
