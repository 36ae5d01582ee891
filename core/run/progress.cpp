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

} // namespace

void describeProgress(const runplan::RunPlan& plan, Duration loadTime, Progress& progress) {
    for (std::size_t i = 0; i < plan.scenarios.size(); ++i) {
        const runplan::Scenario& scenario = plan.scenarios[i];
        const Duration at = loadTime - scenario.startTime;
        ScenarioProgress item;
        item.name = scenario.name;
        item.executor = scenario.load.executor();
        item.maxVus = scenario.load.maxVus();
        item.hasBegun = progress.stage != engine::EngineStage::Setup && at >= Duration::zero();
        if (item.hasBegun) {
            item.done = doneOf(scenario, progress.snapshot.scenarios[i], at);
            item.wantedVus = scenario.load.vusAt(at);
            item.wantedRate = scenario.load.arrivalRateAt(at);
        }
        progress.planned = std::max(progress.planned, scenario.startTime + scenario.load.duration());
        progress.scenarios.push_back(std::move(item));
    }
}

} // namespace bw::run
