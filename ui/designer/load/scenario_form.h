#pragma once

#include "ui/designer/form/form_page.h"

namespace bw::designer {

// A scenario: exactly the numbers that its executor has.
class ScenarioForm : public FormPage {
    Q_OBJECT

public:
    ScenarioForm(bridge::PlanDocument& document, QWidget* parent);

Q_SIGNALS:
    void renameAsked(const QString& from, const QString& to);

protected:
    [[nodiscard]] QString subject() const override;
    [[nodiscard]] std::string base(const QString& place) const override;
    [[nodiscard]] QString title() const override;

private:
    void setupNames();
    void setupNumbers();
    void setupTables();
    void addOption(const char* key, const QString& label, Check check);
    [[nodiscard]] std::string scenarioName() const;
    [[nodiscard]] const testplan::Scenario* shown() const;
};

} // namespace bw::designer
