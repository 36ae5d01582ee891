#include "ui/designer/step/step_forms.h"

#include "ui/designer/step/http_form.h"
#include "ui/designer/step/websocket_form.h"

namespace bw::designer {

StepForm* makeStepForm(std::string_view kind, bridge::PlanDocument& document, QWidget* parent) {
    using Make = StepForm* (*)(bridge::PlanDocument&, QWidget*);
    static constexpr std::pair<std::string_view, Make> kForms[] = {
        {"http", [](bridge::PlanDocument& d, QWidget* p) -> StepForm* { return new HttpForm(d, p); }},
        {"websocket",
         [](bridge::PlanDocument& d, QWidget* p) -> StepForm* { return new WebSocketForm(d, p); }},
        {"think", makeThinkForm},
        {"pacing", makePacingForm},
        {"group", makeGroupForm},
        {"loop", makeLoopForm},
        {"if", makeIfForm},
        {"choose", makeChooseForm},
        {"parallel", makeParallelForm},
        {"retry", makeRetryForm},
        {"metric", makeMetricForm},
        {"expect", makeExpectForm},
    };
    for (const auto& [name, make] : kForms) {
        if (name == kind) {
            return make(document, parent);
        }
    }
    return makeScriptForm(document, parent);
}

} // namespace bw::designer
