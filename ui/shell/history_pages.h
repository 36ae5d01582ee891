#pragma once

#include "ui/bridge/history_service.h"

#include <QStackedWidget>

#include <vector>

class QSettings;

namespace bw::history_view {
class HistoryView;
}

namespace bw::shell {

class ComparedPage;
class StoredRunPage;
class TrendPage;

// The History view: all runs, one of them opened, two sides of them compared, or a plan's figures from run to
// run; one at a time, with the way back.
class HistoryPages : public QStackedWidget {
    Q_OBJECT

public:
    // Both outlive the pages.
    HistoryPages(bridge::HistoryService& service, QSettings& settings, QWidget* parent = nullptr);

    void compare(const std::vector<history::RunId>& before, const std::vector<history::RunId>& after);
    void focusFilter();
    [[nodiscard]] StoredRunPage& storedRun() { return *m_storedRun; }

Q_SIGNALS:
    void startRequested();
    void exportRequested(bw::history::RunId run);
    void exportComparisonRequested(const bw::bridge::ComparisonPicturePtr& picture);
    // Of the run that is opened.
    void exportShownRequested();

private:
    void connectRuns();
    void connectComparison();
    void connectTrend();
    void showAllRuns();

    bridge::HistoryService& m_service;
    history_view::HistoryView* m_allRuns;
    StoredRunPage* m_storedRun;
    ComparedPage* m_compared;
    TrendPage* m_trend;
};

} // namespace bw::shell
