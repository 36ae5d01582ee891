#pragma once

#include "ui/bridge/history_service.h"
#include "ui/bridge/run_picture.h"
#include "ui/bridge/window_picture.h"

#include <QAbstractItemModel>
#include <QTabWidget>

#include <optional>
#include <string>

class QSettings;

namespace bw::widgets {
class DataTable;
}

namespace bw::live {

class AboutPane;
class BaselinePane;
class DistributionPane;
class ErrorModel;
class ExamplePane;
class LimitModel;
class LogModel;
class PlanPane;
class RequestModel;
class SessionModel;

// What stands under the charts: requests, WebSocket sessions where there are any, how response times are
// spread, what judges the run, the run beside its baseline, errors with their exchanges, log, the plan, and
// what made the load.
// While a part of the run is selected, requests, sessions, errors and distribution are of that part.
class ResultTabs : public QTabWidget {
    Q_OBJECT

public:
    // The settings keep the columns; they outlive the tabs.
    explicit ResultTabs(QSettings& settings, QWidget* parent = nullptr);

    void clear();
    void setPicture(const bridge::RunPicturePtr& picture);
    void setWhole(const bridge::WindowPicturePtr& whole);
    // nullptr: the whole run again.
    void setWindow(const bridge::WindowPicturePtr& window);
    // nullptr: there is no baseline.
    void setRegression(const bridge::RegressionPtr& regression);
    // The plan that is open in the designer, for what changed since the run.
    void setPlanOfToday(const std::string& name, const std::string& text);
    // Puts the cursor into the filter of the tab that is shown.
    void focusFilter();

    // The request that somebody chose in its table; none: all together. A new run has none.
    [[nodiscard]] const std::optional<std::string>& request() const { return m_request; }
    void clearRequest();

Q_SIGNALS:
    void compareRequested(const std::vector<bw::history::RunId>& before,
                          const std::vector<bw::history::RunId>& after);
    void requestChosen(const std::optional<std::string>& name);

private:
    widgets::DataTable* addTable(QAbstractItemModel* model, const QString& title, QWidget* beside = nullptr);
    void setupTables();
    void onRequestSelected();
    void selectRequest();
    void showTables();
    void showTitles(const report::ReportModel& shown);
    void showKinds(const report::ReportModel& model);
    void showExamples();

    QSettings& m_settings;
    RequestModel* m_requests;
    SessionModel* m_sessions;
    LimitModel* m_limits;
    ErrorModel* m_errors;
    LogModel* m_log;
    ExamplePane* m_examples;
    DistributionPane* m_distribution;
    BaselinePane* m_baseline;
    PlanPane* m_plan;
    AboutPane* m_about;
    widgets::DataTable* m_requestTable = nullptr;
    widgets::DataTable* m_errorTable = nullptr;
    std::optional<std::string> m_request;
    bool m_isTakingRows = false; // what the table then selects nobody chose
    bridge::RunPicturePtr m_picture;
    bridge::WindowPicturePtr m_window;
};

} // namespace bw::live
