#pragma once

#include "core/testplan/scenario.h"

#include <initializer_list>
#include <utility>

// Scenarios as plans describe them, in one line.
namespace bw::runplan {

using namespace std::chrono_literals;

using StageList = std::initializer_list<std::pair<std::int64_t, Duration>>; // target, duration

inline std::vector<testplan::Stage> stagesOf(StageList list) {
    std::vector<testplan::Stage> stages;
    for (const auto& [target, duration] : list) {
        stages.push_back({{duration, {}}, target});
    }
    return stages;
}

inline testplan::Scenario scenarioOf(testplan::Executor executor, Duration gracefulStop = 30s) {
    testplan::Scenario scenario;
    scenario.name = "load";
    scenario.executor = std::move(executor);
    scenario.gracefulStop = {gracefulStop, {}};
    return scenario;
}

inline testplan::Scenario rampingVus(std::int64_t start, StageList stages, Duration gracefulRampDown = 30s,
                                     Duration gracefulStop = 30s) {
    return scenarioOf(testplan::RampingVus{start, stagesOf(stages), {gracefulRampDown, {}}}, gracefulStop);
}

inline testplan::Scenario constantVus(std::int64_t vus, Duration duration) {
    return scenarioOf(testplan::ConstantVus{vus, {duration, {}}});
}

inline testplan::Scenario constantRate(std::int64_t rate, Duration timeUnit, Duration duration,
                                       testplan::Arrivals arrivals = testplan::Arrivals::Uniform) {
    testplan::ConstantArrivalRate executor;
    executor.rate = rate;
    executor.timeUnit = {timeUnit, {}};
    executor.duration = {duration, {}};
    executor.preAllocatedVUs = 5;
    executor.maxVUs = 20;
    executor.arrivals = arrivals;
    return scenarioOf(executor);
}

inline testplan::Scenario rampingRate(std::int64_t start, Duration timeUnit, StageList stages,
                                      testplan::Arrivals arrivals = testplan::Arrivals::Uniform) {
    testplan::RampingArrivalRate executor;
    executor.startRate = start;
    executor.timeUnit = {timeUnit, {}};
    executor.stages = stagesOf(stages);
    executor.preAllocatedVUs = 5;
    executor.maxVUs = 20;
    executor.arrivals = arrivals;
    return scenarioOf(executor);
}

} // namespace bw::runplan
