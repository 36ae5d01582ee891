#include "ui/designer/plan/variable_form.h"

#include "ui/designer/form/table_editor.h"
#include "ui/designer/plan/variable_tables.h"

namespace bw::designer {

VariableForm::VariableForm(bridge::PlanDocument& document, QWidget* parent)
    : FormPage(document, parent)
    , m_variables(new TableEditor(document, variableRows({}), this)) {
    addSentence(
        tr("Steps use a variable as ${name}. An environment replaces the values it names; what is given "
           "for one run beats both."));
    addTable(tr("Values"), m_variables);
    addTable(tr("Environments"), new TableEditor(document, environmentRows(), this));
    addTable(tr("Secrets, from the program's environment"), new TableEditor(document, secretRows(), this));
}

std::string VariableForm::base(const QString& /*place*/) const {
    return {};
}

QString VariableForm::title() const {
    return tr("Variables");
}

void VariableForm::refreshed() {
    std::vector<std::string> environments;
    for (const testplan::Environment& environment : plan()->environments) {
        environments.push_back(environment.name);
    }
    if (environments != m_environments) {
        m_environments = std::move(environments);
        m_variables->setRows(variableRows(*plan()));
    }
}

} // namespace bw::designer
