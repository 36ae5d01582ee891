#pragma once

#include "ui/designer/form/form_page.h"

namespace bw::designer {

// A flow as a whole: its name, and who goes through it.
class FlowForm : public FormPage {
    Q_OBJECT

public:
    FlowForm(bridge::PlanDocument& document, QWidget* parent);

protected:
    [[nodiscard]] std::string base(const QString& place) const override;
    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString subject() const override;
    void refreshed() override;

private:
    [[nodiscard]] QString flowName() const;

    QLabel* m_users;
};

} // namespace bw::designer
