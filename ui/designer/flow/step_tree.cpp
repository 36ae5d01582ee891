#include "ui/designer/flow/step_tree.h"

#include "ui/designer/flow/step_edits.h"
#include "ui/designer/flow/step_words.h"

#include <QCoreApplication>

namespace bw::designer {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(StepTree)
};

void addSteps(OutlineNode& under, const StepList& list);

QString branchLabel(const testplan::Step& step, std::size_t branch) {
    if (const auto* choose = std::get_if<testplan::ChooseStep>(&step.kind)) {
        return Words::tr("weight %1").arg(choose->choices[branch].weight.value);
    }
    return branch == 0 ? Words::tr("then") : Words::tr("else");
}

// A list per branch, or simply the steps inside.
void addInside(OutlineNode& under, testplan::Step& step, const std::string& place) {
    const std::vector<StepList> lists = listsInside(step, place);
    const bool hasBranches = std::holds_alternative<testplan::ChooseStep>(step.kind) ||
                             std::holds_alternative<testplan::IfStep>(step.kind);
    for (std::size_t i = 0; i < lists.size(); ++i) {
        if (!hasBranches) {
            under.list = lists[i].place;
            addSteps(under, lists[i]);
            continue;
        }
        OutlineNode& branch = under.add(NodeKind::StepList, branchLabel(step, i), {lists[i].place});
        branch.list = lists[i].place;
        branch.count = static_cast<int>(lists[i].steps->size());
        addSteps(branch, lists[i]);
    }
}

void addSteps(OutlineNode& under, const StepList& list) {
    int row = 0;
    for (testplan::Step& step : *list.steps) {
        const std::string place = list.place + '[' + std::to_string(row++) + ']';
        OutlineNode& node = under.add(NodeKind::Step, stepLabel(step), {place});
        node.badge = stepBadge(step);
        node.details = stepDetails(step);
        node.isDisabled = step.state == testplan::StepState::Disabled;
        addInside(node, step, place);
    }
}

} // namespace

std::unique_ptr<OutlineNode> stepTreeOf(const bridge::PlanState& state, std::string_view flow) {
    auto root = std::make_unique<OutlineNode>();
    const testplan::Flow* found = state.plan ? state.plan->findFlow(flow) : nullptr;
    if (found == nullptr) {
        return root;
    }
    const QString labels[] = {Words::tr("Before, once per VU"), Words::tr("Every iteration"),
                              Words::tr("After, once per VU")};
    int i = 0;
    for (const StepList& list : listsOf(const_cast<testplan::Flow&>(*found))) { // only looked at
        OutlineNode& node = root->add(NodeKind::StepList, labels[i++], {list.place});
        node.list = list.place;
        node.count = static_cast<int>(list.steps->size());
        addSteps(node, list);
    }
    for (const testplan::Problem& problem : state.problems) {
        root->mark(problem);
    }
    return root;
}

} // namespace bw::designer
