#pragma once

#include "ui/designer/form/form_page.h"

namespace bw::designer {

// The data files whose rows virtual users read.
class FeedForm : public FormPage {
    Q_OBJECT

public:
    FeedForm(bridge::PlanDocument& document, QWidget* parent);

protected:
    [[nodiscard]] std::string base(const QString& place) const override;
    [[nodiscard]] QString title() const override;
};

} // namespace bw::designer
