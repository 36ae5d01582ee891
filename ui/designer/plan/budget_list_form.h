#pragma once

#include "ui/designer/form/form_page.h"

class QMenu;

namespace bw::designer {

// The budgets of a plan: tables of its own, and names of shared ones.
class BudgetListForm : public FormPage {
    Q_OBJECT

public:
    BudgetListForm(bridge::PlanDocument& document, QWidget* parent);

protected:
    [[nodiscard]] std::string base(const QString& place) const override;
    [[nodiscard]] QString title() const override;

private:
    void fillShared(QMenu* menu);
};

} // namespace bw::designer
