#include "core/base/random.h"
#include "core/run/measured_run.h"
#include "tests/bench/history/parts.h"
#include "tests/bench/history/stopwatch.h"
#include "tests/bench/history/stored_files.h"
#include "ui/bridge/history_service.h"
#include "ui/charts/plot_view.h"
#include "ui/charts/readings.h"
#include "ui/live/run_view.h"

#include <QSettings>
#include <QTest>

#include <algorithm>
#include <cstdio>
#include <cstdlib>

namespace bw::bench {
namespace {

constexpr int kWindows = 100;

history::HistoryStore dayOf(const Setting& setting) {
    return storeOf(setting.folder + "/day.sqlite",
                   [](const history::HistoryStore& store) { (void)writeRun(store, {}, kDay); });
}

history::RunSummary onlyRun(history::HistoryReader& reader) {
    const auto runs = reader.runs();
    if (!runs || runs->size() != 1) {
        std::fputs("the day's history has another run\n", stderr);
        std::exit(3);
    }
    return runs->front();
}

template <class Work>
void measureReads(const char* what, std::int64_t seconds, const Work& work) {
    Random random(5);
    std::vector<double> wall;
    std::vector<double> cpu;
    for (int i = 0; i < kWindows; ++i) {
        const std::int64_t a = random.between(0, seconds - 1);
        const std::int64_t b = random.between(0, seconds - 1);
        const Stopwatch watch;
        if (!work(history::Window{std::min(a, b), std::max(a, b) + 1})) {
            std::fputs("a window could not be read\n", stderr);
            std::exit(3);
        }
        wall.push_back(watch.wallMs());
        cpu.push_back(watch.threadMs());
    }
    std::printf("%s of %d windows: %s ms, P95 %.1f; processor time %s ms\n", what, kWindows,
                spreadOf(wall).c_str(), quantileOf(wall, 0.95), spreadOf(cpu).c_str());
}

} // namespace

void measureOpening(const Setting& setting) {
    const history::HistoryStore store = dayOf(setting);
    auto reader = store.reader();
    const history::RunId run = onlyRun(*reader).id;
    QSettings settings(QString::fromStdString(setting.folder + "/settings.ini"), QSettings::IniFormat);
    bridge::HistoryService service(store.path());
    QObject::connect(&service, &bridge::HistoryService::failed, &service, [](const QString& sentence) {
        std::fprintf(stderr, "%s\n", qPrintable(sentence));
        std::exit(3);
    });
    std::vector<double> painted;
    std::vector<double> loaded;
    std::vector<double> cpu;
    for (int round = 0; round < setting.rounds; ++round) {
        live::RunView view(settings);
        view.resize(1360, 860);
        view.show();
        QTest::qWait(300);
        const Stopwatch watch;
        double load = 0;
        // As the window's page of a stored run does.
        QObject::connect(&service, &bridge::HistoryService::loaded, &view,
                         [&](const bridge::RunPicturePtr& picture) {
                             load = watch.wallMs();
                             view.begin();
                             view.setPicture(picture);
                         });
        painted.push_back(setting.application.untilPainted(
            [&] { service.load(run); },
            [](const QObject* widget) {
                const auto* plot = dynamic_cast<const charts::PlotView*>(widget->parent()); // of its viewport
                return plot != nullptr && charts::hasSamples(plot->data());
            }));
        cpu.push_back(watch.processMs());
        loaded.push_back(load);
    }
    std::printf("a day of 30 series: charts painted after %s ms (the first time %.1f), the run read after %s "
                "ms; processor time of all threads %s ms\n",
                spreadOf(painted).c_str(), painted.front(), spreadOf(loaded).c_str(), spreadOf(cpu).c_str());
}

void measureWindows(const Setting& setting) {
    const history::HistoryStore store = dayOf(setting);
    auto reader = store.reader();
    const history::RunSummary run = onlyRun(*reader);
    measureReads("all series' sums", run.seconds, [&](history::Window window) {
        const auto sums = reader->sums(run.id, window);
        double all = 0; // three percentiles of each
        for (const history::SeriesSum& sum : sums ? *sums : std::vector<history::SeriesSum>()) {
            if (const auto* times = std::get_if<metrics::Histogram>(&sum.value)) {
                all += times->percentile(0.5) + times->percentile(0.95) + times->percentile(0.99);
            }
        }
        return all > 0;
    });
    measureReads("what a comparison reads as a whole", run.seconds, [&](history::Window window) {
        return run::measureRun(*reader, run, window, run::MeasureDetail::Whole).has_value();
    });
}

} // namespace bw::bench
