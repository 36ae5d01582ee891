#include "ui/designer/flow/flow_edits.h"

#include "ui/designer/form/checks.h"
#include "ui/designer/form/row_edits.h"

#include <algorithm>

namespace bw::designer {
namespace {

using namespace testplan;

std::string freeFlowName(const TestPlan& plan, const std::string& wanted) {
    return freeName(wanted, [&](const std::string& name) { return plan.findFlow(name) != nullptr; });
}

} // namespace

std::string addFlow(TestPlan& plan) {
    Flow flow;
    flow.name = freeFlowName(plan, "flow");
    plan.flows.push_back(flow);
    return flow.name;
}

std::string duplicateFlow(TestPlan& plan, std::string_view name) {
    const auto found = std::ranges::find(plan.flows, name, &Flow::name);
    if (found == plan.flows.end()) {
        return {};
    }
    Flow copy = *found;
    copy.name = freeFlowName(plan, copy.name + "_copy");
    return plan.flows.insert(found + 1, std::move(copy))->name;
}

void removeFlow(TestPlan& plan, std::string_view name) {
    std::erase_if(plan.flows, [&](const Flow& flow) { return flow.name == name; });
}

void renameFlow(TestPlan& plan, std::string_view from, const std::string& to) {
    const auto found = std::ranges::find(plan.flows, from, &Flow::name);
    if (found == plan.flows.end()) {
        return;
    }
    const std::string old = found->name;
    found->name = to;
    for (Scenario& scenario : plan.scenarios) {
        scenario.flow = scenario.flow == old ? to : scenario.flow;
    }
    plan.setup = plan.setup == old ? to : plan.setup;
    plan.teardown = plan.teardown == old ? to : plan.teardown;
}

QString checkFlowName(const TestPlan& plan, const QString& old, const QString& name) {
    if (name == old) {
        return {};
    }
    const QString sentence = checkNotEmpty(name);
    return sentence.isEmpty() && plan.findFlow(name.toStdString()) != nullptr ? nameIsTaken(name) : sentence;
}

} // namespace bw::designer
