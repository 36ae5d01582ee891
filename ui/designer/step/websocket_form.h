#pragma once

#include "ui/designer/step/step_form.h"

namespace bw::designer {

// A WebSocket session: how it is opened, what is sent, what is done with messages, how it ends.
class WebSocketForm : public StepForm {
    Q_OBJECT

public:
    WebSocketForm(bridge::PlanDocument& document, QWidget* parent);

private:
    void setupSession();
    void setupSend();
    void setupMessages();
    void setupEnd();
    [[nodiscard]] PlanRows sendRows() const;
    [[nodiscard]] PlanRows metricRows() const;
    [[nodiscard]] testplan::WebSocketStep* find(Plan& plan) const;
    void addMessageText(const char* key, const QString& label,
                        std::string testplan::WebSocketReceive::* member);
};

} // namespace bw::designer
