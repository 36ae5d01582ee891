#pragma once

#include "core/testplan/step.h"
#include "ui/designer/flow/step_edits.h"
#include "ui/designer/form/checks.h"
#include "ui/designer/form/form_page.h"
#include "ui/designer/form/row_edits.h"
#include "ui/designer/load/load_options.h"

#include <optional>

namespace bw::designer {

// The form over one step of a flow. Keys are counted from the step's place: "http.url", "name".
class StepForm : public FormPage {
    Q_OBJECT

public:
    using FormPage::FormPage;

protected:
    // Null when there is none at the place.
    [[nodiscard]] const testplan::Step* shown() const;
    // Null when it is another kind of step.
    template <class Kind>
    [[nodiscard]] const Kind* kind() const {
        const testplan::Step* step = shown();
        return step == nullptr ? nullptr : std::get_if<Kind>(&step->kind);
    }
    [[nodiscard]] std::string base(const QString& place) const override;
    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString subject() const override;

    // What the forms are made of: a value of the step's kind.
    template <class Kind>
    Value part(const char* key, const QString& label, std::function<QString(const Kind&)> read,
               std::function<void(Kind&, const QString&)> write) {
        Value value;
        value.key = QString::fromLatin1(key);
        value.label = label;
        value.read = [this, read = std::move(read)](const Plan&) {
            const Kind* found = kind<Kind>();
            return found == nullptr ? QString() : read(*found);
        };
        value.write = [this, write = std::move(write)](Plan& plan, const QString& text) {
            testplan::Step* step = findStep(plan, shownPlace().toStdString());
            if (Kind* found = step == nullptr ? nullptr : std::get_if<Kind>(&step->kind)) {
                write(*found, text);
            }
        };
        value.applies = [this](const Plan&) { return kind<Kind>() != nullptr; };
        return value;
    }
    template <class Kind>
    Value text(const char* key, const QString& label, std::string Kind::* member) {
        return part<Kind>(
            key, label, [member](const Kind& found) { return QString::fromStdString(found.*member); },
            [member, key](Kind& into, const QString& text) {
                into.*member = text.toStdString();
                forgetEmpty(into, key, text);
            });
    }
    template <class Kind>
    Value duration(const char* key, const QString& label, testplan::DurationText Kind::* member, Need need) {
        Value value = part<Kind>(
            key, label, [member](const Kind& found) { return writtenText(found.*member); },
            [member, key](Kind& into, const QString& text) {
                into.*member = text.isEmpty() ? testplan::DurationText{} : typedDuration(text, into.*member);
                forgetEmpty(into, key, text);
            });
        value.check = need == Need::Optional ? optional(checkDuration) : Check(checkDuration);
        return value;
    }
    // Empty where the default counts.
    template <class Kind>
    Value integer(const char* key, const QString& label, std::int64_t Kind::* member) {
        Value value = part<Kind>(
            key, label, [member](const Kind& found) { return QString::number(found.*member); },
            [member](Kind& into, const QString& text) { into.*member = text.toLongLong(); });
        value.check = checkWholeNumber;
        return value;
    }
    static Value as(Language language, Value value) {
        value.language = language;
        return value;
    }

    // The step's own name and tags, which every kind may have.
    void addName(const char* key);
    void addTags(const char* key);
    // Names with a text each that stand in the step.
    template <class Kind>
    PlanRows pairs(const char* key, NamedPairs Kind::* member, Language language) const {
        const auto list = [this, member](Plan& plan) -> NamedPairs* {
            testplan::Step* step = findStep(plan, shownPlace().toStdString());
            Kind* found = step == nullptr ? nullptr : std::get_if<Kind>(&step->kind);
            return found == nullptr ? nullptr : &(found->*member);
        };
        return pairRows(key, list, language);
    }
    [[nodiscard]] PlanRows pairRows(const char* key, std::function<NamedPairs*(Plan&)> list,
                                    Language language) const;
    // The step's place and the key.
    [[nodiscard]] std::string placeUnder(const char* key) const;

private:
    // A text that is none is not written, also when one was before.
    template <class Kind>
    static void forgetEmpty(Kind& into, const char* key, const QString& text) {
        if constexpr (requires { into.written; }) {
            if (text.isEmpty()) {
                into.written.remove(std::string_view(key).substr(std::string_view(key).rfind('.') + 1));
            }
        }
    }
};

} // namespace bw::designer
