// Begins a run in the history given as argument and says "run ID". Then, for each line it reads, appends a
// frame (one addition to one series) and says its number; at the end of input it finishes the run.

#include "core/history/history_store.h"

#include <QCoreApplication>

#include <cstdio>
#include <iostream>
#include <string>

using namespace bw;

int main(int argc, char** argv) {
    const QCoreApplication application(argc, argv);
    if (argc != 2)
        return 2;
    auto store = history::HistoryStore::open(argv[1], history::OpenMode::Create);
    if (!store)
        return 3;
    const metrics::MetricRegistry registry;
    history::RunStart start;
    start.planName = "killed";
    start.started = SystemClock::instance().wallNow();
    auto run = store->beginRun(start, registry);
    if (!run)
        return 4;
    std::cout << "run " << (*run)->id().value << std::endl;
    std::string line;
    for (std::int64_t second = 0; std::getline(std::cin, line); ++second) {
        auto frame = std::make_shared<metrics::Frame>();
        frame->second = second;
        if (second == 0)
            frame->newSeries.push_back({{0}, {metrics::id(metrics::Builtin::HttpReqs), {{"name", "x"}}}});
        frame->entries.push_back({{0}, metrics::CounterValue{1, 1}});
        (*run)->append(std::move(frame));
        std::cout << second << std::endl;
    }
    history::RunOutcome outcome;
    outcome.ended = SystemClock::instance().wallNow();
    return (*run)->finish(outcome) ? 0 : 5;
}
