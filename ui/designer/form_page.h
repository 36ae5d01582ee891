#pragma once

#include "ui/bridge/plan_document.h"
#include "ui/designer/checks.h"
#include "ui/designer/form_field.h"

#include <QWidget>

#include <functional>
#include <vector>

class QGridLayout;
class QLabel;
class QVBoxLayout;

namespace bw::designer {

class AreaField;
class ChoiceField;
class TableEditor;
class TextField;

// A form over a part of the plan. It observes the document and changes it only by undoable edits; it never
// keeps a copy. Lives on the user's thread; the document outlives it.
class FormPage : public QWidget {
    Q_OBJECT

public:
    FormPage(bridge::PlanDocument& document, QWidget* parent);

    // Shows the part at this place; anything inside it will do.
    void showPlace(const QString& place);
    [[nodiscard]] QString shownPlace() const { return m_place; }
    // Shows the document's state.
    void refresh();
    // Puts the cursor into the field at the place, or the first one; false when there is none.
    bool focusPlace(const QString& place);

    // For tests and for the shell's tour: the field with this key ("duration"), or null.
    [[nodiscard]] FormField* field(const QString& key) const;

protected:
    using Plan = testplan::TestPlan;
    // How a value is read from the plan and put there; the key is the rest of its place, empty for the name
    // of what is shown.
    struct Value {
        QString key;
        QString label;
        std::function<QString(const Plan&)> read;
        std::function<void(Plan&, const QString&)> write;
        Check check{};
        // Null: always there.
        std::function<bool(const Plan&)> applies{};
        // What counts when nothing is written.
        std::function<QString(const Plan&)> byDefault{};
    };

    TextField* addText(Value value);
    AreaField* addArea(Value value);
    ChoiceField* addChoice(Value value, std::function<std::vector<QString>(const Plan&)> choices);
    // A table over the whole width, below its title.
    TableEditor* addTable(const QString& title, TableEditor* table,
                          std::function<bool(const Plan&)> applies = {});
    void addWide(QWidget* widget);
    void addSentence(const QString& words);

    // Null when the document holds none.
    [[nodiscard]] const Plan* plan() const;
    [[nodiscard]] bridge::PlanDocument& document() const { return m_document; }
    // What the labels of undo steps say after "of": a scenario's name, or nothing.
    [[nodiscard]] virtual QString subject() const { return {}; }
    // The place that keys are added to.
    [[nodiscard]] virtual std::string base(const QString& place) const = 0;
    [[nodiscard]] virtual QString title() const = 0;
    // After the fields were loaded.
    virtual void refreshed() {}

private:
    struct Bound {
        FormField* field;
        QLabel* label;
        Value value;
        std::function<std::vector<QString>(const Plan&)> choices;
    };
    struct BoundTable {
        TableEditor* table;
        QWidget* title;
        std::function<bool(const Plan&)> applies;
    };
    void setupLayout();
    void bind(FormField* field, Value value);
    [[nodiscard]] std::string placeOf(const Value& value) const;
    void apply(const Value& value, const QString& text);
    void load(const Bound& bound);
    void forget();

    bridge::PlanDocument& m_document;
    QString m_place;
    QLabel* m_title;
    QVBoxLayout* m_column;
    QGridLayout* m_fields;
    std::vector<Bound> m_bound;
    std::vector<BoundTable> m_tables;
};

} // namespace bw::designer
