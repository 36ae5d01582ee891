#include "core/testplan/test_plan.h"

namespace bw::testplan {
namespace {

template <class T>
const T* findNamed(const std::vector<T>& all, std::string_view name) {
    for (const T& one : all) {
        if (one.name == name) {
            return &one;
        }
    }
    return nullptr;
}

} // namespace

const char* executorName(const Executor& executor) {
    static constexpr const char* kNames[] = {
        "constant-vus",      "ramping-vus",       "constant-arrival-rate", "ramping-arrival-rate",
        "per-vu-iterations", "shared-iterations", "externally-controlled"};
    static_assert(std::size(kNames) == std::variant_size_v<Executor>);
    return kNames[executor.index()];
}

const Flow* TestPlan::findFlow(std::string_view flow) const {
    return findNamed(flows, flow);
}

const Scenario* TestPlan::findScenario(std::string_view scenario) const {
    return findNamed(scenarios, scenario);
}

const Environment* TestPlan::findEnvironment(std::string_view environment) const {
    return findNamed(environments, environment);
}

} // namespace bw::testplan
