#pragma once

#include "ui/designer/form_page.h"

class QLabel;

namespace bw::designer {

// What a flow or a step is, to be looked at; it is edited as JSON.
class FlowPage : public FormPage {
    Q_OBJECT

public:
    FlowPage(bridge::PlanDocument& document, QWidget* parent);

    // The line of the outline that is shown.
    void setLine(const QString& label, const QString& badge, const QString& details);

protected:
    [[nodiscard]] std::string base(const QString& place) const override;
    [[nodiscard]] QString title() const override;
    void refreshed() override;

private:
    QLabel* m_json;
    QString m_label;
    QString m_badge;
    QString m_details;
};

} // namespace bw::designer
