#pragma once

#include "ui/bridge/history_service.h"

#include <QWidget>

class QLineEdit;
class QSettings;
class QStackedWidget;

namespace bw::widgets {
class DataTable;
class EmptyState;
class NoticeBar;
} // namespace bw::widgets

namespace bw::history_view {

class HistoryModel;

// Every run that was kept: sorted, filtered, opened, deleted with a way back, reported.
class HistoryView : public QWidget {
    Q_OBJECT

public:
    // Both outlive the view.
    HistoryView(bridge::HistoryService& service, QSettings& settings, QWidget* parent = nullptr);

    void focusFilter();

Q_SIGNALS:
    void openRequested(bw::history::RunId run);
    void exportRequested(bw::history::RunId run);
    void startRequested();

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void setupTable(QSettings& settings);
    void setupMenu();
    void setupPages();
    void onRuns(const bridge::RunListPtr& runs);
    void onFailed(const QString& sentence);
    void onRemovedChanged();
    void removeSelected();
    [[nodiscard]] std::optional<history::RunId> current() const;

    bridge::HistoryService& m_service;
    HistoryModel* m_model;
    widgets::DataTable* m_table;
    QLineEdit* m_filter;
    QStackedWidget* m_stack;
    widgets::EmptyState* m_empty;
    widgets::NoticeBar* m_undo = nullptr;
    widgets::NoticeBar* m_failure = nullptr;
};

} // namespace bw::history_view
