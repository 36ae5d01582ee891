#include "ui/history/history_view.h"

#include "ui/history/history_model.h"
#include "ui/theme/icons.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/notice_bar.h"
#include "ui/widgets/tone_delegate.h"

#include <QAction>
#include <QHeaderView>
#include <QLineEdit>
#include <QSettings>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace bw::history_view {

HistoryView::HistoryView(bridge::HistoryService& service, QSettings& settings, QWidget* parent)
    : QWidget(parent)
    , m_service(service)
    , m_model(new HistoryModel(this))
    , m_table(new widgets::DataTable(this))
    , m_filter(new QLineEdit(this))
    , m_stack(new QStackedWidget(this))
    , m_empty(new widgets::EmptyState(QStringLiteral("history"), this)) {
    setupTable(settings);
    setupMenu();
    setupPages();
    connect(&m_service, &bridge::HistoryService::runsChanged, this, &HistoryView::onRuns);
    connect(&m_service, &bridge::HistoryService::failed, this, &HistoryView::onFailed);
    connect(&m_service, &bridge::HistoryService::removedChanged, this, &HistoryView::onRemovedChanged);
}

void HistoryView::setupTable(QSettings& settings) {
    m_filter->setPlaceholderText(tr("Filter by plan, build, verdict, note"));
    m_filter->setClearButtonEnabled(true);
    m_filter->setAccessibleName(tr("Filter of the runs"));
    m_filter->setMaximumWidth(360);
    m_table->setItemDelegate(new widgets::ToneDelegate(m_table));
    m_table->setSource(m_model);
    m_table->setAccessibleName(tr("Runs"));
    m_table->sortByColumn(HistoryModel::Run, Qt::DescendingOrder);
    const int widths[] = {64, 152, 144, 184, 96, 72, 72, 80, 72, 72, 72, 72, 64};
    for (int column = 0; column < static_cast<int>(std::size(widths)); ++column) {
        m_table->horizontalHeader()->resizeSection(column, widths[column]);
    }
    m_table->rememberColumns(settings, QStringLiteral("history/runs"));
    connect(m_filter, &QLineEdit::textChanged, m_table, &widgets::DataTable::setFilter);
    connect(m_table, &widgets::DataTable::rowActivated, this, [this](int row) {
        if (const bridge::RunListEntry* entry = m_model->entry(row)) {
            Q_EMIT openRequested(entry->run.id);
        }
    });
}

void HistoryView::setupMenu() {
    const auto add = [this](const QString& text, const char* icon, const QKeySequence& keys, auto what) {
        auto* action = new QAction(theme::icon(QLatin1String(icon)), text, m_table);
        action->setShortcut(keys);
        action->setShortcutContext(Qt::WidgetShortcut);
        m_table->addAction(action);
        connect(action, &QAction::triggered, this, what);
    };
    add(tr("Open"), "run", {}, [this] {
        if (const auto run = current()) {
            Q_EMIT openRequested(*run);
        }
    });
    add(tr("Export report…"), "export", {}, [this] {
        if (const auto run = current()) {
            Q_EMIT exportRequested(*run);
        }
    });
    add(tr("Copy"), "duplicate", QKeySequence::Copy, [this] { m_table->copy(); });
    add(tr("Delete"), "delete", QKeySequence::Delete, [this] { removeSelected(); });
    m_table->setContextMenuPolicy(Qt::ActionsContextMenu);
}

void HistoryView::setupPages() {
    m_empty->setWords(
        tr("No runs yet"),
        tr("Every run is kept here with its figures, its verdict and its plan, to be opened, reported "
           "and compared."));
    m_empty->addStep(tr("Start a run"), widgets::EmptyState::Weight::Main,
                     [this] { Q_EMIT startRequested(); });
    auto* page = new QWidget(this);
    auto* head = new QHBoxLayout;
    head->setContentsMargins(theme::kGrid, theme::kGrid, theme::kGrid, theme::kGrid);
    head->addWidget(m_filter, 1);
    head->addStretch(1);
    auto* inner = new QVBoxLayout(page);
    inner->setContentsMargins(0, 0, 0, 0);
    inner->setSpacing(0);
    inner->addLayout(head);
    inner->addWidget(m_table, 1);
    auto* loading = new QWidget(this);
    m_stack->addWidget(loading);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(page);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_stack, 1);
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
    if (m_failure != nullptr) {
        m_failure->dismiss();
    }
    const std::optional<history::RunId> kept = current();
    m_model->setRuns(*runs);
    m_stack->setCurrentIndex(runs->empty() ? 1 : 2);
    for (int row = 0; kept && row < m_model->rowCount(); ++row) {
        if (m_model->entry(row)->run.id == *kept) {
            m_table->selectSourceRow(row);
        }
    }
    if (!kept && m_model->rowCount() > 0) {
        m_table->selectRow(0);
    }
}

void HistoryView::onFailed(const QString& sentence) {
    if (m_failure != nullptr) {
        m_failure->setText(sentence);
        return;
    }
    m_failure = new widgets::NoticeBar(widgets::NoticeBar::Kind::Bad, sentence, this);
    m_failure->addAnswer(tr("Try again"), [this] { m_service.refresh(); });
    connect(m_failure, &widgets::NoticeBar::dismissed, this, [this] { m_failure = nullptr; });
    static_cast<QVBoxLayout*>(layout())->insertWidget(0, m_failure);
}

void HistoryView::onRemovedChanged() {
    if (m_undo != nullptr) {
        m_undo->dismiss();
    }
    if (const auto removed = m_service.removed()) {
        m_undo = new widgets::NoticeBar(widgets::NoticeBar::Kind::Info,
                                        tr("Run %1 is deleted.").arg(removed->value), this);
        m_undo->addAnswer(tr("Undo"), [this] { m_service.undoRemove(); });
        connect(m_undo, &widgets::NoticeBar::dismissed, this, [this] { m_undo = nullptr; });
        static_cast<QVBoxLayout*>(layout())->insertWidget(0, m_undo);
    }
}

void HistoryView::removeSelected() {
    for (const int row : m_table->selectedSourceRows()) {
        if (const bridge::RunListEntry* entry = m_model->entry(row)) {
            m_service.remove(entry->run.id);
            return; // one at a time, since one can be taken back
        }
    }
}

std::optional<history::RunId> HistoryView::current() const {
    const bridge::RunListEntry* entry = m_model->entry(m_table->currentSourceRow());
    return entry == nullptr ? std::nullopt : std::optional(entry->run.id);
}

void HistoryView::focusFilter() {
    m_filter->setFocus(Qt::ShortcutFocusReason);
    m_filter->selectAll();
}

} // namespace bw::history_view
