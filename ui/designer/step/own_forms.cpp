#include "core/testplan/plan_words.h"
#include "core/testplan/step_walk.h"
#include "ui/designer/form/area_field.h"
#include "ui/designer/form/choice_field.h"
#include "ui/designer/form/table_editor.h"
#include "ui/designer/form/text_field.h"
#include "ui/designer/step/scalar_rows.h"
#include "ui/designer/step/step_forms.h"

#include <algorithm>

// Metrics of the plan's own, expected messages, scripts.
namespace bw::designer {
namespace {

using namespace testplan;

class MetricForm final : public StepForm {
public:
    MetricForm(bridge::PlanDocument& document, QWidget* parent)
        : StepForm(document, parent) {
        addText(text<MetricStep>("metric.name", StepForm::tr("Metric"), &MetricStep::metric));
        addChoice(part<MetricStep>(
                      "metric.type", StepForm::tr("Type"),
                      [](const MetricStep& metric) { return choiceOf(words::kMetricType, metric.type); },
                      [](MetricStep& metric, const QString& text) {
                          metric.type =
                              fromWord(words::kMetricType, text.toStdString()).value_or(metric.type);
                      }),
                  [](const Plan&) { return choicesOf(words::kMetricType); });
        addText(
            as(Language::Expression, text<MetricStep>("metric.add", StepForm::tr("Adds"), &MetricStep::add)));
        PlanRows tags = pairs<MetricStep>("metric.tags", &MetricStep::tags, Language::Template);
        tags.name = StepForm::tr("tag");
        addTable(StepForm::tr("Tags"), new TableEditor(document, tags, this));
    }
};

std::vector<QString> sessionNames(const TestPlan& plan) {
    std::vector<QString> names;
    forEachStep(plan, [&](const Step& step) {
        const QString name = QString::fromStdString(step.name);
        if (std::holds_alternative<WebSocketStep>(step.kind) &&
            std::ranges::find(names, name) == names.end()) {
            names.push_back(name);
        }
    });
    return names;
}

class ExpectForm final : public StepForm {
public:
    ExpectForm(bridge::PlanDocument& document, QWidget* parent)
        : StepForm(document, parent) {
        addSentence(StepForm::tr("Waits for a message of an open WebSocket session; how long that took is "
                                 "ws_expect_duration."));
        addName("name");
        addChoice(text<ExpectStep>("expect.session", StepForm::tr("Session"), &ExpectStep::session),
                  sessionNames);
        addText(as(Language::Expression,
                   text<ExpectStep>("expect.condition", StepForm::tr("Condition"), &ExpectStep::condition)));
        addText(duration<ExpectStep>("expect.timeout", StepForm::tr("Timeout"), &ExpectStep::timeout,
                                     Need::Optional));
        addTags("tags");
    }
};

class ScriptForm final : public StepForm {
public:
    ScriptForm(bridge::PlanDocument& document, QWidget* parent)
        : StepForm(document, parent) {
        addSentence(StepForm::tr("This version keeps scripts and does not run them yet."));
        addName("name");
        addArea(text<ScriptStep>("script", StepForm::tr("JavaScript"), &ScriptStep::source));
    }
};

} // namespace

StepForm* makeMetricForm(bridge::PlanDocument& document, QWidget* parent) {
    return new MetricForm(document, parent);
}

StepForm* makeExpectForm(bridge::PlanDocument& document, QWidget* parent) {
    return new ExpectForm(document, parent);
}

StepForm* makeScriptForm(bridge::PlanDocument& document, QWidget* parent) {
    return new ScriptForm(document, parent);
}

} // namespace bw::designer
