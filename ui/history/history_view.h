#pragma once

#include "ui/bridge/history_service.h"

#include <QWidget>

class QSettings;
class QStackedWidget;
class QVBoxLayout;

namespace bw::widgets {
class EmptyState;
class NoticeBar;
} // namespace bw::widgets

namespace bw::history_view {

class RunListPage;

// Every run that was kept: sorted, filtered, looked at, opened, reported, deleted with a way back. Says so
// while there are none, and what to do when the history cannot be read.
class HistoryView : public QWidget {
    Q_OBJECT

public:
    // Both outlive the view.
    HistoryView(bridge::HistoryService& service, QSettings& settings, QWidget* parent = nullptr);

    void focusFilter();

Q_SIGNALS:
    void openRequested(bw::history::RunId run);
    void exportRequested(bw::history::RunId run);
    void trendRequested(bw::history::RunId run);
    void compareRequested(const std::vector<bw::history::RunId>& before,
                          const std::vector<bw::history::RunId>& after);
    void startRequested();

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void setupPages();
    void setupWaiting();
    void setupEmpty();
    void setupUnreadable();
    void connectService();
    void connectList();
    void onRuns(const bridge::RunListPtr& runs);
    void onUnreadable(const QString& sentence);
    void onRemovedChanged();
    void showTrouble(const QString& sentence);
    void showFolder() const;
    void saveRun(history::RunId run);
    void importRuns();
    void tell(const QString& text);

    bridge::HistoryService& m_service;
    QStackedWidget* m_pages;
    widgets::EmptyState* m_waiting;
    widgets::EmptyState* m_empty;
    widgets::EmptyState* m_unreadable;
    RunListPage* m_list;
    QVBoxLayout* m_column;
    widgets::NoticeBar* m_undo = nullptr;
    widgets::NoticeBar* m_trouble = nullptr;
    widgets::NoticeBar* m_told = nullptr;
};

} // namespace bw::history_view
