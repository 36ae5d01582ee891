#include "ui/live/result_tabs.h"

#include "ui/format/words.h"
#include "ui/live/about_pane.h"
#include "ui/live/baseline_pane.h"
#include "ui/live/distribution_pane.h"
#include "ui/live/error_model.h"
#include "ui/live/example_pane.h"
#include "ui/live/limit_model.h"
#include "ui/live/log_model.h"
#include "ui/live/plan_pane.h"
#include "ui/live/request_model.h"
#include "ui/live/session_model.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/tone_delegate.h"

#include <QHeaderView>
#include <QLineEdit>
#include <QSplitter>
#include <QVBoxLayout>

#include <algorithm>
#include <tuple>

namespace bw::live {
namespace {

enum Tab : int { Requests, Sessions, Distribution, Limits, Baseline, Errors, Log, Plan };

void widen(widgets::DataTable* table, std::initializer_list<int> widths) {
    int column = 0;
    for (const int width : widths) {
        table->horizontalHeader()->resizeSection(column++, width);
    }
}

QString counted(const QString& title, std::size_t number) {
    return number == 0 ? title : title + QStringLiteral(" (%1)").arg(number);
}

// A part's failures, seen as first and last as the whole run tells it.
std::vector<report::ErrorRow> errorsOf(const bridge::WindowPicture& window,
                                       const report::ReportModel& whole) {
    std::vector<report::ErrorRow> rows = window.model.errors;
    for (report::ErrorRow& row : rows) {
        for (const report::ErrorRow& known : whole.errors) {
            if (std::tie(known.name, known.code, known.status) == std::tie(row.name, row.code, row.status)) {
                row.first = std::max(row.first, known.first);
                row.last = std::min(row.last, known.last);
            }
        }
    }
    return rows;
}

} // namespace

ResultTabs::ResultTabs(QSettings& settings, QWidget* parent)
    : QTabWidget(parent)
    , m_settings(settings)
    , m_requests(new RequestModel(this))
    , m_sessions(new SessionModel(this))
    , m_limits(new LimitModel(this))
    , m_errors(new ErrorModel(this))
    , m_log(new LogModel(this))
    , m_examples(new ExamplePane(this))
    , m_distribution(new DistributionPane(this))
    , m_baseline(new BaselinePane(this))
    , m_plan(new PlanPane(this))
    , m_about(new AboutPane(this)) {
    setDocumentMode(true);
    setupTables();
    clear();
}

void ResultTabs::setupTables() {
    m_requestTable = addTable(m_requests, tr("Requests"));
    m_requestTable->setLastStretches(false);
    connect(m_requestTable->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &ResultTabs::onRequestSelected);
    widen(m_requestTable, {240, 96, 88, 80, 88, 88, 88, 88, 144, 240});
    widgets::DataTable* sessions = addTable(m_sessions, tr("Sessions"));
    widen(sessions, {200, 80, 80, 136, 96, 88, 80, 72, 136, 80, 80});
    addTab(m_distribution, tr("Distribution"));
    widgets::DataTable* limits = addTable(m_limits, tr("Limits and checks"));
    widen(limits, {136, 136, 280, 160, 96});
    addTab(m_baseline, tr("Baseline"));
    m_errorTable = addTable(m_errors, tr("Errors"), m_examples);
    m_errorTable->setLastStretches(false);
    widen(m_errorTable, {200, 200, 80, 80, 80});
    widgets::DataTable* log = addTable(m_log, tr("Log"));
    widen(log, {96, 96, 136});
    addTab(m_plan, tr("Plan"));
    addTab(m_about, tr("About"));
    m_baseline->table().rememberColumns(m_settings, QStringLiteral("live/regressions"));
    connect(m_baseline, &BaselinePane::compareRequested, this, &ResultTabs::compareRequested);
    m_requestTable->rememberColumns(m_settings, QStringLiteral("live/requests"));
    sessions->rememberColumns(m_settings, QStringLiteral("live/sessions"));
    limits->rememberColumns(m_settings, QStringLiteral("live/limits"));
    m_errorTable->rememberColumns(m_settings, QStringLiteral("live/errors"));
    log->rememberColumns(m_settings, QStringLiteral("live/log"));
    connect(m_errorTable, &widgets::DataTable::currentRowChanged, this, &ResultTabs::showExamples);
}

widgets::DataTable* ResultTabs::addTable(QAbstractItemModel* model, const QString& title, QWidget* beside) {
    auto* page = new QWidget(this);
    auto* filter = new QLineEdit(page);
    filter->setPlaceholderText(tr("Filter"));
    filter->setClearButtonEnabled(true);
    filter->setAccessibleName(tr("Filter of %1").arg(title));
    filter->setMaximumWidth(240);
    auto* table = new widgets::DataTable(page);
    table->setItemDelegate(new widgets::ToneDelegate(table));
    table->setSource(model);
    table->setAccessibleName(title);
    table->sortByColumn(-1, Qt::AscendingOrder);
    connect(filter, &QLineEdit::textChanged, table, &widgets::DataTable::setFilter);
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, theme::kHalfGrid, 0, 0);
    column->setSpacing(theme::kHalfGrid);
    auto* indent = new QHBoxLayout;
    indent->setContentsMargins(theme::kGrid, 0, theme::kGrid, 0);
    indent->addWidget(filter);
    indent->addStretch();
    column->addLayout(indent);
    if (beside != nullptr) {
        auto* splitter = new QSplitter(page);
        splitter->addWidget(table);
        splitter->addWidget(beside);
        splitter->setStretchFactor(0, 3);
        splitter->setStretchFactor(1, 2);
        splitter->setSizes({6000, 4000}); // shares
        column->addWidget(splitter, 1);
    } else {
        column->addWidget(table, 1);
    }
    addTab(page, title);
    return table;
}

void ResultTabs::clear() {
    m_window = nullptr;
    m_request.reset();
    m_requestTable->clearSelection();
    m_distribution->clear();
    setRegression(nullptr);
    setPicture(std::make_shared<const bridge::RunPicture>());
}

void ResultTabs::setPicture(const bridge::RunPicturePtr& picture) {
    m_picture = picture;
    showKinds(picture->model);
    m_limits->setEvaluation(picture->model.verdict.evaluation);
    m_log->setLines(picture->log);
    m_plan->setPlan(picture->model.planText);
    m_about->setRun(picture->model.run);
    setTabVisible(Plan, !picture->model.planText.empty());
    showTables();
    showExamples();
}

void ResultTabs::setRegression(const bridge::RegressionPtr& regression) {
    m_baseline->setRegression(regression);
    setTabVisible(Baseline, regression != nullptr);
    const std::size_t count = regression ? regression->regressions.size() : 0;
    setTabText(Baseline, counted(tr("Baseline"), count));
}

void ResultTabs::setPlanOfToday(const std::string& name, const std::string& text) {
    m_plan->setToday(name, text);
}

void ResultTabs::setWhole(const bridge::WindowPicturePtr& whole) {
    m_distribution->setWhole(whole);
}

void ResultTabs::setWindow(const bridge::WindowPicturePtr& window) {
    m_window = window;
    m_distribution->setWindow(window);
    showTables();
}

void ResultTabs::showTables() {
    const report::ReportModel& shown = m_window ? m_window->model : m_picture->model;
    m_isTakingRows = true;
    // A budget judges the whole run.
    m_requests->setRows(shown.requests, m_window ? std::vector<bridge::GaugeReading>() : m_picture->gauges);
    selectRequest();
    m_isTakingRows = false;
    m_sessions->setRows(shown.sessions);
    m_errors->setRows(m_window ? errorsOf(*m_window, m_picture->model) : shown.errors);
    showTitles(shown);
}

// A run without sessions has no word of them; one that only listens has none of requests.
void ResultTabs::showKinds(const report::ReportModel& model) {
    const bool hasSessions = !model.sessions.empty();
    const bool hasRequests = !model.requests.empty() || !hasSessions;
    if (isTabVisible(Sessions) != hasSessions) {
        setTabVisible(Sessions, hasSessions);
    }
    // It comes out of the history, of a run that is over.
    setTabVisible(Distribution, hasRequests && !m_picture->isLive);
    if (isTabVisible(Requests) != hasRequests) {
        const bool wasShown = currentIndex() == Requests;
        setTabVisible(Requests, hasRequests);
        if (wasShown && !hasRequests) {
            setCurrentIndex(Sessions);
        }
    }
}

void ResultTabs::showTitles(const report::ReportModel& shown) {
    setTabText(Requests, counted(tr("Requests"), shown.requests.size()));
    setTabText(Sessions, counted(tr("Sessions"), shown.sessions.size()));
    setTabText(Errors, counted(tr("Errors"), shown.errors.size()));
    const auto warnings = std::ranges::count_if(
        m_picture->log, [](const bridge::LogLine& line) { return line.level >= bridge::LogLevel::Warning; });
    setTabText(Log, counted(tr("Log"), static_cast<std::size_t>(warnings)));
}

// One row is a choice; several are there to be copied, and none is what a filter leaves.
void ResultTabs::onRequestSelected() {
    const QList<int> rows = m_requestTable->selectedSourceRows();
    if (m_isTakingRows || rows.size() != 1) {
        return;
    }
    m_request = m_requests->row(rows.front()).name;
    Q_EMIT requestChosen(m_request);
}

// A new name in the table takes the selection away; the choice stays.
void ResultTabs::selectRequest() {
    if (!m_request || !m_requestTable->selectedSourceRows().isEmpty()) {
        return;
    }
    for (int row = 0; row < m_requests->rowCount(); ++row) {
        if (m_requests->row(row).name == *m_request) {
            m_requestTable->selectSourceRow(row);
        }
    }
}

void ResultTabs::clearRequest() {
    if (m_request) {
        m_request.reset();
        m_requestTable->clearSelection();
        Q_EMIT requestChosen(m_request);
    }
}

void ResultTabs::showExamples() {
    const int row = m_errorTable->currentSourceRow();
    const bool hasRow = row >= 0 && row < m_errors->rowCount();
    m_examples->setExamples(hasRow ? format::plain(m_errors->row(row).name) : QString(),
                            m_picture->model.examples);
}

void ResultTabs::focusFilter() {
    if (auto* filter = currentWidget()->findChild<QLineEdit*>()) {
        filter->setFocus(Qt::ShortcutFocusReason);
        filter->selectAll();
    }
}

} // namespace bw::live
