#pragma once

#include "ui/designer/form/form_page.h"
#include "ui/designer/plan/budget_tables.h"

class QLabel;

namespace bw::designer {

// One budget: the plan's own table, or the shared one it uses, which is only looked at.
class BudgetForm : public FormPage {
    Q_OBJECT

public:
    BudgetForm(bridge::PlanDocument& document, QWidget* parent);

protected:
    [[nodiscard]] QString subject() const override;
    [[nodiscard]] std::string base(const QString& place) const override;
    [[nodiscard]] QString title() const override;
    void refreshed() override;

private:
    void setupName();
    void setupOwn();
    void setupShared();
    [[nodiscard]] int shownIndex() const; // -1: none
    [[nodiscard]] const testplan::BudgetSpec* shown() const;
    [[nodiscard]] bool isOwn() const { return shown() != nullptr && shown()->use.empty(); }
    [[nodiscard]] const bridge::SharedBudget* sharedTable() const;
    [[nodiscard]] BudgetSource ownRows() const;
    [[nodiscard]] BudgetSource sharedRows() const;
    void addOther(OtherRow kind);

    QLabel* m_file = nullptr;
};

} // namespace bw::designer
