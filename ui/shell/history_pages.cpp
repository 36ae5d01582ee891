#include "ui/shell/history_pages.h"

#include "ui/compare/compare_view.h"
#include "ui/compare/trend_view.h"
#include "ui/history/history_view.h"
#include "ui/live/run_view.h"
#include "ui/shell/compared_page.h"
#include "ui/shell/stored_run_page.h"
#include "ui/shell/trend_page.h"

namespace bw::shell {

using bridge::HistoryService;
using history_view::HistoryView;

HistoryPages::HistoryPages(HistoryService& service, QSettings& settings, QWidget* parent)
    : QStackedWidget(parent)
    , m_service(service)
    , m_allRuns(new HistoryView(service, settings, this))
    , m_storedRun(new StoredRunPage(settings, this))
    , m_compared(new ComparedPage(settings, this))
    , m_trend(new TrendPage(settings, this)) {
    addWidget(m_allRuns);
    addWidget(m_storedRun);
    addWidget(m_compared);
    addWidget(m_trend);
    connectRuns();
    connectComparison();
    connectTrend();
}

void HistoryPages::connectRuns() {
    connect(m_allRuns, &HistoryView::openRequested, &m_service, &HistoryService::load);
    connect(m_allRuns, &HistoryView::exportRequested, this, &HistoryPages::exportRequested);
    connect(m_allRuns, &HistoryView::startRequested, this, &HistoryPages::startRequested);
    connect(&m_service, &HistoryService::loaded, this, [this](const bridge::RunPicturePtr& picture) {
        m_storedRun->setPicture(picture);
        setCurrentWidget(m_storedRun);
    });
    serve(m_storedRun->view());
    connect(m_storedRun, &StoredRunPage::backRequested, this, &HistoryPages::showAllRuns);
    connect(m_storedRun, &StoredRunPage::exportRequested, this, &HistoryPages::exportShownRequested);
}

void HistoryPages::serve(live::RunView& view) {
    connect(&view, &live::RunView::windowRequested, &m_service, &HistoryService::loadWindow);
    connect(&m_service, &HistoryService::windowed, &view, &live::RunView::setWindow);
    connect(&view, &live::RunView::detailRequested, &m_service, &HistoryService::loadDetail);
    connect(&m_service, &HistoryService::detailed, &view, &live::RunView::setDetail);
    connect(&view, &live::RunView::checkRequested, &m_service, &HistoryService::check);
    connect(&view, &live::RunView::checkRequested, this, [this, &view] {
        const auto [name, text] = m_planOfToday();
        view.setPlanOfToday(name, text);
    });
    connect(&view, &live::RunView::keptNoteRequested, &m_service, &HistoryService::addNote);
    connect(&view, &live::RunView::keptNoteRemoved, &m_service, &HistoryService::removeNote);
    connect(&m_service, &HistoryService::checked, &view, &live::RunView::setRegression);
    connect(&view, &live::RunView::compareRequested, this, &HistoryPages::compareRequested);
}

void HistoryPages::connectComparison() {
    connect(m_allRuns, &HistoryView::compareRequested, this, &HistoryPages::compare);
    connect(this, &HistoryPages::compareRequested, this, &HistoryPages::compare);
    connect(&m_compared->view(), &compare::CompareView::compareRequested, this, &HistoryPages::compare);
    connect(&m_service, &HistoryService::compared, &m_compared->view(), &compare::CompareView::setPicture);
    connect(m_compared, &ComparedPage::backRequested, this, &HistoryPages::showAllRuns);
    connect(m_compared, &ComparedPage::exportRequested, this, [this] {
        if (const bridge::ComparisonPicturePtr picture = m_compared->view().picture()) {
            Q_EMIT exportComparisonRequested(picture);
        }
    });
    connect(&m_service, &HistoryService::failed, this, [this] {
        const bool waits = (currentWidget() == m_compared && !m_compared->view().picture()) ||
                           (currentWidget() == m_trend && !m_trend->view().model());
        if (waits) {
            showAllRuns(); // why is said above
        }
    });
}

void HistoryPages::connectTrend() {
    connect(m_allRuns, &HistoryView::trendRequested, this, [this](history::RunId run) {
        m_trend->view().begin();
        setCurrentWidget(m_trend);
        m_service.trend(run);
    });
    connect(&m_service, &HistoryService::trended, &m_trend->view(), &compare::TrendView::setModel);
    connect(&m_trend->view(), &compare::TrendView::openRequested, &m_service, &HistoryService::load);
    connect(m_trend, &TrendPage::backRequested, this, &HistoryPages::showAllRuns);
}

void HistoryPages::compare(const std::vector<history::RunId>& before,
                           const std::vector<history::RunId>& after) {
    m_compared->view().begin();
    setCurrentWidget(m_compared);
    m_service.compare(before, after);
}

void HistoryPages::showAllRuns() {
    setCurrentWidget(m_allRuns);
}

void HistoryPages::focusFilter() {
    currentWidget() == m_storedRun ? m_storedRun->view().focusFilter() : m_allRuns->focusFilter();
}

} // namespace bw::shell
