#include "core/base/nearest.h"
#include "core/runplan/compile_context.h"
#include "core/runplan/schedule_extent.h"

#include <algorithm>

namespace bw::runplan {
namespace {

using testplan::DurationText;
using testplan::Stage;

// The stages in the same proportions, `total` long together.
bool stretch(std::vector<Stage>& stages, Duration total) {
    __int128 sum = 0;
    for (const Stage& stage : stages) {
        sum += stage.duration.value.count();
    }
    if (sum <= 0) {
        return false;
    }
    __int128 before = 0;
    for (Stage& stage : stages) {
        const __int128 after = before + stage.duration.value.count();
        // From the differences of rounded sums, so that the parts add up to the whole.
        stage.duration.value =
            Duration(static_cast<std::int64_t>(after * total.count() / sum - before * total.count() / sum));
        before = after;
    }
    return true;
}

// --duration: how long iterations start.
struct Lasting {
    Duration time;

    bool operator()(testplan::RampingVus& executor) const { return stretch(executor.stages, time); }
    bool operator()(testplan::RampingArrivalRate& executor) const { return stretch(executor.stages, time); }
    bool operator()(testplan::PerVuIterations& executor) const {
        executor.maxDuration.value = time;
        return true;
    }
    bool operator()(testplan::SharedIterations& executor) const {
        executor.maxDuration.value = time;
        return true;
    }
    template <class Other>
    bool operator()(Other& executor) const {
        executor.duration.value = time;
        return true;
    }
};

// --vus: how many at the most; ramps keep their shape.
struct WithVus {
    std::int64_t vus;

    bool operator()(testplan::ConstantVus& executor) const {
        executor.vus = vus;
        return true;
    }
    bool operator()(testplan::PerVuIterations& executor) const {
        executor.vus = vus;
        return true;
    }
    bool operator()(testplan::SharedIterations& executor) const {
        executor.vus = vus;
        return executor.iterations >= vus;
    }
    bool operator()(testplan::RampingVus& executor) const {
        std::int64_t peak = executor.startVUs;
        for (const Stage& stage : executor.stages) {
            peak = std::max(peak, stage.target);
        }
        if (peak == 0) {
            return false; // no shape to keep
        }
        const auto scale = [&](std::int64_t count) {
            return static_cast<std::int64_t>((static_cast<__int128>(count) * vus + peak / 2) / peak);
        };
        executor.startVUs = scale(executor.startVUs);
        for (Stage& stage : executor.stages) {
            stage.target = scale(stage.target);
        }
        return true;
    }
    bool operator()(testplan::ExternallyControlled& executor) const {
        executor.vus = vus;
        executor.maxVUs = std::max(executor.maxVUs, vus);
        return true;
    }
    template <class Arrivals>
    bool operator()(Arrivals& executor) const {
        executor.preAllocatedVUs = vus;
        executor.maxVUs = vus;
        return true;
    }
};

testplan::Scenario adapted(CompileContext& context, testplan::Scenario scenario) {
    const CompileOptions& options = context.options;
    const std::string place = "scenarios." + scenario.name;
    if (options.duration && !std::visit(Lasting{*options.duration}, scenario.executor)) {
        context.fail(CompileErrorKind::CannotScale, place, scenario.name);
    }
    if (options.vus && !std::visit(WithVus{*options.vus}, scenario.executor)) {
        context.fail(CompileErrorKind::CannotScale, place, scenario.name);
    }
    return options.timeScale == 1 ? scenario : scaled(scenario, options.timeScale);
}

bool isWanted(const CompileContext& context, const std::string& name) {
    const auto& wanted = context.options.scenarios;
    return wanted.empty() || std::ranges::find(wanted, name) != wanted.end();
}

void checkWanted(CompileContext& context) {
    std::vector<std::string> names;
    for (const testplan::Scenario& scenario : context.plan.scenarios) {
        names.push_back(scenario.name);
    }
    for (const std::string& wanted : context.options.scenarios) {
        if (context.plan.findScenario(wanted) == nullptr) {
            context.fail(CompileErrorKind::NoSuchScenario, "scenarios", wanted,
                         nearest(wanted, std::span<const std::string>(names)));
        }
    }
}

void add(CompileContext& context, const testplan::Scenario& from) {
    RunPlan& plan = context.result;
    const auto flow = std::ranges::find(plan.flows, from.flow, &Flow::name);
    testplan::Scenario load = adapted(context, from);
    Scenario to{from.name,
                static_cast<FlowIndex>(flow - plan.flows.begin()),
                LoadShape(load, plan.seed, context.options.share),
                load.startTime.value,
                load.gracefulStop.value,
                plan.maxVus + 1,
                from.tags,
                {}};
    plan.maxVus += to.load.maxVus();
    for (const auto& [name, value] : from.env) {
        const auto text = context.text(value, "scenarios." + from.name + ".env." + name);
        expr::Scratch scratch;
        Random random(plan.seed);
        expr::Context evaluation = context.evaluation(scratch, random);
        auto rendered = text.value(evaluation);
        if (!rendered) {
            context.fail(CompileErrorKind::Evaluation, "scenarios." + from.name + ".env." + name, name);
            continue;
        }
        to.variables.push_back({context.scope.addVariable(name), std::move(*rendered)});
    }
    plan.scenarios.push_back(std::move(to));
}

} // namespace

void compileScenarios(CompileContext& context) {
    checkWanted(context);
    // The flows may have brought slots that no variable sets.
    context.result.initialSlots.resize(context.scope.variables().size());
    for (const testplan::Scenario& scenario : context.plan.scenarios) {
        if (isWanted(context, scenario.name)) {
            add(context, scenario);
        }
    }
    context.result.initialSlots.resize(context.scope.variables().size());
    if (context.result.scenarios.empty() && context.errors.empty()) {
        context.fail(CompileErrorKind::NoScenario, "scenarios", {});
    }
}

} // namespace bw::runplan
