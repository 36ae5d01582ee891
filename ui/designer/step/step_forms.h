#pragma once

#include "ui/designer/step/step_form.h"

#include <string_view>

namespace bw::designer {

// The form for a kind of step, by its key in the format.
[[nodiscard]] StepForm* makeStepForm(std::string_view kind, bridge::PlanDocument& document, QWidget* parent);

// One each.
[[nodiscard]] StepForm* makeThinkForm(bridge::PlanDocument& document, QWidget* parent);
[[nodiscard]] StepForm* makePacingForm(bridge::PlanDocument& document, QWidget* parent);
[[nodiscard]] StepForm* makeGroupForm(bridge::PlanDocument& document, QWidget* parent);
[[nodiscard]] StepForm* makeLoopForm(bridge::PlanDocument& document, QWidget* parent);
[[nodiscard]] StepForm* makeIfForm(bridge::PlanDocument& document, QWidget* parent);
[[nodiscard]] StepForm* makeChooseForm(bridge::PlanDocument& document, QWidget* parent);
[[nodiscard]] StepForm* makeParallelForm(bridge::PlanDocument& document, QWidget* parent);
[[nodiscard]] StepForm* makeRetryForm(bridge::PlanDocument& document, QWidget* parent);
[[nodiscard]] StepForm* makeMetricForm(bridge::PlanDocument& document, QWidget* parent);
[[nodiscard]] StepForm* makeExpectForm(bridge::PlanDocument& document, QWidget* parent);
[[nodiscard]] StepForm* makeScriptForm(bridge::PlanDocument& document, QWidget* parent);

} // namespace bw::designer
