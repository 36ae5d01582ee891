#include "ui/designer/step/step_form.h"

#include "ui/designer/flow/step_words.h"
#include "ui/designer/form/row_edits.h"
#include "ui/designer/form/table_editor.h"
#include "ui/designer/form/text_field.h"

namespace bw::designer {

const testplan::Step* StepForm::shown() const {
    return plan() == nullptr ? nullptr : findStep(*plan(), shownPlace().toStdString());
}

std::string StepForm::base(const QString& place) const {
    return plan() == nullptr ? std::string() : placeOfStep(*plan(), place.toStdString());
}

QString StepForm::title() const {
    const testplan::Step* step = shown();
    return step == nullptr ? QString() : stepKindWords(testplan::stepKindName(step->kind));
}

QString StepForm::subject() const {
    const testplan::Step* step = shown();
    return step == nullptr ? QString() : stepLabel(*step);
}

std::string StepForm::placeUnder(const char* key) const {
    return base(shownPlace()) + '.' + key;
}

void StepForm::addName(const char* key) {
    Value value;
    value.key = QString::fromLatin1(key);
    value.label = tr("Name");
    value.read = [this](const Plan&) {
        return shown() == nullptr ? QString() : QString::fromStdString(shown()->name);
    };
    value.write = [this](Plan& plan, const QString& text) {
        if (testplan::Step* step = findStep(plan, shownPlace().toStdString())) {
            step->name = text.toStdString();
            if (text.isEmpty()) {
                step->written.remove("name");
            }
        }
    };
    value.byDefault = [this](const Plan&) {
        const testplan::Step* step = shown();
        testplan::Step nameless = step == nullptr ? testplan::Step{} : *step;
        nameless.name.clear();
        return stepLabel(nameless);
    };
    addText(value);
}

PlanRows StepForm::pairRows(const char* key, std::function<NamedPairs*(Plan&)> list,
                            Language language) const {
    const auto look = [list](const Plan& plan) -> const NamedPairs& {
        static const NamedPairs kNone;
        const NamedPairs* found = list(const_cast<Plan&>(plan)); // only looked at
        return found == nullptr ? kNone : *found;
    };
    return pairTable(
        list, look,
        [this, key](const std::string& name) {
            return name.empty() ? placeUnder(key) : memberPlace(placeUnder(key), name);
        },
        language);
}

void StepForm::addTags(const char* key) {
    const auto list = [this](Plan& plan) -> NamedPairs* {
        testplan::Step* step = findStep(plan, shownPlace().toStdString());
        return step == nullptr ? nullptr : &step->tags;
    };
    PlanRows rows = pairRows(key, list, Language::Template);
    rows.name = tr("tag");
    addTable(tr("Tags"), new TableEditor(document(), rows, this));
}

} // namespace bw::designer
