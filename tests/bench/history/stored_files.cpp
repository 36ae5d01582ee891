#include "tests/bench/history/stored_files.h"

#include "core/history/frame_queue.h"
#include "tests/bench/history/stopwatch.h"

#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <thread>

namespace bw::bench {
namespace {

constexpr const char* kPlan = R"({"bellwether": 1, "name": "bench", "flows": {"f": {"steps": []}},
    "scenarios": {"steady": {"executor": "constant-arrival-rate", "rate": 1000, "duration": "24h", "flow": "f"}}})";
constexpr std::int64_t kStarted = 1'700'000'000'000'000'000;
constexpr std::int64_t kNs = 1'000'000'000;

[[noreturn]] void fail(const char* what, const history::HistoryError& error) {
    std::fprintf(stderr, "%s: %s (%s)\n", what, error.path.c_str(), error.details.c_str());
    std::exit(3);
}

history::RunStart startOf(std::int64_t number) {
    history::RunStart start;
    start.planName = "bench";
    start.planText = kPlan;
    start.program = "bench_history";
    start.cores = 2;
    start.workers = 1;
    start.started = {kStarted + number * 600 * kNs};
    return start;
}

history::RunOutcome outcomeOf(const history::RunStart& start, std::int64_t seconds, double p50) {
    history::RunOutcome outcome;
    outcome.verdict = history::RunVerdict::Pass;
    char figures[256];
    std::snprintf(figures, sizeof figures,
                  R"({"requests":%lld,"rate":1000.25,"failedShare":0.0004,"p50":%.6f,"p95":%.6f,"p99":%.6f,)"
                  R"("iterations":200,"dropped":0,"vus":50})",
                  static_cast<long long>(seconds) * 1000, p50, p50 * 2.1, p50 * 3.4);
    outcome.keyFiguresJson = figures;
    outcome.ended = {start.started.nanoseconds + seconds * kNs};
    return outcome;
}

// All frames, none merged.
void append(history::RunWriter& writer, metrics::FramePtr frame) {
    while (writer.queued() + 1 >= history::FrameQueue::kLimit) {
        std::this_thread::yield();
    }
    writer.append(std::move(frame));
}

std::unique_ptr<history::RunWriter> begin(const history::HistoryStore& store, const history::RunStart& start,
                                          const metrics::MetricRegistry& metrics) {
    auto writer = store.beginRun(start, metrics);
    if (!writer) {
        fail("no run", writer.error());
    }
    return std::move(*writer);
}

void finish(history::RunWriter& writer, history::RunOutcome outcome) {
    if (const auto done = writer.finish(std::move(outcome), std::chrono::minutes(5)); !done) {
        fail("not finished", done.error());
    }
}

// What people would have said of the run.
history::RunStart describedStart(int number) {
    history::RunStart start = startOf(number);
    start.planName = "orders and quotes " + std::to_string(number % 37);
    start.environment = number % 3 == 0 ? "staging" : number % 3 == 1 ? "integration" : "production-like";
    start.build = "2." + std::to_string(number / 400) + '.' + std::to_string(number % 400);
    start.tags = {{"branch", number % 5 == 0 ? "main" : "feature-" + std::to_string(number % 211)},
                  {"region", number % 2 == 0 ? "eu" : "apac"}};
    start.note = number % kRareEvery == 0 ? std::string("after the ") + kRareWord + " was widened"
                                          : "nightly run " + std::to_string(number);
    return start;
}

} // namespace

history::HistoryStore storeOf(const std::string& file,
                              const std::function<void(const history::HistoryStore&)>& write) {
    const bool isThere = std::filesystem::exists(file);
    const std::string made = isThere ? file : file + ".part"; // what was given up half-way is no file
    if (!isThere) {
        std::filesystem::remove(made);
    }
    auto store = history::HistoryStore::open(made, history::OpenMode::Create);
    if (!store) {
        fail("not opened", store.error());
    }
    if (isThere) {
        return std::move(*store);
    }
    write(*store);
    std::filesystem::rename(made, file);
    return storeOf(file, write);
}

history::RunId writeRun(const history::HistoryStore& store, const LoadShape& shape, std::int64_t seconds) {
    const metrics::MetricRegistry metrics;
    const history::RunStart start = startOf(0);
    LoadSource source(shape);
    const Stopwatch watch;
    const auto writer = begin(store, start, metrics);
    for (std::int64_t second = 0; second < seconds; ++second) {
        append(*writer, source.next());
    }
    finish(*writer, outcomeOf(start, seconds, 5));
    std::printf("%lld s of %zu series written in %.1f s\n", static_cast<long long>(seconds), source.series(),
                watch.wallMs() / 1e3);
    return writer->id();
}

void writeManyRuns(const history::HistoryStore& store) {
    const metrics::MetricRegistry metrics;
    const Stopwatch watch;
    for (int number = 0; number < kManyRuns; ++number) {
        const history::RunStart start = describedStart(number);
        LoadSource source({.names = 1, .rate = 20, .seed = static_cast<std::uint64_t>(number)});
        const auto writer = begin(store, start, metrics);
        for (int second = 0; second < 3; ++second) {
            append(*writer, source.next());
        }
        history::RunOutcome outcome = outcomeOf(start, 3, 4 + std::sin(number));
        outcome.verdict = number % 7 == 0 ? history::RunVerdict::Fail : history::RunVerdict::Pass;
        finish(*writer, std::move(outcome));
    }
    std::printf("%d runs written in %.1f s\n", kManyRuns, watch.wallMs() / 1e3);
}

} // namespace bw::bench
