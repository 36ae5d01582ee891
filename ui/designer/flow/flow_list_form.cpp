#include "ui/designer/flow/flow_list_form.h"

#include "ui/designer/flow/flow_edits.h"
#include "ui/designer/form/row_edits.h"
#include "ui/designer/form/table_editor.h"

#include <algorithm>

namespace bw::designer {
namespace {

using namespace testplan;

PlanRows flowRows() {
    PlanRows rows;
    rows.name = FlowListForm::tr("flow");
    rows.count = [](const TestPlan& plan) { return static_cast<int>(plan.flows.size()); };
    rows.place = [](const TestPlan& plan, int row, int) {
        return memberPlace("flows", itemAt(plan.flows, row).name);
    };
    PlanColumn name;
    name.title = FlowListForm::tr("Name");
    name.read = [](const TestPlan& plan, int row) {
        return QString::fromStdString(itemAt(plan.flows, row).name);
    };
    name.write = [](TestPlan& plan, int row, const QString& text) {
        renameFlow(plan, itemAt(plan.flows, row).name, text.toStdString());
    };
    name.check = [](const TestPlan& plan, int row, const QString& text) {
        return checkFlowName(plan, QString::fromStdString(itemAt(plan.flows, row).name), text);
    };
    PlanColumn steps;
    steps.title = FlowListForm::tr("Steps");
    steps.kind = CellKind::Figure;
    steps.read = [](const TestPlan& plan, int row) {
        return QString::number(itemAt(plan.flows, row).steps.size());
    };
    PlanColumn scenarios;
    scenarios.title = FlowListForm::tr("Scenarios");
    scenarios.kind = CellKind::Figure;
    scenarios.read = [](const TestPlan& plan, int row) {
        const std::string& flow = itemAt(plan.flows, row).name;
        return QString::number(std::ranges::count(plan.scenarios, flow, &Scenario::flow));
    };
    rows.columns = {name, steps, scenarios};
    setRowEdits<Flow>(
        rows, [](TestPlan& plan) { return &plan.flows; }, [](const auto&, int) { return Flow{}; });
    rows.add = [](TestPlan& plan, int) {
        addFlow(plan);
        return static_cast<int>(plan.flows.size()) - 1;
    };
    return rows;
}

} // namespace

FlowListForm::FlowListForm(bridge::PlanDocument& document, QWidget* parent)
    : FormPage(document, parent) {
    addSentence(tr("A flow is what one virtual user does in one iteration."));
    addTable(tr("All flows"), new TableEditor(document, flowRows(), this));
}

std::string FlowListForm::base(const QString& /*place*/) const {
    return {};
}

QString FlowListForm::title() const {
    return tr("Flows");
}

} // namespace bw::designer
