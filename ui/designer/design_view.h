#pragma once

#include "ui/bridge/plan_document.h"

#include <QWidget>

class QAction;
class QSettings;
class QSplitter;
class QStackedWidget;

namespace bw::widgets {
class NoticeBar;
}

namespace bw::designer {

class FormStack;
class JsonPane;
class OutlinePanel;
class ProblemPanel;

// The Design view: outline, form and JSON of the plan that the document holds, and its problems. It changes
// the document by undoable edits alone. Lives on the user's thread; document and settings outlive it.
class DesignView : public QWidget {
    Q_OBJECT

public:
    DesignView(bridge::PlanDocument& document, QSettings& settings, QWidget* parent = nullptr);
    ~DesignView() override;

    // Puts the cursor into the outline's filter.
    void focusFilter();
    // Shows the field and the line of a place of the plan ("scenarios.a.duration").
    void goTo(const QString& place);

    // Duplicate, rename and delete the current scenario; for menus and the command palette.
    [[nodiscard]] QList<QAction*> scenarioActions() const;

    [[nodiscard]] OutlinePanel& outline() const { return *m_outline; }
    [[nodiscard]] FormStack& forms() const { return *m_forms; }
    [[nodiscard]] JsonPane& json() const { return *m_json; }
    [[nodiscard]] ProblemPanel& problems() const { return *m_problems; }

Q_SIGNALS:
    // Of the empty view, for the shell.
    void openRequested();
    void newRequested();
    void sampleRequested();

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void setupEmpty();
    void setupPanes();
    void setupSplitters();
    void setupSteps();
    void onState();
    void onDraft();
    void onLineChanged();
    void onVisited(const QString& place);
    void onProblemChosen(const QString& place, int line);
    void showPlanOrEmpty();
    void rememberSplitters();

    bridge::PlanDocument& m_document;
    QSettings& m_settings;
    QStackedWidget* m_pages;
    QWidget* m_empty = nullptr;
    QWidget* m_plan = nullptr;
    QWidget* m_centre = nullptr;
    QSplitter* m_across = nullptr;
    QSplitter* m_down = nullptr;
    OutlinePanel* m_outline = nullptr;
    FormStack* m_forms = nullptr;
    JsonPane* m_json = nullptr;
    ProblemPanel* m_problems = nullptr;
    widgets::NoticeBar* m_draftBar = nullptr;
};

} // namespace bw::designer
