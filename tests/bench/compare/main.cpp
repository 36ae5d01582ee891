// bench_compare HISTORY [PAIRS]: how often comparing two runs of one program says that something got worse,
// and how often a median that is 10 % slower is found. Pairs are drawn from the finished runs of the history
// (made by make_runs.sh; at least 40), each drawn anew from its own blocks of seconds, and compared with the
// other runs as their history; once with all runs as one build and once with a build for each.
#include "core/analysis/comparison.h"
#include "core/base/random.h"
#include "core/history/history_store.h"
#include "core/run/measured_run.h"

#include <QCoreApplication>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

namespace {

using namespace bw;
using analysis::MeasuredRun;
using analysis::MeasuredSeries;

constexpr int kLeastRuns = 40;
constexpr std::size_t kNeighbours = 8; // blocks that a block may be drawn from

std::vector<MeasuredRun> readRuns(const char* file) {
    std::vector<MeasuredRun> runs;
    const auto store = history::HistoryStore::open(file, history::OpenMode::ReadOnly);
    if (!store) {
        return runs;
    }
    auto reader = store->reader();
    const auto summaries = reader->runs(history::RunOrder::OldestFirst);
    for (const history::RunSummary& run : *summaries) {
        if (run.state == history::RunState::Finished) {
            if (auto measured = run::measureRun(*reader, run, {}, run::MeasureDetail::Blocks)) {
                runs.push_back(std::move(*measured));
            }
        }
    }
    return runs;
}

// The same run made again, as far as its own blocks tell: all series of a moment together.
MeasuredRun drawn(const MeasuredRun& run, Random& random) {
    std::vector<std::size_t> sources(run.series.front().blocks.size());
    for (std::size_t begin = 0; begin < sources.size(); begin += kNeighbours) {
        const std::size_t length = std::min(kNeighbours, sources.size() - begin);
        for (std::size_t i = 0; i < length; ++i) {
            sources[begin + i] = begin + random.below(length);
        }
    }
    MeasuredRun made = run;
    for (std::size_t i = 0; i < run.series.size(); ++i) {
        MeasuredSeries& series = made.series[i];
        metrics::clearValue(series.whole);
        for (std::size_t block = 0; block < series.blocks.size(); ++block) {
            series.blocks[block] = run.series[i].blocks[sources[block]];
            metrics::mergeInto(series.whole, series.blocks[block]);
        }
    }
    return made;
}

void slow(metrics::SeriesValue& value, double factor) {
    if (auto* times = std::get_if<metrics::Histogram>(&value)) {
        metrics::Histogram slower;
        times->forEachBucket([&](const metrics::HistogramBucket& bucket) {
            for (std::uint64_t i = 0; i < bucket.count; ++i) {
                slower.record(Duration(std::llround(bucket.middle() * factor)));
            }
        });
        *times = std::move(slower);
    }
}

void slow(MeasuredRun& run, double factor) {
    for (MeasuredSeries& series : run.series) {
        slow(series.whole, factor);
        for (metrics::SeriesValue& block : series.blocks) {
            slow(block, factor);
        }
    }
}

struct Outcome {
    int worse = 0;       // something
    int medianFound = 0; // of all requests
    double milliseconds = 0;
};

Outcome compareMany(const std::vector<MeasuredRun>& runs, int pairs, double factor) {
    Outcome outcome;
    Random random(20);
    for (int pair = 0; pair < pairs; ++pair) {
        const std::size_t first = random.below(runs.size());
        const std::size_t second = (first + 1 + random.below(runs.size() - 1)) % runs.size();
        const MeasuredRun before = drawn(runs[first], random);
        MeasuredRun after = drawn(runs[second], random);
        if (factor != 1) {
            slow(after, factor);
        }
        std::vector<MeasuredRun> others;
        for (std::size_t i = 0; i < runs.size(); ++i) {
            if (i != first && i != second) {
                others.push_back(drawn(runs[i], random));
            }
        }
        others.resize(std::min<std::size_t>(others.size(), 30)); // as many as a comparison reads
        const auto start = std::chrono::steady_clock::now();
        const analysis::Comparison found =
            analysis::compare(std::span(&before, 1), std::span(&after, 1), others, {});
        outcome.milliseconds +=
            std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count() /
            pairs;
        bool isWorse = false;
        bool isFound = false;
        for (const analysis::ComparedRow& row : found.rows) {
            const bool isThis = row.finding == analysis::Finding::Worse;
            isWorse = isWorse || isThis;
            isFound = isFound || (isThis && row.subject == analysis::Subject{"http_req_duration", ""} &&
                                  row.statistic == analysis::Statistic::P50);
        }
        outcome.worse += isWorse ? 1 : 0;
        outcome.medianFound += isFound ? 1 : 0;
    }
    return outcome;
}

void printSpread(const std::vector<MeasuredRun>& runs) {
    for (const MeasuredSeries& series : runs.front().series) {
        for (const analysis::Statistic statistic : analysis::statisticsOf(series.whole)) {
            double sum = 0;
            double squares = 0;
            double count = 0;
            for (const MeasuredRun& run : runs) {
                for (const MeasuredSeries& one : run.series) {
                    if (one.subject == series.subject) {
                        const double value = analysis::valueOf(one.whole, statistic, run.seconds);
                        sum += value;
                        squares += value * value;
                        ++count;
                    }
                }
            }
            const double mean = sum / count;
            const double deviation = std::sqrt(std::max(0.0, squares / count - mean * mean));
            std::printf("  %-20s %-20s %d  mean %10.4f  deviation %6.2f %%\n", series.subject.metric.c_str(),
                        series.subject.name.c_str(), static_cast<int>(statistic), mean,
                        mean > 0 ? 100 * deviation / mean : 0);
        }
    }
}

} // namespace

int main(int argc, char** argv) {
    const QCoreApplication application(argc, argv);
    if (argc < 2) {
        std::fputs("bench_compare HISTORY [PAIRS]\n", stderr);
        return 2;
    }
    std::vector<MeasuredRun> runs = readRuns(argv[1]);
    if (runs.size() < kLeastRuns) {
        std::fprintf(stderr, "%zu finished runs; at least %d are needed\n", runs.size(), kLeastRuns);
        return 1;
    }
    const int pairs = argc > 2 ? std::atoi(argv[2]) : 1000;
    std::printf("%zu runs, %d pairs; how runs differ by themselves:\n", runs.size(), pairs);
    printSpread(runs);
    for (const bool hasBuilds : {false, true}) {
        for (std::size_t i = 0; i < runs.size(); ++i) {
            runs[i].build = hasBuilds ? std::to_string(i) : std::string();
        }
        const Outcome same = compareMany(runs, pairs, 1);
        const Outcome slower = compareMany(runs, pairs, 1.1);
        std::printf("%s: the same program is called worse in %.1f %%; 10 %% slower: median found in %.1f %%, "
                    "anything in %.1f %%; %.0f ms a comparison\n",
                    hasBuilds ? "every run a build of its own" : "all runs one build",
                    100.0 * same.worse / pairs, 100.0 * slower.medianFound / pairs,
                    100.0 * slower.worse / pairs, same.milliseconds);
    }
    return 0;
}
