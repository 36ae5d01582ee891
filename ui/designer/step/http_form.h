#pragma once

#include "ui/designer/step/step_form.h"

namespace bw::designer {

// A request: what is sent, and what is done with the answer.
class HttpForm : public StepForm {
    Q_OBJECT

public:
    HttpForm(bridge::PlanDocument& document, QWidget* parent);

private:
    void setupRequest();
    void setupBody();
    void setupParts();
    void setupAuth();
    void setupChecks();
    void setupMore();
    void addAuth(const char* key, const QString& label, std::function<std::string*(testplan::Auth&)> text);
    [[nodiscard]] std::function<bool(const Plan&)> hasBody(const char* kind) const;
    [[nodiscard]] testplan::HttpStep* find(Plan& plan) const;
};

} // namespace bw::designer
