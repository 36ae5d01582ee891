#pragma once

#include "ui/bridge/history_service.h"

#include <QStackedWidget>

#include <functional>
#include <string>
#include <utility>
#include <vector>

class QSettings;

namespace bw::history_view {
class HistoryView;
}
namespace bw::live {
class RunView;
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
    // Answers what a view asks of the history about its run.
    void serve(live::RunView& view);
    // Name and text of the plan that is open, both empty when none is. Set before a run is shown.
    using PlanOfToday = std::function<std::pair<std::string, std::string>()>;
    void setPlanOfToday(PlanOfToday plan) { m_planOfToday = std::move(plan); }
    [[nodiscard]] StoredRunPage& storedRun() { return *m_storedRun; }

Q_SIGNALS:
    void startRequested();
    void exportRequested(bw::history::RunId run);
    void exportComparisonRequested(const bw::bridge::ComparisonPicturePtr& picture);
    // By a view that is served; they are compared here.
    void compareRequested(const std::vector<bw::history::RunId>& before,
                          const std::vector<bw::history::RunId>& after);
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
    PlanOfToday m_planOfToday;
};

} // namespace bw::shell
