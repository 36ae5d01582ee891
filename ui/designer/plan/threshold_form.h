#pragma once

#include "ui/designer/form/form_page.h"

namespace bw::designer {

class ThresholdForm : public FormPage {
    Q_OBJECT

public:
    ThresholdForm(bridge::PlanDocument& document, QWidget* parent);

protected:
    [[nodiscard]] std::string base(const QString& place) const override;
    [[nodiscard]] QString title() const override;
};

} // namespace bw::designer
