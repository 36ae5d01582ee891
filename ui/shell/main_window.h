#pragma once

#include "ui/bridge/history_service.h"
#include "ui/bridge/plan_document.h"
#include "ui/bridge/plan_recovery.h"
#include "ui/bridge/run_session.h"
#include "ui/shell/actions.h"
#include "ui/shell/appearance.h"
#include "ui/shell/window_options.h"

#include <QMainWindow>
#include <QUndoGroup>

class QComboBox;
class QLabel;
class QSettings;
class QStackedWidget;
class QToolButton;

namespace bw::designer {
class DesignView;
}
namespace bw::history_view {
class HistoryView;
}
namespace bw::live {
class RunView;
}

namespace bw::shell {

class NoticeArea;
class PlanFiles;
class RunConductor;
class StoredRunPage;

// The workbench's window: views at the left, one at a time; plan, environment, state and actions above;
// messages between.
class MainWindow : public QMainWindow {
    Q_OBJECT

public:
    // The settings outlive the window.
    MainWindow(const WindowOptions& options, QSettings& settings);
    ~MainWindow() override;

    // The parts, for tests and pictures.
    [[nodiscard]] Actions& actions() { return m_actions; }
    [[nodiscard]] Appearance& appearance() { return m_appearance; }
    [[nodiscard]] bridge::PlanDocument& document() { return m_document; }
    [[nodiscard]] const bridge::PlanDocument& document() const { return m_document; }
    [[nodiscard]] bridge::RunSession& session() { return m_session; }
    [[nodiscard]] live::RunView& runView() { return *m_runView; }

protected:
    void closeEvent(QCloseEvent* event) override;

private:
    void setupToolBar();
    void setupPlanButton();
    void setupRunButtons();
    void setupCentre();
    void setupStatusBar();
    void connectViews();
    void connectFiles();
    void connectRuns();
    void connectHistory();
    void connectAppearance();
    void connectLanguage();
    void restore(const WindowOptions& options);

    void showFile();
    void showEnvironments();
    void showProblems();
    void showState();
    void showHistoryFile();
    void exportReport(history::RunId run);
    void exportShownRun();
    void openPalette();
    void focusFilter();
    [[nodiscard]] bool mayEndRun();

    QSettings& m_settings;
    std::string m_resources;
    Appearance m_appearance;
    Actions m_actions;
    QUndoGroup m_undo; // of the view that is shown; outlives its stacks
    bridge::PlanRecovery m_recovery;
    bridge::PlanDocument m_document;
    bridge::RunSession m_session;
    bridge::HistoryService m_history;
    NoticeArea* m_notices;
    PlanFiles* m_files;
    RunConductor* m_conductor;
    QStackedWidget* m_views;
    designer::DesignView* m_design;
    live::RunView* m_runView;
    QStackedWidget* m_historyPages;
    history_view::HistoryView* m_historyView;
    StoredRunPage* m_storedRun;
    QToolButton* m_plan;
    QComboBox* m_environment;
    QLabel* m_state;
    QToolButton* m_run;
    QToolButton* m_problems;
    QLabel* m_generator;
    QLabel* m_historyLabel;
};

} // namespace bw::shell
