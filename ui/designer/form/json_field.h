#pragma once

#include "ui/designer/form/checks.h"
#include "ui/designer/form/completion.h"
#include "ui/designer/form/form_field.h"

#include <map>

namespace bw::designer {

class JsonEditor;

// A JSON value as text. Applies with every key that leaves one that can be read; what cannot stays here,
// marked. How it is laid out is the author's as long as the value is the same.
class JsonField : public FormField {
    Q_OBJECT

public:
    explicit JsonField(QWidget* parent);

    // What is completed in templates.
    void setWords(WordsOf words);
    // What else is asked of a text that is JSON.
    void setCheck(Check check) { m_check = std::move(check); }
    void load(const QString& value) override;
    void forget() override;
    void showProblems(const std::vector<testplan::Problem>& problems) override;

protected:
    void restore() override;

private:
    void goTo(const QString& value);
    void onTyped();
    void fitHeight();

    JsonEditor* m_area;
    QString m_value;     // the document's, indented
    std::string m_shown; // where it stands
    Check m_check;
    // Texts of other places that cannot be kept, each over the value it had.
    struct Left {
        QString text;
        QString value;
    };
    std::map<std::string, Left> m_left;
};

// JSON in two blanks a level; the text itself when it is none.
[[nodiscard]] QString indentedJson(const QString& text);
// Why the text is no JSON, with its line; empty when it is.
[[nodiscard]] QString checkJson(const QString& text);

} // namespace bw::designer
