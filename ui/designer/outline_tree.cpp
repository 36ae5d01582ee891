#include "ui/designer/outline_tree.h"

#include "core/testplan/place.h"
#include "core/testplan/step_walk.h"
#include "ui/designer/step_words.h"
#include "ui/format/words.h"

#include <QCoreApplication>

namespace bw::designer {
namespace {

using format::plain;
using testplan::Place;
using testplan::TestPlan;

struct Outline {
    Q_DECLARE_TR_FUNCTIONS(Outline)
};

int countOf(std::size_t number) {
    return static_cast<int>(number);
}

void addSteps(OutlineNode& under, const testplan::Steps& steps, const Place& place);

// What a step holds: a list per branch, or simply its steps.
void addInside(OutlineNode& under, const testplan::Step& step, const Place& kind) {
    const std::vector<const testplan::Steps*> lists = testplan::stepsInside(step);
    const auto* choose = std::get_if<testplan::ChooseStep>(&step.kind);
    const bool isIf = std::holds_alternative<testplan::IfStep>(step.kind);
    for (std::size_t i = 0; i < lists.size(); ++i) {
        if (choose != nullptr) {
            const Place choice = kind.item(i);
            OutlineNode& branch =
                under.add(NodeKind::StepList, Outline::tr("weight %1").arg(choose->choices[i].weight.value),
                          {choice.text()});
            addSteps(branch, *lists[i], choice.member("steps"));
        } else if (isIf) {
            const Place branchPlace = kind.member(i == 0 ? "then" : "else");
            if (i == 0 || !lists[i]->empty()) {
                OutlineNode& branch =
                    under.add(NodeKind::StepList, i == 0 ? Outline::tr("then") : Outline::tr("else"),
                              {branchPlace.text()});
                addSteps(branch, *lists[i], branchPlace);
            }
        } else {
            addSteps(under, *lists[i], kind.member("steps"));
        }
    }
}

void addSteps(OutlineNode& under, const testplan::Steps& steps, const Place& place) {
    for (std::size_t i = 0; i < steps.size(); ++i) {
        const Place stepPlace = place.item(i);
        OutlineNode& node = under.add(NodeKind::Step, stepLabel(steps[i]), {stepPlace.text()});
        node.badge = stepBadge(steps[i]);
        node.details = stepDetails(steps[i]);
        const Place kind = stepPlace.member(testplan::stepKindName(steps[i].kind));
        addInside(node, steps[i], kind);
    }
}

void addScenarios(OutlineNode& root, const TestPlan& plan) {
    const Place document;
    const Place list = document.member("scenarios");
    OutlineNode& scenarios = root.add(NodeKind::Scenarios, Outline::tr("Scenarios"), {list.text()});
    scenarios.count = countOf(plan.scenarios.size());
    for (const testplan::Scenario& scenario : plan.scenarios) {
        OutlineNode& node =
            scenarios.add(NodeKind::Scenario, plain(scenario.name), {list.member(scenario.name).text()});
        node.colour = node.row;
        node.badge = QString::fromLatin1(testplan::executorName(scenario.executor));
    }
}

void addFlow(OutlineNode& flows, const testplan::Flow& flow, const Place& place) {
    OutlineNode& node = flows.add(NodeKind::Flow, plain(flow.name), {place.text()});
    node.count = countOf(flow.steps.size());
    const auto once = [&](const QString& label, const testplan::Steps& steps, std::string_view key) {
        if (!steps.empty()) {
            const Place list = place.member(key);
            addSteps(node.add(NodeKind::StepList, label, {list.text()}), steps, list);
        }
    };
    once(Outline::tr("before, once per VU"), flow.before, "before");
    addSteps(node, flow.steps, place.member("steps"));
    once(Outline::tr("after, once per VU"), flow.after, "after");
}

void addFlows(OutlineNode& root, const TestPlan& plan) {
    const Place document;
    const Place list = document.member("flows");
    OutlineNode& flows = root.add(NodeKind::Flows, Outline::tr("Flows"), {list.text()});
    flows.count = countOf(plan.flows.size());
    for (const testplan::Flow& flow : plan.flows) {
        addFlow(flows, flow, list.member(flow.name));
    }
}

void addLimits(OutlineNode& root, const TestPlan& plan) {
    OutlineNode& thresholds = root.add(NodeKind::Thresholds, Outline::tr("Thresholds"), {"thresholds"});
    thresholds.count = 0;
    for (const testplan::ThresholdGroup& group : plan.thresholds) {
        thresholds.count += countOf(group.thresholds.size());
    }
    const Place document;
    const Place list = document.member("budgets");
    OutlineNode& budgets = root.add(NodeKind::Budgets, Outline::tr("Budgets"), {list.text()});
    budgets.count = countOf(plan.budgets.size());
    for (std::size_t i = 0; i < plan.budgets.size(); ++i) {
        const testplan::BudgetSpec& budget = plan.budgets[i];
        const bool isShared = !budget.use.empty();
        OutlineNode& node =
            budgets.add(NodeKind::Budget, plain(isShared ? budget.use : budget.name), {list.item(i).text()});
        node.badge = isShared ? Outline::tr("shared") : QString();
        node.count = isShared ? -1 : countOf(budget.rows.size());
    }
}

void addData(OutlineNode& root, const TestPlan& plan) {
    root.add(NodeKind::Variables, Outline::tr("Variables"), {"variables", "environments", "secrets"}).count =
        countOf(plan.variables.size());
    root.add(NodeKind::Feeds, Outline::tr("Feeds"), {"feeds"}).count = countOf(plan.feeds.size());
}

bool isWorse(testplan::Severity severity, const std::optional<testplan::Severity>& than) {
    return !than || (severity == testplan::Severity::Error && *than == testplan::Severity::Warning);
}

void mark(OutlineNode& node, const testplan::Problem& problem) {
    for (const auto& child : node.children) {
        if (child->holds(problem.place)) {
            if (isWorse(problem.severity, child->trouble)) {
                child->trouble = problem.severity;
            }
            mark(*child, problem);
            return;
        }
    }
}

} // namespace

std::unique_ptr<OutlineNode> outlineOf(const bridge::PlanState& state) {
    auto root = std::make_unique<OutlineNode>();
    if (!state.plan) {
        return root;
    }
    root->add(NodeKind::Plan, Outline::tr("Plan settings"),
              {"name", "description", "allowedHosts", "defaults", "setup", "teardown", "bellwether"});
    addScenarios(*root, *state.plan);
    addFlows(*root, *state.plan);
    addData(*root, *state.plan);
    addLimits(*root, *state.plan);
    for (const testplan::Problem& problem : state.problems) {
        mark(*root, problem);
    }
    return root;
}

} // namespace bw::designer
