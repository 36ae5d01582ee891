#pragma once

#include "ui/bridge/plan_document.h"
#include "ui/designer/form/checks.h"
#include "ui/designer/form/form_field.h"
#include "ui/designer/form/language.h"

#include <QWidget>

#include <functional>
#include <vector>

class QGridLayout;
class QLabel;
class QTabBar;
class QVBoxLayout;

namespace bw::designer {

class AreaField;
class ChoiceField;
class JsonField;
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
        // What is completed while one types.
        Language language = Language::Plain;
    };

    // What is added from here on stands on a page of its own, behind a tab of this name; what was added
    // before the first stays above all of them.
    void beginSection(const QString& title);
    TextField* addText(Value value);
    // A text of several lines that is JSON.
    JsonField* addJson(Value value);
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
        int section = -1; // -1: above all
    };
    struct BoundTable {
        TableEditor* table;
        QWidget* title;
        std::function<bool(const Plan&)> applies;
        int section = -1;
    };
    struct Wide {
        QWidget* widget;
        int section = -1;
    };
    void setupLayout();
    void bind(FormField* field, Value value);
    [[nodiscard]] std::string placeOf(const Value& value) const;
    void apply(const Value& value, const QString& text);
    void load(const Bound& bound);
    void forget();
    [[nodiscard]] bool isInSight(int section) const;
    [[nodiscard]] bool isInTable(const TableEditor& table, const std::string& place) const;
    void markSections();
    void openSection(int section);

    bridge::PlanDocument& m_document;
    QString m_place;
    QLabel* m_title;
    QVBoxLayout* m_column;
    QGridLayout* m_fields;
    std::vector<Bound> m_bound;
    std::vector<BoundTable> m_tables;
    std::vector<Wide> m_wide;
    QTabBar* m_sections = nullptr;
    int m_section = -1; // what is added next belongs to it
};

} // namespace bw::designer
