#include "ui/designer/outline/outline_tree.h"

#include "core/testplan/place.h"
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

void addFlows(OutlineNode& root, const TestPlan& plan) {
    const Place document;
    const Place list = document.member("flows");
    OutlineNode& flows = root.add(NodeKind::Flows, Outline::tr("Flows"), {list.text()});
    flows.count = countOf(plan.flows.size());
    for (const testplan::Flow& flow : plan.flows) {
        flows.add(NodeKind::Flow, plain(flow.name), {list.member(flow.name).text()}).count =
            countOf(flow.steps.size());
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
        root->mark(problem);
    }
    return root;
}

} // namespace bw::designer
