#pragma once

#include "ui/designer/form/form_page.h"

namespace bw::designer {

// What holds for the whole plan: its name, where load may go, what runs once before and after.
class PlanForm : public FormPage {
    Q_OBJECT

public:
    PlanForm(bridge::PlanDocument& document, QWidget* parent);

protected:
    [[nodiscard]] std::string base(const QString& place) const override;
    [[nodiscard]] QString title() const override;

private:
    void setupNames();
    void setupHosts();
    void setupFlows();
    void setupDefaults();
    void addFlow(const char* key, const QString& label, std::string Plan::* flow);
};

} // namespace bw::designer
