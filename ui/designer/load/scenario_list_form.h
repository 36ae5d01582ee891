#pragma once

#include "ui/designer/form/form_page.h"

namespace bw::designer {

// All scenarios beside each other: what runs, how much of it and when.
class ScenarioListForm : public FormPage {
    Q_OBJECT

public:
    ScenarioListForm(bridge::PlanDocument& document, QWidget* parent);

protected:
    [[nodiscard]] std::string base(const QString& place) const override;
    [[nodiscard]] QString title() const override;
};

} // namespace bw::designer
