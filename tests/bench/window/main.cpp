// bench_window BASE_URL [SECONDS] [ROUNDS]: half of the machine's saturated rate, alternately without and
// with the Run view open; what the window costs the run, and how long the user's thread is ever at work.
// bench_window BASE_URL busy [SECONDS] [RATE]: one run with the Run view open, of 30 requests with names of
// their own, 10 minutes at 50,000 requests a second unless told otherwise.
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

constexpr int kNames = 30;

struct Measured {
    double rate = 0;
    double p99 = 0;
    double errorRate = 0;
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
            const report::KeyFigures& figures = picture->model.figures;
            measured = {figures.requestRate, figures.latency.response.p99, figures.failedShare()};
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

// An iteration is a request of each name.
std::string busyPlan(const std::string& url, double rate, int seconds) {
    std::string steps;
    for (int name = 0; name < kNames; ++name) {
        steps += (name > 0 ? "," : "") + std::string(R"({"http": {"name": "prices_)") + std::to_string(name) +
                 R"(", "url": ")" + url +
                 R"(/api/market-data/prices?symbols=AAPL", "checks": {"answered": "status == 200"}}})";
    }
    return R"({"bellwether": 1, "name": "busy", "flows": {"f": {"steps": [)" + steps +
           R"(]}}, "scenarios": {"s": {)" + steady(rate / kNames, seconds) +
           R"(, "flow": "f"}}, "thresholds": {"http_req_failed": ["rate<0.01"]}})";
}

void measureBusy(shell::MainWindow& window, bench::TurnLog& log, const std::string& text) {
    window.resize(1360, 860);
    window.show();
    window.actions().showRun->trigger();
    QTest::qWait(500);
    log.begin();
    const Measured run = measure(window.session(), text);
    const bench::TurnLog::Result turns = log.result();
    std::printf(
        "%d names: %.0f requests a second, P99 %.3f ms, failed %.3f %%; user's thread %.1f %% of a core, %zu "
        "turns, P99 %.1f ms, longest %.1f ms (%.1f ms of processor time)\n",
        kNames, run.rate, run.p99, run.errorRate * 100, turns.cores * 100, turns.turns, turns.p99Ms,
        turns.longestMs, turns.longestCpuMs);
}

} // namespace

int main(int argc, char** argv) {
    bench::TurnLog log(argc, argv);
    if (argc < 2) {
        std::fputs("bench_window BASE_URL [SECONDS] [ROUNDS]\nbench_window BASE_URL busy [SECONDS] [RATE]\n",
                   stderr);
        return 2;
    }
    const std::string url = argv[1];
    const QTemporaryDir home;
    QSettings settings(home.filePath(QStringLiteral("s.ini")), QSettings::IniFormat);
    shell::WindowOptions options;
    options.resources = BW_RESOURCES_FOLDER;
    options.history = home.filePath(QStringLiteral("h.sqlite")).toStdString();
    options.state = home.path().toStdString();
    if (argc > 2 && std::string_view(argv[2]) == "busy") {
        shell::MainWindow window(options, settings);
        measureBusy(
            window, log,
            busyPlan(url, argc > 4 ? std::atof(argv[4]) : 50'000, argc > 3 ? std::atoi(argv[3]) : 600));
        return 0;
    }
    const int seconds = argc > 2 ? std::atoi(argv[2]) : 20;
    const int rounds = argc > 3 ? std::atoi(argv[3]) : 3;
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
