#pragma once

#include "ui/designer/form/checks.h"
#include "ui/designer/form/completion.h"
#include "ui/designer/form/form_field.h"

#include <map>

class QLineEdit;

namespace bw::designer {

// A value that is typed on one line. Applies with every key that leaves a text that can be kept.
class TextField : public FormField {
    Q_OBJECT

public:
    // A null check takes everything.
    TextField(Check check, QWidget* parent);

    void load(const QString& value) override;
    void forget() override;
    void settle() override;
    // What counts when nothing is written.
    void setDefault(const QString& text);
    // Completes what is typed, and underlines what is wrong with it.
    void setLanguage(Language language, WordsOf words);
    void showProblems(const std::vector<testplan::Problem>& problems) override;
    // A name that others refer to: applied when it is whole, with Enter or when the field is left.
    enum class When : std::uint8_t { EveryKey, Whole };
    void setWhen(When when) { m_when = when; }

protected:
    void restore() override;

private:
    void onEdited(const QString& text);
    void goTo(const QString& value);
    void apply(const QString& value);

    QLineEdit* m_line;
    Check m_check;
    When m_when = When::EveryKey;
    Language m_language = Language::Plain;
    QString m_value;    // the document's
    QString m_applied;  // as it was typed, when that was applied last; null: it was loaded
    QString m_readBack; // what the plan made of it
    bool m_isApplying = false;
    bool m_isTyped = false; // since it was applied or loaded
    std::string m_shown;    // where it stands
    // Wrong texts of other places that this field showed before, each over the value it had.
    struct Left {
        QString text;
        QString value;
    };
    std::map<std::string, Left> m_left;
};

} // namespace bw::designer
