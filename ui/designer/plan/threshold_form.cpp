#include "ui/designer/plan/threshold_form.h"

#include "ui/designer/form/table_editor.h"
#include "ui/designer/plan/threshold_table.h"

#include <QHeaderView>
#include <QTableView>

namespace bw::designer {

ThresholdForm::ThresholdForm(bridge::PlanDocument& document, QWidget* parent)
    : FormPage(document, parent) {
    addSentence(
        tr("A run fails when one of these does not hold. A metric in braces is narrowed by tags, as in "
           "http_req_duration{name:login}."));
    auto* table = new TableEditor(document, thresholdRows(), this);
    addTable(tr("All must hold"), table);
    table->setStretch({11, 6, 3, 4, 4});
}

std::string ThresholdForm::base(const QString& /*place*/) const {
    return {};
}

QString ThresholdForm::title() const {
    return tr("Thresholds");
}

} // namespace bw::designer
