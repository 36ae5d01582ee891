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

class Drawer;
class FlowPanel;
class FormStack;
class GalleryPage;
class JsonPane;
class LoadPane;
class OutlinePanel;
class ProblemPanel;
class TryPanel;

// The Design view: the outline of the plan that the document holds, its load over time, the steps of a flow
// and a form for what is chosen; problems and JSON in a drawer. It changes the document by undoable edits
// alone. Lives on the user's thread; document and settings outlive it.
class DesignView : public QWidget {
    Q_OBJECT

public:
    // `resources`: the folder with budgets/ and plans/.
    DesignView(bridge::PlanDocument& document, QSettings& settings, std::string resources,
               QWidget* parent = nullptr);
    ~DesignView() override;

    // Puts the cursor into the outline's filter, or into the search of the steps when the cursor is there.
    void focusFilter();
    // Shows the field and the line of a place of the plan ("scenarios.a.duration").
    void goTo(const QString& place);

    // What can be done to scenarios, flows, steps and the load; for menus and the command palette.
    [[nodiscard]] QList<QAction*> partActions() const;
    void openJson();
    // Tries the flow that is shown.
    void tryFlow();

    [[nodiscard]] OutlinePanel& outline() const { return *m_outline; }
    [[nodiscard]] LoadPane& load() const { return *m_load; }
    [[nodiscard]] FlowPanel& flow() const { return *m_flow; }
    [[nodiscard]] GalleryPage& gallery() const { return *m_gallery; }
    [[nodiscard]] Drawer& drawer() const { return *m_drawer; }
    [[nodiscard]] TryPanel& tryPanel() const { return *m_try; }
    [[nodiscard]] FormStack& forms() const { return *m_forms; }
    [[nodiscard]] JsonPane& json() const { return *m_json; }
    [[nodiscard]] ProblemPanel& problems() const { return *m_problems; }

Q_SIGNALS:
    // Of the empty view, for the shell.
    void openRequested();
    void newRequested();
    void templateRequested(const QString& text);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void setupGallery();
    void setupPanes();
    void setupDrawer();
    void setupTry();
    void setupSplitters();
    void setupChoices();
    void onState();
    void onDraft();
    void onOutline();
    void onStep();
    void onProblemChosen(const QString& place, int line);
    void showProblems();
    void showPlanOrGallery();
    void showChosen();
    void showFirst();
    void showDraftBar();
    void addFromTry(const QString& place, const QString& label, const QString& key, const std::string& name,
                    const std::string& expression);
    void showScenarioMenu(const QPoint& global);
    void select(const QString& place);
    void rememberSplitters();

    bridge::PlanDocument& m_document;
    QSettings& m_settings;
    std::string m_resources;
    QStackedWidget* m_pages;
    GalleryPage* m_gallery = nullptr;
    QWidget* m_plan = nullptr;
    QSplitter* m_across = nullptr; // the outline beside the rest
    QSplitter* m_chosen = nullptr; // load and flow beside the form
    QSplitter* m_work = nullptr;   // load above flow
    QSplitter* m_down = nullptr;
    OutlinePanel* m_outline = nullptr;
    LoadPane* m_load = nullptr;
    FlowPanel* m_flow = nullptr;
    FormStack* m_forms = nullptr;
    JsonPane* m_json = nullptr;
    ProblemPanel* m_problems = nullptr;
    Drawer* m_drawer = nullptr;
    TryPanel* m_try = nullptr;
    widgets::NoticeBar* m_draftBar = nullptr;
    bool m_isStepChosen = false; // a line of the flow, not of the outline
    bool m_isSelecting = false;
    bool m_isFresh = false; // a plan was opened that nobody has seen yet
};

} // namespace bw::designer
