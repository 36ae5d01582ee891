#pragma once

#include "ui/bridge/history_service.h"
#include "ui/bridge/recent_plans.h"
#include "ui/bridge/run_session.h"
#include "ui/shell/actions.h"
#include "ui/shell/appearance.h"
#include "ui/shell/plan_desk.h"
#include "ui/shell/window_options.h"

#include <QMainWindow>
#include <QUndoGroup>

class QComboBox;
class QLabel;
class QMenu;
class QSettings;
class QStackedWidget;
class QToolButton;

namespace bw::live {
class RunView;
}

namespace bw::shell {

class HistoryPages;
class NoticeArea;

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
    [[nodiscard]] bridge::PlanDocument& document() const { return m_desk->current().document(); }
    [[nodiscard]] PlanDesk& desk() const { return *m_desk; }
    [[nodiscard]] bridge::RunSession& session() { return m_session; }
    [[nodiscard]] live::RunView& runView() { return *m_runView; }

protected:
    void closeEvent(QCloseEvent* event) override;

private:
    [[nodiscard]] PlanSurroundings surroundings();
    void setupToolBar();
    void setupPlanButton();
    void setupRunButtons();
    void setupCentre();
    void setupStatusBar();
    void connectViews();
    void connectFiles();
    void connectPlan(OpenPlan& plan);
    void openByDialog();
    void fillRecent(QMenu* menu);
    void offerRecovery();
    void onPlanChanged();
    void connectRuns();
    void connectHistory();
    void showRegression(history::RunId run, const bridge::RegressionPtr& regression);
    void connectAppearance();
    void connectLanguage();
    void restore(const WindowOptions& options);

    void showFile();
    void showEnvironments();
    void showProblems();
    void showState();
    void showHistoryFile();
    void exportComparison(const bridge::ComparisonPicturePtr& picture);
    void exportReport(history::RunId run);
    void exportShownRun();
    void openPalette();
    void focusFilter();
    [[nodiscard]] bool mayEndRun();

    QSettings& m_settings;
    std::string m_resources;
    QString m_recoveryFolder;
    std::vector<std::pair<std::string, std::string>> m_variables; // of the command line
    Appearance m_appearance;
    Actions m_actions;
    QUndoGroup m_undo; // of the view that is shown; outlives its stacks
    bridge::RunSession m_session;
    bridge::HistoryService m_history;
    NoticeArea* m_notices;
    bridge::RecentPlans m_recent;
    QStackedWidget* m_views;
    PlanDesk* m_desk;
    live::RunView* m_runView;
    HistoryPages* m_historyPages;
    QToolButton* m_plan;
    QComboBox* m_environment;
    QLabel* m_state;
    QToolButton* m_run;
    QToolButton* m_problems;
    QLabel* m_generator;
    QLabel* m_historyLabel;
    std::string m_justEnded; // the run's number, until it was held against its baseline
};

} // namespace bw::shell
