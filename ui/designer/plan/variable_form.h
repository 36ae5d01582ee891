#pragma once

#include "ui/designer/form/form_page.h"

namespace bw::designer {

// Variables with their values in each environment, and the names of secrets.
class VariableForm : public FormPage {
    Q_OBJECT

public:
    VariableForm(bridge::PlanDocument& document, QWidget* parent);

protected:
    [[nodiscard]] std::string base(const QString& place) const override;
    [[nodiscard]] QString title() const override;
    void refreshed() override;

private:
    TableEditor* m_variables;
    std::vector<std::string> m_environments; // the table's columns
};

} // namespace bw::designer
