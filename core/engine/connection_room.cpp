#include "core/engine/connection_room.h"

#include <algorithm>
#include <functional>
#include <utility>
#include <vector>

namespace bw::engine {
namespace {

constexpr std::uint64_t kKept = 100;        // descriptors for files, history, the window
constexpr std::uint64_t kKeptPerWorker = 4; // the loop's own
constexpr unsigned kMostWorkers = 64;

// What one user has open at a time while it runs some steps.
struct Open {
    bool asks = false; // sends requests
    std::uint64_t sessions = 0;

    void instead(const Open& other) {
        asks = asks || other.asks;
        sessions = std::max(sessions, other.sessions);
    }
};

Open openIn(const runplan::Steps& steps);

struct OfStep {
    Open operator()(const runplan::HttpStep& /*step*/) const { return {.asks = true}; }
    Open operator()(const runplan::WebSocketStep& step) const {
        Open open = openIn(step.steps);
        ++open.sessions;
        return open;
    }
    Open operator()(const runplan::GroupStep& step) const { return openIn(step.steps); }
    Open operator()(const runplan::LoopStep& step) const { return openIn(step.steps); }
    Open operator()(const runplan::RetryStep& step) const { return openIn(step.steps); }
    Open operator()(const runplan::IfStep& step) const {
        Open open = openIn(step.thenSteps);
        open.instead(openIn(step.elseSteps));
        return open;
    }
    Open operator()(const runplan::ChooseStep& step) const {
        Open open;
        for (const runplan::Choice& choice : step.choices) {
            open.instead(openIn(choice.steps));
        }
        return open;
    }
    Open operator()(const runplan::ParallelStep& step) const {
        std::vector<Open> lanes;
        for (const runplan::Step& lane : step.steps) {
            lanes.push_back(std::visit(*this, lane.kind));
        }
        std::ranges::sort(lanes, std::ranges::greater(), &Open::sessions);
        Open open;
        for (std::size_t i = 0; i < lanes.size(); ++i) {
            open.asks = open.asks || lanes[i].asks;
            open.sessions += std::cmp_less(i, step.max) ? lanes[i].sessions : 0;
        }
        return open;
    }
    template <class Other>
    Open operator()(const Other& /*step*/) const {
        return {};
    }
};

Open openIn(const runplan::Steps& steps) {
    Open open;
    for (const runplan::Step& step : steps) {
        open.instead(std::visit(OfStep(), step.kind));
    }
    return open;
}

} // namespace

std::uint64_t connectionsWanted(const runplan::RunPlan& plan) {
    std::uint64_t asking = 0;
    std::uint64_t sessions = 0;
    for (const runplan::Scenario& scenario : plan.scenarios) {
        const runplan::Flow& flow = plan.flows[scenario.flow];
        Open open;
        for (const runplan::Steps* steps : {&flow.before, &flow.steps, &flow.after}) {
            open.instead(openIn(*steps));
        }
        const std::uint64_t users = scenario.load.maxVus();
        asking += open.asks ? users : 0;
        sessions += open.sessions * users;
    }
    const bool isShared = plan.http.connections.kind == runplan::Connections::Kind::Shared;
    return sessions + (isShared ? std::min<std::uint64_t>(asking, plan.http.connections.shared) : asking);
}

std::uint64_t ConnectionRoom::of(unsigned workers) const {
    const std::uint64_t kept = kKept + kKeptPerWorker * workers;
    return workers * perLoop + descriptors - std::min(descriptors, kept);
}

unsigned ConnectionRoom::workersFor(std::uint64_t wanted, unsigned least) const {
    unsigned workers = least;
    while (of(workers) < wanted && workers < kMostWorkers) {
        ++workers;
    }
    return of(workers) < wanted ? least : workers;
}

} // namespace bw::engine
