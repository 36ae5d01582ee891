// bench_window BASE_URL [SECONDS] [ROUNDS]: half of the machine's saturated rate, alternately without and
// with the Run view open; what the window costs the run, and how long the user's thread is ever at work.
#include "tests/bench/window/turn_log.h"
#include "ui/live/run_view.h"
#include "ui/shell/main_window.h"

#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <cstdio>

namespace {

using namespace bw;

struct Measured {
    double rate = 0;
    double p99 = 0;
};

std::string planText(const std::string& url, const std::string& scenario) {
    return R"({"bellwether": 1, "name": "bench", "flows": {"f": {"steps": [{"http": {"name": "prices", "url": ")" +
           url +
           R"(/api/market-data/prices?symbols=AAPL", "checks": {"answered": "status == 200"}}}]}}, "scenarios": {"s": {)" +
           scenario +
           R"(, "flow": "f"}}, "budgets": [{"name": "own", "rows": [{"select": "name:prices", "p50": "5ms", "p95": "20ms",
"p99": "50ms", "errorRate": 0.01, "throughput": 100}]}]})";
}

Measured measure(bridge::RunSession& session, const std::string& text) {
    Measured measured;
    const auto connection =
        QObject::connect(&session, &bridge::RunSession::ended, [&](const bridge::RunPicturePtr& picture) {
            measured = {picture->model.figures.requestRate, picture->model.figures.latency.response.p99};
        });
    const auto refused =
        QObject::connect(&session, &bridge::RunSession::refused, [](const bridge::RunRefusal& refusal) {
            std::fprintf(stderr, "%s\n", refusal.problems.join(u'\n').toUtf8().constData());
            std::exit(3);
        });
    bridge::RunOptions options;
    options.planPath = "bench.plan.json";
    options.planText = text;
    session.start(options);
    while (!session.isIdle()) {
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    }
    QObject::disconnect(connection);
    QObject::disconnect(refused);
    return measured;
}

double median(std::vector<double> values) {
    std::ranges::sort(values);
    return values[values.size() / 2];
}

std::string steady(double rate, int seconds) {
    return R"("executor": "constant-arrival-rate", "rate": )" + std::to_string(static_cast<long>(rate)) +
           R"(, "duration": ")" + std::to_string(seconds) + R"(s", "preAllocatedVUs": 200, "maxVUs": 1000)";
}

} // namespace

int main(int argc, char** argv) {
    bench::TurnLog log(argc, argv);
    if (argc < 2) {
        std::fputs("bench_window BASE_URL [SECONDS] [ROUNDS]\n", stderr);
        return 2;
    }
    const std::string url = argv[1];
    const int seconds = argc > 2 ? std::atoi(argv[2]) : 20;
    const int rounds = argc > 3 ? std::atoi(argv[3]) : 3;
    const QTemporaryDir home;
    QSettings settings(home.filePath(QStringLiteral("s.ini")), QSettings::IniFormat);
    shell::WindowOptions options;
    options.resources = BW_RESOURCES_FOLDER;
    options.history = home.filePath(QStringLiteral("h.sqlite")).toStdString();
    options.state = home.path().toStdString();
    bridge::RunSession headless(options.resources, options.history);
    const Measured most =
        measure(headless, planText(url, R"("executor": "constant-vus", "vus": 64, "duration": "8s")"));
    std::printf("saturated: %.0f requests a second\n", most.rate);
    const std::string text = planText(url, steady(most.rate / 2, seconds));
    shell::MainWindow window(options, settings);
    window.resize(1360, 860);
    std::vector<double> rates;
    std::vector<double> p99s;
    double longest = 0;
    std::vector<double> cores;
    for (int round = 0; round < rounds; ++round) {
        window.hide();
        const Measured without = measure(headless, text);
        window.show();
        window.actions().showRun->trigger();
        QTest::qWait(500);
        log.begin();
        const Measured with = measure(window.session(), text);
        const bench::TurnLog::Result turns = log.result();
        std::printf("round %d: headless %.1f/s P99 %.3f ms; window %.1f/s P99 %.3f ms; user's thread %.1f %% "
                    "of a core, "
                    "%zu turns, P99 %.1f ms, longest %.1f ms\n",
                    round + 1, without.rate, without.p99, with.rate, with.p99, turns.cores * 100, turns.turns,
                    turns.p99Ms, turns.longestMs);
        std::fflush(stdout);
        rates.push_back(with.rate / without.rate);
        p99s.push_back(with.p99 / without.p99);
        cores.push_back(turns.cores);
        longest = std::max(longest, turns.longestMs);
    }
    std::printf("median: rate %.4f of headless, P99 %.3f of headless, window %.1f %% of a core; longest turn "
                "%.1f ms\n",
                median(rates), median(p99s), median(cores) * 100, longest);
    return 0;
}
