#include "ui/designer/plan/budget_list_form.h"

#include "core/testplan/budget_file.h"
#include "ui/designer/form/row_edits.h"
#include "ui/designer/form/table_editor.h"
#include "ui/format/words.h"

#include <QMenu>
#include <QToolButton>

namespace bw::designer {
namespace {

using testplan::BudgetSpec;
using testplan::TestPlan;

PlanRows budgetRows() {
    PlanRows rows;
    rows.name = BudgetListForm::tr("budget");
    rows.count = [](const TestPlan& plan) { return static_cast<int>(plan.budgets.size()); };
    rows.place = [](const TestPlan&, int row, int) { return itemPlace("budgets", row); };
    PlanColumn name;
    name.title = BudgetListForm::tr("Name");
    name.read = [](const TestPlan& plan, int row) {
        const BudgetSpec& budget = itemAt(plan.budgets, row);
        return QString::fromStdString(budget.use.empty() ? budget.name : budget.use);
    };
    name.write = [](TestPlan& plan, int row, const QString& text) {
        BudgetSpec& budget = itemAt(plan.budgets, row);
        (budget.use.empty() ? budget.name : budget.use) = text.toStdString();
    };
    name.check = [](const TestPlan&, int, const QString& text) { return checkNotEmpty(text); };
    PlanColumn table;
    table.title = BudgetListForm::tr("Table");
    table.read = [](const TestPlan& plan, int row) {
        const BudgetSpec& budget = itemAt(plan.budgets, row);
        return budget.use.empty()
                   ? BudgetListForm::tr("in this plan, %n row(s)", nullptr,
                                        static_cast<int>(budget.rows.size()))
                   : BudgetListForm::tr("shared, %1").arg(format::plain(budget.use + ".budgets.json"));
    };
    rows.columns = {name, table};
    setRowEdits<BudgetSpec>(
        rows, [](TestPlan& plan) { return &plan.budgets; },
        [](const std::vector<BudgetSpec>& budgets, int) {
            BudgetSpec budget;
            budget.name = freeName("budget", [&](const std::string& one) {
                return std::ranges::find(budgets, one, &BudgetSpec::name) != budgets.end();
            });
            return budget;
        });
    return rows;
}

} // namespace

BudgetListForm::BudgetListForm(bridge::PlanDocument& document, QWidget* parent)
    : FormPage(document, parent) {
    addSentence(
        tr("Limits for kinds of requests, metrics and processes. The Run view shows them as gauges."));
    auto* table = new TableEditor(document, budgetRows(), this);
    auto* shared = new QToolButton(table);
    shared->setText(tr("Use shared"));
    shared->setAccessibleName(tr("Use a shared budget"));
    shared->setPopupMode(QToolButton::InstantPopup);
    shared->setFocusPolicy(Qt::TabFocus);
    shared->setProperty("quiet", true);
    auto* menu = new QMenu(shared);
    connect(menu, &QMenu::aboutToShow, this, [this, menu] { fillShared(menu); });
    shared->setMenu(menu);
    table->addButton(shared);
    addTable(tr("Tables"), table);
}

void BudgetListForm::fillShared(QMenu* menu) {
    menu->clear();
    for (const std::string& name : testplan::budgetNames(document().budgetFolders())) {
        menu->addAction(format::plain(name), this, [this, name] {
            document().edit(tr("Use shared budget"), {}, [&](Plan& plan) {
                BudgetSpec budget;
                budget.use = name;
                plan.budgets.push_back(std::move(budget));
            });
        });
    }
    if (menu->isEmpty()) {
        menu->addAction(tr("There are none"))->setEnabled(false);
    }
}

std::string BudgetListForm::base(const QString& /*place*/) const {
    return {};
}

QString BudgetListForm::title() const {
    return tr("Budgets");
}

} // namespace bw::designer
