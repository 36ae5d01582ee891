#include "ui/history/history_view.h"

#include "ui/history/run_list_page.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/notice_bar.h"

#include <QDesktopServices>
#include <QFileDialog>
#include <QFileInfo>
#include <QStackedWidget>
#include <QUrl>
#include <QVBoxLayout>

namespace bw::history_view {

using widgets::EmptyState;
using widgets::NoticeBar;

namespace {

QString runFiles() {
    return HistoryView::tr("Runs of Bellwether (*.run *.sqlite)");
}

} // namespace

HistoryView::HistoryView(bridge::HistoryService& service, QSettings& settings, QWidget* parent)
    : QWidget(parent)
    , m_service(service)
    , m_pages(new QStackedWidget(this))
    , m_waiting(new EmptyState(QStringLiteral("history"), this))
    , m_empty(new EmptyState(QStringLiteral("history"), this))
    , m_unreadable(new EmptyState(QStringLiteral("warning"), this))
    , m_list(new RunListPage(settings, this))
    , m_column(new QVBoxLayout(this)) {
    setupWaiting();
    setupEmpty();
    setupUnreadable();
    setupPages();
    connectService();
    connectList();
}

void HistoryView::setupPages() {
    for (QWidget* page : {static_cast<QWidget*>(m_waiting), static_cast<QWidget*>(m_empty),
                          static_cast<QWidget*>(m_unreadable), static_cast<QWidget*>(m_list)}) {
        m_pages->addWidget(page);
    }
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(0);
    m_column->addWidget(m_pages, 1);
}

void HistoryView::setupWaiting() {
    m_waiting->setWords(tr("Reading the history…"), QString::fromStdString(m_service.path()));
}

void HistoryView::setupEmpty() {
    m_empty->setWords(
        tr("No runs yet"),
        tr("Every run is kept here with its figures, its verdict and its plan, to be opened, reported "
           "and compared."));
    m_empty->addStep(tr("Start a run"), EmptyState::Weight::Main, [this] { Q_EMIT startRequested(); });
    m_empty->addStep(tr("Take in runs from a file…"), EmptyState::Weight::Other, [this] { importRuns(); });
}

void HistoryView::setupUnreadable() {
    m_unreadable->addStep(tr("Try again"), EmptyState::Weight::Main, [this] { m_service.refresh(); });
    m_unreadable->addStep(tr("Show its folder"), EmptyState::Weight::Other, [this] { showFolder(); });
}

void HistoryView::connectService() {
    using bridge::HistoryService;
    connect(&m_service, &HistoryService::runsChanged, this, &HistoryView::onRuns);
    connect(&m_service, &HistoryService::unreadable, this, &HistoryView::onUnreadable);
    connect(&m_service, &HistoryService::removedChanged, this, &HistoryView::onRemovedChanged);
    connect(&m_service, &HistoryService::previewed, this,
            [this](const bridge::RunPreviewPtr& preview) { m_list->setPreview(*preview); });
    connect(&m_service, &HistoryService::found, m_list, &RunListPage::setFound);
    connect(&m_service, &HistoryService::sparked, m_list, &RunListPage::setCurve);
    connect(&m_service, &HistoryService::runExported, this,
            [this](const QString& file) { tell(tr("The run is in %1.").arg(file)); });
    connect(&m_service, &HistoryService::runsImported, this, [this](int runs) {
        tell(runs == 1 ? tr("One run was taken in.") : tr("%1 runs were taken in.").arg(runs));
    });
}

void HistoryView::saveRun(history::RunId run) {
    const QString file = QFileDialog::getSaveFileName(
        this, tr("Save run"), QStringLiteral("run-%1.run").arg(run.value), runFiles());
    if (!file.isEmpty()) {
        m_service.exportRun(run, file);
    }
}

void HistoryView::importRuns() {
    const QString file = QFileDialog::getOpenFileName(this, tr("Take in runs"), QString(), runFiles());
    if (!file.isEmpty()) {
        m_service.importRuns(file);
    }
}

void HistoryView::tell(const QString& text) {
    if (m_told != nullptr) {
        m_told->dismiss();
    }
    m_told = new NoticeBar(NoticeBar::Kind::Good, text, this);
    connect(m_told, &NoticeBar::dismissed, this, [this] { m_told = nullptr; });
    m_column->insertWidget(0, m_told);
}

void HistoryView::connectList() {
    connect(m_list, &RunListPage::openRequested, this, &HistoryView::openRequested);
    connect(m_list, &RunListPage::exportRequested, this, &HistoryView::exportRequested);
    connect(m_list, &RunListPage::compareRequested, this, &HistoryView::compareRequested);
    connect(m_list, &RunListPage::trendRequested, this, &HistoryView::trendRequested);
    connect(m_list, &RunListPage::previewRequested, &m_service, &bridge::HistoryService::preview);
    connect(m_list, &RunListPage::remarkRequested, &m_service, &bridge::HistoryService::annotate);
    connect(m_list, &RunListPage::baselineRequested, &m_service, &bridge::HistoryService::setBaseline);
    connect(m_list, &RunListPage::noBaselineRequested, &m_service, &bridge::HistoryService::clearBaseline);
    connect(m_list, &RunListPage::searchRequested, &m_service, &bridge::HistoryService::search);
    connect(m_list, &RunListPage::curveRequested, &m_service, &bridge::HistoryService::spark);
    connect(m_list, &RunListPage::saveRequested, this, &HistoryView::saveRun);
    connect(m_list, &RunListPage::importRequested, this, &HistoryView::importRuns);
    connect(m_list, &RunListPage::deleteRequested, this,
            [this](const std::vector<history::RunId>& runs) { m_service.remove(runs); });
}

void HistoryView::showEvent(QShowEvent* event) {
    m_service.setWatching(true);
    QWidget::showEvent(event);
}

void HistoryView::hideEvent(QHideEvent* event) {
    m_service.setWatching(false);
    QWidget::hideEvent(event);
}

void HistoryView::onRuns(const bridge::RunListPtr& runs) {
    if (m_trouble != nullptr) {
        m_trouble->dismiss();
    }
    m_list->setRuns(*runs);
    const bool wasElsewhere = m_pages->currentWidget() != m_list;
    m_pages->setCurrentWidget(runs->empty() ? static_cast<QWidget*>(m_empty) : m_list);
    const QWidget* focused = focusWidget();
    if (wasElsewhere && !runs->empty() && (focused == nullptr || !focused->isVisible())) {
        m_list->focusTable(); // the page with the focus went
    }
}

void HistoryView::onUnreadable(const QString& sentence) {
    if (m_pages->currentWidget() == m_list) {
        showTrouble(sentence); // what was read before is still worth seeing
        return;
    }
    m_unreadable->setWords(tr("The history cannot be read"),
                           sentence + u'\n' +
                               tr("No run can be started meanwhile. Move the file away and try again, or "
                                  "start the program with --history and another file."));
    m_pages->setCurrentWidget(m_unreadable);
}

void HistoryView::showTrouble(const QString& sentence) {
    const QString text = tr("%1 The list is as it was read last.").arg(sentence);
    if (m_trouble != nullptr) {
        m_trouble->setText(text);
        return;
    }
    m_trouble = new NoticeBar(NoticeBar::Kind::Warning, text, this);
    m_trouble->addAnswer(tr("Try again"), [this] { m_service.refresh(); });
    connect(m_trouble, &NoticeBar::dismissed, this, [this] { m_trouble = nullptr; });
    m_column->insertWidget(0, m_trouble);
}

void HistoryView::onRemovedChanged() {
    if (m_undo != nullptr) {
        m_undo->dismiss();
    }
    const std::vector<history::RunId>& removed = m_service.removed();
    if (removed.empty()) {
        return;
    }
    const QString text = removed.size() == 1 ? tr("Run %1 is deleted.").arg(removed.front().value)
                                             : tr("%1 runs are deleted.").arg(removed.size());
    m_undo = new NoticeBar(NoticeBar::Kind::Info, text, this);
    m_undo->addAnswer(tr("Undo"), [this] { m_service.undoRemove(); });
    connect(m_undo, &NoticeBar::dismissed, this, [this] { m_undo = nullptr; });
    m_column->insertWidget(0, m_undo);
}

void HistoryView::showFolder() const {
    const QFileInfo file(QString::fromStdString(m_service.path()));
    QDesktopServices::openUrl(QUrl::fromLocalFile(file.absolutePath()));
}

void HistoryView::focusFilter() {
    if (m_pages->currentWidget() == m_list) {
        m_list->focusFilter();
    }
}

} // namespace bw::history_view
