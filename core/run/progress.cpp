#include "core/run/progress.h"

#include <algorithm>

namespace bw::run {
namespace {

double shareOf(double part, double whole) {
    return whole <= 0 ? 1 : std::clamp(part / whole, 0.0, 1.0);
}

// Of its iterations when they are counted, and of its time: whichever is further.
double doneOf(const runplan::Scenario& scenario, const metrics::ScenarioSnapshot& counters, Duration at) {
    const double byTime =
        shareOf(static_cast<double>(at.count()), static_cast<double>(scenario.load.duration().count()));
    double total = static_cast<double>(scenario.load.iterations());
    if (scenario.load.model() == runplan::LoadModel::PerVuIterations) {
        total *= scenario.load.maxVus();
    }
    return total <= 0 ? byTime
                      : std::max(byTime, shareOf(static_cast<double>(counters.iterationsDone), total));
}

void addWanted(const runplan::Scenario& scenario, Duration at, double added, ScenarioProgress& item) {
    if (at >= scenario.load.duration()) {
        return;
    }
    if (item.isOpen) {
        item.wantedRate = std::max(0.0, scenario.load.arrivalRateAt(at) + added);
    } else {
        item.wantedVus =
            std::max<std::int64_t>(0, scenario.load.vusAt(at) + static_cast<std::int64_t>(added));
    }
}

} // namespace

void describeProgress(const runplan::RunPlan& plan, Duration scheduleTime, std::span<const double> added,
                      Progress& progress) {
    for (std::size_t i = 0; i < plan.scenarios.size(); ++i) {
        const runplan::Scenario& scenario = plan.scenarios[i];
        const Duration at = scheduleTime - scenario.startTime;
        ScenarioProgress item;
        item.name = scenario.name;
        item.executor = scenario.load.executor();
        item.maxVus = scenario.load.maxVus();
        item.added = added[i];
        item.byHand = scenario.load.byHand();
        item.isOpen = scenario.load.model() == runplan::LoadModel::Arrivals;
        item.isExternal = scenario.load.isExternal();
        item.hasBegun = progress.stage != engine::EngineStage::Setup && at >= Duration::zero();
        if (item.hasBegun) {
            item.done = doneOf(scenario, progress.snapshot.scenarios[i], at);
            addWanted(scenario, at, added[i], item);
        }
        progress.planned =
            std::max(progress.planned, scenario.startTime + scenario.load.duration() + progress.paused);
        progress.scenarios.push_back(std::move(item));
    }
}

} // namespace bw::run
