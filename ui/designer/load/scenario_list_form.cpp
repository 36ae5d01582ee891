#include "ui/designer/load/scenario_list_form.h"

#include "ui/designer/form/row_edits.h"
#include "ui/designer/form/table_editor.h"
#include "ui/designer/load/load_options.h"
#include "ui/designer/load/scenario_edits.h"

namespace bw::designer {
namespace {

using testplan::Scenario;
using testplan::TestPlan;

PlanColumn shownColumn(const QString& title, std::function<QString(const Scenario&)> read) {
    PlanColumn column;
    column.title = title;
    column.read = [read = std::move(read)](const TestPlan& plan, int row) {
        return read(itemAt(plan.scenarios, row));
    };
    return column;
}

PlanColumn nameColumn() {
    PlanColumn column = shownColumn(ScenarioListForm::tr("Name"), [](const Scenario& scenario) {
        return QString::fromStdString(scenario.name);
    });
    column.write = [](TestPlan& plan, int row, const QString& text) {
        renameScenario(plan, std::string(itemAt(plan.scenarios, row).name), text.toStdString());
    };
    column.check = [](const TestPlan& plan, int row, const QString& text) {
        return checkNewName(plan, QString::fromStdString(itemAt(plan.scenarios, row).name), text);
    };
    return column;
}

PlanColumn startColumn() {
    PlanColumn column = shownColumn(ScenarioListForm::tr("Start time"), [](const Scenario& scenario) {
        return readOption(scenario, "startTime").value_or(QString());
    });
    column.kind = CellKind::Figure;
    column.write = [](TestPlan& plan, int row, const QString& text) {
        writeOption(itemAt(plan.scenarios, row), "startTime", text);
    };
    column.check = [](const TestPlan&, int, const QString& text) { return optional(checkDuration)(text); };
    column.hint = [](const TestPlan&, int) { return QStringLiteral("0s"); };
    return column;
}

PlanRows scenarioRows() {
    PlanRows rows;
    rows.name = ScenarioListForm::tr("scenario");
    rows.count = [](const TestPlan& plan) { return static_cast<int>(plan.scenarios.size()); };
    rows.place = [](const TestPlan& plan, int row, int column) {
        const std::string place = memberPlace("scenarios", itemAt(plan.scenarios, row).name);
        return column == 3 ? place + ".startTime" : place;
    };
    rows.columns = {
        nameColumn(),
        shownColumn(
            ScenarioListForm::tr("Executor"),
            [](const Scenario& scenario) { return QString::fromLatin1(executorName(scenario.executor)); }),
        shownColumn(ScenarioListForm::tr("Flow"),
                    [](const Scenario& scenario) { return QString::fromStdString(scenario.flow); }),
        startColumn()};
    const auto list = [](TestPlan& plan) { return &plan.scenarios; };
    setRowEdits<Scenario>(rows, list, [](const auto&, int) { return Scenario{}; });
    rows.add = [](TestPlan& plan, int) {
        addScenario(plan, "constant-vus");
        return static_cast<int>(plan.scenarios.size()) - 1;
    };
    return rows;
}

} // namespace

ScenarioListForm::ScenarioListForm(bridge::PlanDocument& document, QWidget* parent)
    : FormPage(document, parent) {
    addSentence(
        tr("A scenario says how much load there is and when, and which flow its virtual users go through. "
           "Its numbers are in the outline, under its name."));
    addTable(tr("All scenarios"), new TableEditor(document, scenarioRows(), this));
}

std::string ScenarioListForm::base(const QString& /*place*/) const {
    return {};
}

QString ScenarioListForm::title() const {
    return tr("Scenarios");
}

} // namespace bw::designer
