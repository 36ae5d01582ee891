#include "core/run/try_runner.h"

#include "core/base/duration_text.h"
#include "core/engine/load_engine.h"
#include "core/testplan/place.h"
#include "core/testplan/plan_file.h"
#include "core/testplan/read_document.h"
#include "core/testplan/write.h"

#include <algorithm>
#include <memory>

namespace bw::run {
namespace {

using namespace testplan;

constexpr Duration kLongestSession = std::chrono::seconds(5);
constexpr Duration kTick = std::chrono::milliseconds(50);

DurationText none() {
    return DurationText::from("0s");
}

void hurry(Steps& steps);

struct Hurry {
    void operator()(ThinkStep& think) const { think.wait = ConstantThink{none()}; }
    void operator()(PacingStep& pacing) const { pacing.period = DurationText::from("1ns"); }
    void operator()(WebSocketStep& session) const {
        if (session.duration.value > kLongestSession) {
            session.duration = DurationText::from(durationText(kLongestSession));
        }
        hurry(session.steps);
    }
    void operator()(IfStep& condition) const {
        hurry(condition.thenSteps);
        hurry(condition.elseSteps);
    }
    void operator()(ChooseStep& choose) const {
        for (Choice& choice : choose.choices) {
            hurry(choice.steps);
        }
    }
    template <class Kind>
    void operator()(Kind& kind) const {
        if constexpr (requires { kind.steps; }) {
            hurry(kind.steps);
        }
    }
};

// Nobody thinks while somebody waits.
void hurry(Steps& steps) {
    for (Step& step : steps) {
        std::visit(Hurry(), step.kind);
    }
}

bool isWithin(std::string_view inner, std::string_view outer) {
    return inner.starts_with(outer) &&
           (inner.size() == outer.size() || inner[outer.size()] == '.' || inner[outer.size()] == '[');
}

bool isWanted(const std::string& place, const std::vector<std::string>& only) {
    return std::ranges::any_of(
        only, [&](const std::string& wanted) { return isWithin(place, wanted) || isWithin(wanted, place); });
}

// What is not wanted is disabled, so that places stay.
void keepOnly(Steps& steps, const std::string& list, const std::vector<std::string>& only) {
    for (std::size_t i = 0; i < steps.size(); ++i) {
        Step& step = steps[i];
        const std::string place = list + '[' + std::to_string(i) + ']';
        if (!isWanted(place, only)) {
            step.state = StepState::Disabled;
            continue;
        }
        const std::string inner = place + '.' + std::string(stepKindName(step.kind)) + ".steps";
        std::visit(
            [&](auto& kind) {
                if constexpr (requires { kind.steps; }) {
                    keepOnly(kind.steps, inner, only);
                }
            },
            step.kind);
    }
}

// Variables that extractors would have made: known values as the plan's own.
void addKnown(TestPlan& plan, const std::vector<std::pair<std::string, std::string>>& known) {
    for (const auto& [name, json] : known) {
        const auto value = readDocument(json);
        if (!value) {
            continue;
        }
        JsonValue kept = *value;
        if (kept.is(JsonKind::String)) {
            // A value is no template.
            for (std::size_t at = 0; (at = kept.text.find("${", at)) != std::string::npos; at += 3) {
                kept.text.insert(at, "\\");
            }
        }
        const auto found = std::ranges::find(plan.variables, name, &Variable::name);
        if (found != plan.variables.end()) {
            found->value = kept;
        } else {
            plan.variables.push_back({name, kept});
        }
    }
}

std::vector<std::string> otherHosts(const TestPlan& plan) {
    std::vector<std::string> hosts;
    for (const std::string& host : plan.allowedHosts) {
        if (host != "localhost" && host != "::1" && host != "[::1]" && !host.starts_with("127.")) {
            hosts.push_back(host);
        }
    }
    return hosts;
}

} // namespace

TestPlan planToTry(TestPlan plan, const TryRequest& request) {
    const auto user = std::ranges::find(plan.scenarios, request.flow, &Scenario::flow);
    Scenario scenario;
    scenario.name = "try";
    scenario.flow = request.flow;
    scenario.executor = PerVuIterations{};
    if (user != plan.scenarios.end()) {
        scenario.env = user->env;
        scenario.tags = user->tags;
    }
    plan.scenarios = {std::move(scenario)};
    plan.thresholds.clear();
    plan.budgets.clear();
    for (Flow& flow : plan.flows) {
        for (Steps* list : {&flow.before, &flow.steps, &flow.after}) {
            hurry(*list);
        }
        if (flow.name == request.flow && !request.only.empty()) {
            const Place root;
            const Place flows = root.member("flows");
            const Place place = flows.member(flow.name);
            for (auto [list, key] : {std::pair(&flow.before, "before"), std::pair(&flow.steps, "steps"),
                                     std::pair(&flow.after, "after")}) {
                keepOnly(*list, place.member(key).text(), request.only);
            }
        }
    }
    if (!request.only.empty()) {
        plan.setup.clear();
        plan.teardown.clear();
    }
    addKnown(plan, request.known);
    return plan;
}

Result<std::unique_ptr<TryRunner>, TryError> TryRunner::create(const TryRequest& request) {
    RunRequest run = request.run;
    const std::vector<std::string> budgetFolders = {run.resources + "/budgets"};
    ParseOutcome parsed = run.planText ? checkPlan(*run.planText, run.planPath, budgetFolders)
                                       : loadPlan(run.planPath, budgetFolders);
    if (!parsed.ok()) {
        return std::unexpected(TryError(PrepareError(std::move(parsed.problems))));
    }
    TryPlan known;
    known.hosts = otherHosts(*parsed.plan);
    run.planText = write(planToTry(std::move(*parsed.plan), request));
    run.scenarios.clear();
    run.duration.reset();
    run.vus.reset();
    run.timeScale = 1;
    run.smoke = false;
    run.traceChecks = true;
    auto prepared = prepareRun(run);
    if (!prepared) {
        return std::unexpected(TryError(std::move(prepared.error())));
    }
    known.places = prepared->compiled->places;
    std::unique_ptr<TryRunner> runner(new TryRunner(std::move(*prepared)));
    runner->m_plan = std::move(known);
    engine::EngineOptions options;
    options.traces = engine::EngineOptions::Traces::Yes;
    auto engine = engine::LoadEngine::create(runner->m_prepared.compiled, options, SystemClock::instance());
    if (!engine) {
        return std::unexpected(TryError(engine.error()));
    }
    runner->m_engine = std::move(*engine);
    return runner;
}

void TryRunner::run(const std::function<void(TryNews)>& tell) {
    m_engine->start();
    bool wasStopped = false;
    bool isOver = false;
    while (!isOver) {
        isOver = m_engine->advance() == engine::EngineStage::Ended;
        if (!isOver && !wasStopped && m_isStopped.load(std::memory_order_relaxed)) {
            wasStopped = true;
            m_engine->abort();
        }
        if (isOver) {
            m_engine->join();
        }
        TryNews news{m_engine->takeTraces(), m_engine->takeEvents()};
        if (!news.traces.empty() || !news.events.empty()) {
            tell(std::move(news));
        }
        if (!isOver) {
            m_engine->wait(kTick);
        }
    }
}

} // namespace bw::run
