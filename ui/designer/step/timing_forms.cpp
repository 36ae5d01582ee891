#include "ui/designer/form/choice_field.h"
#include "ui/designer/form/text_field.h"
#include "ui/designer/step/step_forms.h"

// Steps that wait.
namespace bw::designer {
namespace {

using namespace testplan;

using Wait = decltype(ThinkStep::wait);

const QString kConstant = QStringLiteral("constant");
const QString kUniform = QStringLiteral("uniform");
const QString kNormal = QStringLiteral("normal");
const QString kExponential = QStringLiteral("exponential");

QString waitKind(const ThinkStep& think) {
    static const QString* const kKinds[] = {&kConstant, &kUniform, &kNormal, &kExponential};
    return *kKinds[think.wait.index()];
}

// The first and the second time of a wait; null where it has none.
DurationText* firstOf(Wait& wait) {
    return std::visit(
        [](auto& kind) -> DurationText* {
            if constexpr (requires { kind.time; }) {
                return &kind.time;
            } else if constexpr (requires { kind.low; }) {
                return &kind.low;
            } else {
                return &kind.mean;
            }
        },
        wait);
}

DurationText* secondOf(Wait& wait) {
    if (auto* uniform = std::get_if<UniformThink>(&wait)) {
        return &uniform->high;
    }
    auto* normal = std::get_if<NormalThink>(&wait);
    return normal == nullptr ? nullptr : &normal->deviation;
}

void switchWait(ThinkStep& think, const QString& kind) {
    const DurationText first = *firstOf(think.wait);
    const DurationText* had = secondOf(think.wait);
    const DurationText second = had == nullptr ? first : *had;
    if (kind == kConstant) {
        think.wait = ConstantThink{first};
    } else if (kind == kUniform) {
        think.wait = UniformThink{first, second};
    } else if (kind == kNormal) {
        think.wait = NormalThink{first, second};
    } else {
        think.wait = ExponentialThink{first};
    }
}

class ThinkForm final : public StepForm {
public:
    ThinkForm(bridge::PlanDocument& document, QWidget* parent)
        : StepForm(document, parent) {
        addName("name");
        addChoice(
            part<ThinkStep>("think", StepForm::tr("Distribution"), waitKind, switchWait),
            [](const Plan&) { return std::vector<QString>{kConstant, kUniform, kNormal, kExponential}; });
        addTime<0>("think.constant", StepForm::tr("Time"), firstOf);
        addTime<1>("think.low", StepForm::tr("At least"), firstOf);
        addTime<1>("think.high", StepForm::tr("At most"), secondOf);
        addTime<2>("think.normal[0]", StepForm::tr("Mean"), firstOf);
        addTime<2>("think.normal[1]", StepForm::tr("Deviation"), secondOf);
        addTime<3>("think.exponential", StepForm::tr("Mean"), firstOf);
        addTags("tags");
    }

private:
    template <std::size_t Index>
    void addTime(const char* key, const QString& label, DurationText* (*time)(Wait&)) {
        Value value = part<ThinkStep>(
            key, label,
            [time](const ThinkStep& think) { return writtenText(*time(const_cast<Wait&>(think.wait))); },
            [time](ThinkStep& think, const QString& text) {
                *time(think.wait) = typedDuration(text, *time(think.wait));
            });
        value.check = checkDuration;
        value.applies = [this](const Plan&) {
            return kind<ThinkStep>() != nullptr && kind<ThinkStep>()->wait.index() == Index;
        };
        addText(value);
    }
};

class PacingForm final : public StepForm {
public:
    PacingForm(bridge::PlanDocument& document, QWidget* parent)
        : StepForm(document, parent) {
        addSentence(StepForm::tr("The iteration takes at least this long, counted from its start."));
        addName("name");
        addText(duration<PacingStep>("pacing", StepForm::tr("Period"), &PacingStep::period, Need::Required));
    }
};

} // namespace

StepForm* makeThinkForm(bridge::PlanDocument& document, QWidget* parent) {
    return new ThinkForm(document, parent);
}

StepForm* makePacingForm(bridge::PlanDocument& document, QWidget* parent) {
    return new PacingForm(document, parent);
}

} // namespace bw::designer
