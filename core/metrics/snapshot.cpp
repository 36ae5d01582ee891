#include "core/metrics/snapshot.h"

namespace bw::metrics {

namespace {

void addTo(ScenarioSnapshot& sum, const ScenarioCounters& part) {
    sum.activeVus += part.activeVus.get();
    sum.initializedVus += part.initializedVus.get();
    sum.iterationsStarted += part.iterationsStarted.get();
    sum.iterationsDone += part.iterationsDone.get();
    sum.iterationsInterrupted += part.iterationsInterrupted.get();
    sum.iterationsDropped += part.iterationsDropped.get();
}

void addTo(ScenarioSnapshot& sum, const ScenarioSnapshot& part) {
    sum.activeVus += part.activeVus;
    sum.initializedVus += part.initializedVus;
    sum.iterationsStarted += part.iterationsStarted;
    sum.iterationsDone += part.iterationsDone;
    sum.iterationsInterrupted += part.iterationsInterrupted;
    sum.iterationsDropped += part.iterationsDropped;
}

} // namespace

Snapshot takeSnapshot(std::span<const WorkerCounters* const> workers, Duration runTime) {
    Snapshot snapshot;
    snapshot.runTime = runTime;
    if (!workers.empty())
        snapshot.scenarios.resize(workers.front()->scenarioCount());
    for (const WorkerCounters* worker : workers) {
        snapshot.requests += worker->requests.get();
        snapshot.requestsFailed += worker->requestsFailed.get();
        snapshot.checksPassed += worker->checksPassed.get();
        snapshot.checksFailed += worker->checksFailed.get();
        snapshot.bytesSent += worker->bytesSent.get();
        snapshot.bytesReceived += worker->bytesReceived.get();
        snapshot.connectionsOpen += worker->connectionsOpen.get();
        snapshot.sessionsOpen += worker->sessionsOpen.get();
        for (std::size_t i = 0; i < snapshot.scenarios.size(); ++i)
            addTo(snapshot.scenarios[i], worker->scenario(i));
    }
    for (const ScenarioSnapshot& scenario : snapshot.scenarios)
        addTo(snapshot.total, scenario);
    return snapshot;
}

} // namespace bw::metrics
