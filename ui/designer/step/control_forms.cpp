#include "core/testplan/json_writer.h"
#include "core/testplan/read_document.h"
#include "ui/designer/form/choice_field.h"
#include "ui/designer/form/json_field.h"
#include "ui/designer/form/row_edits.h"
#include "ui/designer/form/table_editor.h"
#include "ui/designer/form/text_field.h"
#include "ui/designer/step/step_forms.h"

// Steps that hold others.
namespace bw::designer {
namespace {

using namespace testplan;

class GroupForm final : public StepForm {
public:
    GroupForm(bridge::PlanDocument& document, QWidget* parent)
        : StepForm(document, parent) {
        addSentence(StepForm::tr(
            "Requests inside carry the group's name as a tag; its whole time is group_duration."));
        addText(text<GroupStep>("group.name", StepForm::tr("Name"), &GroupStep::name));
        addTags("tags");
    }
};

const QString kCount = QStringLiteral("count");
const QString kOver = QStringLiteral("over");
const QString kWhile = QStringLiteral("while");

QString loopKind(const LoopStep& loop) {
    static const QString* const kKinds[] = {&kCount, &kOver, &kWhile};
    return *kKinds[loop.kind.index()];
}

void switchLoop(LoopStep& loop, const QString& kind) {
    if (kind == loopKind(loop)) {
        return;
    }
    if (kind == kCount) {
        const auto* over = std::get_if<OverLoop>(&loop.kind);
        loop.kind = CountLoop{over == nullptr ? 2 : static_cast<std::int64_t>(over->items.size())};
    } else if (kind == kOver) {
        loop.kind = OverLoop{{JsonValue::string("a"), JsonValue::string("b")}, "item"};
    } else {
        loop.kind = WhileLoop{"status == 200"};
    }
}

QString itemsText(const std::vector<JsonValue>& items) {
    std::string text;
    appendJson(text, JsonValue::array(items), JsonLayout::Indented);
    return QString::fromStdString(text);
}

class LoopForm final : public StepForm {
public:
    LoopForm(bridge::PlanDocument& document, QWidget* parent)
        : StepForm(document, parent) {
        addName("name");
        addChoice(part<LoopStep>("loop", StepForm::tr("Goes on"), loopKind, switchLoop),
                  [](const Plan&) { return std::vector<QString>{kCount, kOver, kWhile}; });
        Value count = loopPart<CountLoop>(
            "loop.count", StepForm::tr("Rounds"),
            [](const CountLoop& loop) { return QString::number(loop.count); },
            [](CountLoop& loop, const QString& text) { loop.count = text.toLongLong(); });
        count.check = checkWholeNumber;
        addText(count);
        addText(loopPart<OverLoop>(
            "loop.as", StepForm::tr("Variable"),
            [](const OverLoop& loop) { return QString::fromStdString(loop.as); },
            [](OverLoop& loop, const QString& text) { loop.as = text.toStdString(); }));
        Value items = loopPart<OverLoop>(
            "loop.over", StepForm::tr("Items"), [](const OverLoop& loop) { return itemsText(loop.items); },
            [](OverLoop& loop, const QString& text) {
                const auto read = readDocument(text.toStdString());
                if (read && read->is(JsonKind::Array)) {
                    loop.items = read->items;
                }
            });
        items.check = [](const QString& text) {
            const auto read = readDocument(text.toStdString());
            return read && !read->is(JsonKind::Array) ? StepForm::tr("This must be a list: [ … ]")
                                                      : QString();
        };
        addJson(items);
        addText(as(Language::Expression,
                   loopPart<WhileLoop>(
                       "loop.while", StepForm::tr("While"),
                       [](const WhileLoop& loop) { return QString::fromStdString(loop.condition); },
                       [](WhileLoop& loop, const QString& text) { loop.condition = text.toStdString(); })));
        addTags("tags");
    }

private:
    template <class Loop>
    Value loopPart(const char* key, const QString& label, std::function<QString(const Loop&)> read,
                   std::function<void(Loop&, const QString&)> write) {
        Value value = part<LoopStep>(
            key, label,
            [read](const LoopStep& step) {
                const Loop* loop = std::get_if<Loop>(&step.kind);
                return loop == nullptr ? QString() : read(*loop);
            },
            [write](LoopStep& step, const QString& text) {
                if (Loop* loop = std::get_if<Loop>(&step.kind)) {
                    write(*loop, text);
                }
            });
        value.applies = [this](const Plan&) {
            return kind<LoopStep>() != nullptr && std::holds_alternative<Loop>(kind<LoopStep>()->kind);
        };
        return value;
    }
};

class IfForm final : public StepForm {
public:
    IfForm(bridge::PlanDocument& document, QWidget* parent)
        : StepForm(document, parent) {
        addName("name");
        addText(as(Language::Expression,
                   text<IfStep>("if.condition", StepForm::tr("Condition"), &IfStep::condition)));
        addSentence(StepForm::tr("What is done then, and otherwise, stands under the step in the flow."));
        addTags("tags");
    }
};

class ChooseForm final : public StepForm {
public:
    ChooseForm(bridge::PlanDocument& document, QWidget* parent)
        : StepForm(document, parent) {
        addSentence(StepForm::tr(
            "One branch is drawn each time, by weight. The branches stand under the step in the flow."));
        addName("name");
        addTable(StepForm::tr("Branches"), new TableEditor(document, branchRows(), this));
        addTags("tags");
    }

private:
    [[nodiscard]] PlanRows branchRows() const {
        const auto list = [this](Plan& plan) -> std::vector<Choice>* {
            Step* step = findStep(plan, shownPlace().toStdString());
            auto* choose = step == nullptr ? nullptr : std::get_if<ChooseStep>(&step->kind);
            return choose == nullptr ? nullptr : &choose->choices;
        };
        const auto look = [list](const Plan& plan) -> const std::vector<Choice>& {
            static const std::vector<Choice> kNone;
            const auto* found = list(const_cast<Plan&>(plan)); // only looked at
            return found == nullptr ? kNone : *found;
        };
        PlanRows rows;
        rows.name = StepForm::tr("branch");
        rows.count = [look](const Plan& plan) { return static_cast<int>(look(plan).size()); };
        rows.place = [this](const Plan&, int row, int column) {
            const std::string place = itemPlace(placeUnder("choose"), row);
            return column == 0 ? place + ".weight" : place;
        };
        PlanColumn weight;
        weight.title = StepForm::tr("Weight");
        weight.kind = CellKind::Figure;
        weight.read = [look](const Plan& plan, int row) {
            const NumberText& number = itemAt(look(plan), row).weight;
            return number.text.empty() ? QString::number(number.value) : QString::fromStdString(number.text);
        };
        weight.write = [list](Plan& plan, int row, const QString& text) {
            itemAt(*list(plan), row).weight = {text.toDouble(), text.toStdString()};
        };
        weight.check = [](const Plan&, int, const QString& text) { return checkNumber(text); };
        PlanColumn share;
        share.title = StepForm::tr("Share");
        share.kind = CellKind::Figure;
        share.read = [look](const Plan& plan, int row) {
            double sum = 0;
            for (const Choice& choice : look(plan)) {
                sum += choice.weight.value;
            }
            const double part = sum > 0 ? itemAt(look(plan), row).weight.value / sum : 0;
            return QStringLiteral("%1 %").arg(part * 100, 0, 'g', 3);
        };
        PlanColumn steps;
        steps.title = StepForm::tr("Steps");
        steps.kind = CellKind::Figure;
        steps.read = [look](const Plan& plan, int row) {
            return QString::number(itemAt(look(plan), row).steps.size());
        };
        rows.columns = {weight, share, steps};
        setRowEdits<Choice>(rows, list, [](const auto&, int) { return Choice{{1, {}}, {}}; });
        return rows;
    }
};

class ParallelForm final : public StepForm {
public:
    ParallelForm(bridge::PlanDocument& document, QWidget* parent)
        : StepForm(document, parent) {
        addSentence(StepForm::tr("The requests inside go out together, as a browser does."));
        addName("name");
        addText(integer<ParallelStep>("parallel.max", StepForm::tr("At a time"), &ParallelStep::max));
        addTags("tags");
    }
};

class RetryForm final : public StepForm {
public:
    RetryForm(bridge::PlanDocument& document, QWidget* parent)
        : StepForm(document, parent) {
        addName("name");
        addText(as(Language::Expression,
                   text<RetryStep>("retry.until", StepForm::tr("Until"), &RetryStep::until)));
        addText(integer<RetryStep>("retry.times", StepForm::tr("Retries"), &RetryStep::times));
        addText(duration<RetryStep>("retry.backoff", StepForm::tr("Back-off"), &RetryStep::backoff,
                                    Need::Optional));
        addTags("tags");
    }
};

} // namespace

StepForm* makeGroupForm(bridge::PlanDocument& document, QWidget* parent) {
    return new GroupForm(document, parent);
}

StepForm* makeLoopForm(bridge::PlanDocument& document, QWidget* parent) {
    return new LoopForm(document, parent);
}

StepForm* makeIfForm(bridge::PlanDocument& document, QWidget* parent) {
    return new IfForm(document, parent);
}

StepForm* makeChooseForm(bridge::PlanDocument& document, QWidget* parent) {
    return new ChooseForm(document, parent);
}

StepForm* makeParallelForm(bridge::PlanDocument& document, QWidget* parent) {
    return new ParallelForm(document, parent);
}

StepForm* makeRetryForm(bridge::PlanDocument& document, QWidget* parent) {
    return new RetryForm(document, parent);
}

} // namespace bw::designer
