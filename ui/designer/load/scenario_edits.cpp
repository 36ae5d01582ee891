#include "ui/designer/load/scenario_edits.h"

#include "core/base/duration_text.h"
#include "ui/designer/form/checks.h"

#include <algorithm>

namespace bw::designer {
namespace {

using namespace testplan;

constexpr std::int64_t kVus = 10;
constexpr std::int64_t kRate = 10;

DurationText oneMinute() {
    return DurationText::from("1m");
}

// What executors have in common, by what it means.
struct Common {
    std::optional<std::int64_t> vus;
    std::optional<std::int64_t> rate;
    std::optional<std::int64_t> iterations;
    std::optional<DurationText> duration;
    std::optional<DurationText> maxDuration;
    std::optional<DurationText> timeUnit;
    std::vector<Stage> stages;
    std::optional<std::pair<std::int64_t, std::int64_t>> pool; // preAllocatedVUs, maxVUs
    std::optional<Arrivals> arrivals;
};

std::int64_t highestOf(const std::vector<Stage>& stages, std::int64_t start) {
    for (const Stage& stage : stages) {
        start = std::max(start, stage.target);
    }
    return start;
}

DurationText wholeOf(const std::vector<Stage>& stages) {
    Duration whole{};
    for (const Stage& stage : stages) {
        whole += stage.duration.value;
    }
    return DurationText::from(durationText(whole));
}

Common commonOf(const Executor& executor) {
    Common common;
    std::visit(
        [&](const auto& load) {
            if constexpr (requires { load.vus; }) {
                common.vus = load.vus;
            }
            if constexpr (requires { load.rate; }) {
                common.rate = load.rate;
            }
            if constexpr (requires { load.iterations; }) {
                common.iterations = load.iterations;
                common.maxDuration = load.maxDuration;
            }
            if constexpr (requires { load.duration; }) {
                common.duration = load.duration;
            }
            if constexpr (requires { load.stages; }) {
                common.stages = load.stages;
                common.duration = wholeOf(load.stages);
            }
            if constexpr (requires { load.startVUs; }) {
                common.vus = highestOf(load.stages, load.startVUs);
            }
            if constexpr (requires { load.startRate; }) {
                common.rate = highestOf(load.stages, load.startRate);
            }
            if constexpr (requires { load.preAllocatedVUs; }) {
                common.timeUnit = load.timeUnit;
                common.arrivals = load.arrivals;
                common.pool = {load.preAllocatedVUs, load.maxVUs};
                common.vus = load.maxVUs;
            }
        },
        executor);
    return common;
}

// One flat stage, where there are no stages to keep.
std::vector<Stage> stagesFrom(const Common& common, std::int64_t target) {
    return common.stages.empty() ? std::vector<Stage>{{common.duration.value_or(oneMinute()), target}}
                                 : common.stages;
}

template <class Rate>
void fillPool(Rate& load, const Common& common) {
    load.timeUnit = common.timeUnit.value_or(load.timeUnit);
    load.arrivals = common.arrivals.value_or(load.arrivals);
    const std::int64_t vus = std::max<std::int64_t>(1, common.vus.value_or(kVus));
    std::tie(load.preAllocatedVUs, load.maxVUs) = common.pool.value_or(std::pair(vus, vus));
    load.maxVUsWritten = load.maxVUs != load.preAllocatedVUs;
}

void fill(ConstantVus& load, const Common& common) {
    load.vus = std::max<std::int64_t>(1, common.vus.value_or(kVus));
    load.duration = common.duration.value_or(oneMinute());
}

void fill(RampingVus& load, const Common& common) {
    const bool hasStages = !common.stages.empty() && !common.rate;
    load.startVUs = hasStages ? 0 : common.vus.value_or(kVus);
    load.stages = hasStages ? common.stages
                            : std::vector<Stage>{{common.duration.value_or(oneMinute()), load.startVUs}};
}

void fill(ConstantArrivalRate& load, const Common& common) {
    load.rate = std::max<std::int64_t>(1, common.rate.value_or(kRate));
    load.duration = common.duration.value_or(oneMinute());
    fillPool(load, common);
}

void fill(RampingArrivalRate& load, const Common& common) {
    load.startRate = common.stages.empty() ? common.rate.value_or(0) : 0;
    load.stages = stagesFrom(common, std::max<std::int64_t>(1, common.rate.value_or(kRate)));
    fillPool(load, common);
}

template <class Iterations>
void fillIterations(Iterations& load, const Common& common) {
    load.vus = std::max<std::int64_t>(1, common.vus.value_or(1));
    load.iterations = common.iterations.value_or(std::max<std::int64_t>(load.vus, 10));
    load.maxDuration = common.maxDuration.value_or(load.maxDuration);
}

void fill(PerVuIterations& load, const Common& common) {
    fillIterations(load, common);
}

void fill(SharedIterations& load, const Common& common) {
    fillIterations(load, common);
}

void fill(ExternallyControlled& load, const Common& common) {
    load.vus = common.vus.value_or(kVus);
    load.maxVUs = std::max<std::int64_t>(1, common.pool ? common.pool->second : load.vus);
    load.duration = common.duration.value_or(oneMinute());
}

Executor emptyExecutor(std::string_view name) {
    for (const Executor& executor :
         {Executor(ConstantVus{}), Executor(RampingVus{}), Executor(ConstantArrivalRate{}),
          Executor(RampingArrivalRate{}), Executor(PerVuIterations{}), Executor(SharedIterations{}),
          Executor(ExternallyControlled{})}) {
        if (name == executorName(executor)) {
            return executor;
        }
    }
    return ConstantVus{};
}

Executor filled(std::string_view name, const Common& common) {
    Executor executor = emptyExecutor(name);
    std::visit([&](auto& load) { fill(load, common); }, executor);
    return executor;
}

// "name:a,scenario:old" → "name:a,scenario:new", with its spelling kept where it can be.
bool renameTag(std::vector<std::pair<std::string, std::string>>& tags, std::string& source,
               std::string_view from, const std::string& to) {
    bool isChanged = false;
    for (auto& [key, value] : tags) {
        if (key != "scenario" || value != from) {
            continue;
        }
        const std::string written = key + ':' + value;
        const std::size_t at = source.find(written);
        if (at != std::string::npos) {
            source.replace(at, written.size(), key + ':' + to);
            value = to;
            isChanged = true;
        }
    }
    return isChanged;
}

} // namespace

Executor defaultExecutor(std::string_view executor) {
    return filled(executor, {});
}

Executor switchExecutor(const Executor& from, std::string_view executor) {
    return filled(executor, commonOf(from));
}

std::string freeScenarioName(const TestPlan& plan, const std::string& wanted) {
    std::string name = wanted;
    for (int number = 2; plan.findScenario(name) != nullptr; ++number) {
        name = wanted + '_' + std::to_string(number);
    }
    return name;
}

std::string addScenario(TestPlan& plan, std::string_view executor) {
    Scenario scenario;
    scenario.name = freeScenarioName(plan, "scenario");
    scenario.executor = defaultExecutor(executor);
    scenario.flow = plan.flows.empty() ? std::string() : plan.flows.back().name;
    plan.scenarios.push_back(scenario);
    return scenario.name;
}

std::string duplicateScenario(TestPlan& plan, std::string_view name) {
    const auto found = std::ranges::find(plan.scenarios, name, &Scenario::name);
    if (found == plan.scenarios.end()) {
        return {};
    }
    Scenario copy = *found;
    copy.name = freeScenarioName(plan, copy.name + "_copy");
    return plan.scenarios.insert(found + 1, std::move(copy))->name;
}

void removeScenario(TestPlan& plan, std::string_view name) {
    std::erase_if(plan.scenarios, [&](const Scenario& scenario) { return scenario.name == name; });
}

void renameScenario(TestPlan& plan, std::string_view from, const std::string& to) {
    if (Scenario* scenario = findScenario(plan, from)) {
        scenario->name = to;
    }
    for (ThresholdGroup& group : plan.thresholds) {
        renameTag(group.selector.tags, group.source, from, to);
    }
    for (BudgetSpec& budget : plan.budgets) {
        for (BudgetRow& row : budget.rows) {
            if (auto* requests = std::get_if<RequestRow>(&row)) {
                renameTag(requests->tags, requests->select, from, to);
            }
        }
    }
}

QString checkNewName(const TestPlan& plan, const QString& old, const QString& name) {
    if (name == old) {
        return {};
    }
    const QString sentence = checkScenarioName(name);
    return sentence.isEmpty() && plan.findScenario(name.toStdString()) != nullptr ? nameIsTaken(name)
                                                                                  : sentence;
}

Scenario* findScenario(TestPlan& plan, std::string_view name) {
    const auto found = std::ranges::find(plan.scenarios, name, &Scenario::name);
    return found == plan.scenarios.end() ? nullptr : &*found;
}

} // namespace bw::designer
