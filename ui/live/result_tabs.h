#pragma once

#include "ui/bridge/run_picture.h"

#include <QAbstractItemModel>
#include <QTabWidget>

class QSettings;

namespace bw::widgets {
class DataTable;
}

namespace bw::live {

class ErrorModel;
class ExamplePane;
class LimitModel;
class LogModel;
class RequestModel;
class SessionModel;

// The tables under the charts: requests, WebSocket sessions where there are any, what judges the run, errors
// with their exchanges, log.
class ResultTabs : public QTabWidget {
    Q_OBJECT

public:
    // The settings keep the columns; they outlive the tabs.
    explicit ResultTabs(QSettings& settings, QWidget* parent = nullptr);

    void clear();
    void setPicture(const bridge::RunPicturePtr& picture);
    // Puts the cursor into the filter of the tab that is shown.
    void focusFilter();

private:
    widgets::DataTable* addTable(QAbstractItemModel* model, const QString& title, QWidget* beside = nullptr);
    void setupTables();
    void showTitles(const bridge::RunPicture& picture);
    void showKinds(const report::ReportModel& model);
    void showExamples();

    QSettings& m_settings;
    RequestModel* m_requests;
    SessionModel* m_sessions;
    LimitModel* m_limits;
    ErrorModel* m_errors;
    LogModel* m_log;
    ExamplePane* m_examples;
    widgets::DataTable* m_errorTable = nullptr;
    bridge::RunPicturePtr m_picture;
};

} // namespace bw::live
