#pragma once

#include "ui/designer/form/form_page.h"

namespace bw::designer {

// All flows of the plan.
class FlowListForm : public FormPage {
    Q_OBJECT

public:
    FlowListForm(bridge::PlanDocument& document, QWidget* parent);

protected:
    [[nodiscard]] std::string base(const QString& place) const override;
    [[nodiscard]] QString title() const override;
};

} // namespace bw::designer
