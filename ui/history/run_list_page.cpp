#include "ui/history/run_list_page.h"

#include "ui/history/baseline_dialog.h"
#include "ui/history/cleanup_dialog.h"
#include "ui/history/history_model.h"
#include "ui/history/preview_pane.h"
#include "ui/history/run_sides.h"
#include "ui/history/spark_delegate.h"
#include "ui/theme/icons.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/splitter_places.h"
#include "ui/widgets/tone_delegate.h"

#include <QAction>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QScrollBar>
#include <QSplitter>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace bw::history_view {
namespace {

constexpr int kPreviewDelayMs = 80; // of a key held down: runs fly by
constexpr int kSearchDelayMs = 150;
constexpr int kCurveDelayMs = 30; // of a list that is scrolled
constexpr int kPreviewWidth = 38 * theme::kGrid;

} // namespace

RunListPage::RunListPage(QSettings& settings, QWidget* parent)
    : QWidget(parent)
    , m_model(new HistoryModel(this))
    , m_table(new widgets::DataTable(this))
    , m_preview(new PreviewPane(this))
    , m_tables(new QStackedWidget(this))
    , m_noMatch(new widgets::EmptyState(QStringLiteral("search"), this))
    , m_filter(new QLineEdit(this))
    , m_count(new QLabel(this)) {
    m_previewDelay.setSingleShot(true);
    m_previewDelay.setInterval(kPreviewDelayMs);
    connect(&m_previewDelay, &QTimer::timeout, this, &RunListPage::refreshPreview);
    m_searchDelay.setSingleShot(true);
    m_searchDelay.setInterval(kSearchDelayMs);
    connect(&m_searchDelay, &QTimer::timeout, this, [this] {
        if (const QString words = m_filter->text().simplified(); !words.isEmpty()) {
            Q_EMIT searchRequested(words);
        }
    });
    m_curveDelay.setSingleShot(true);
    m_curveDelay.setInterval(kCurveDelayMs);
    connect(&m_curveDelay, &QTimer::timeout, this, &RunListPage::askForCurve);
    setupTable(settings);
    setupActions();
    setupNoMatch();
    setupLayout(settings);
    onCurrentChanged();
}

void RunListPage::setupTable(QSettings& settings) {
    m_table->setItemDelegate(new widgets::ToneDelegate(m_table));
    m_table->setSource(m_model);
    m_table->setAccessibleName(tr("Runs"));
    m_table->setLastStretches(false);
    m_table->sortByColumn(HistoryModel::Run, Qt::DescendingOrder);
    const int widths[] = {56, 152, 152, 160, 64, 80, 80, 80, 80, 80, 80, 80, 112, 120, 200, 28, 112};
    for (int column = 0; column < static_cast<int>(std::size(widths)); ++column) {
        m_table->horizontalHeader()->resizeSection(column, widths[column]);
    }
    m_table->horizontalHeader()->moveSection(HistoryModel::Mark, 0);
    m_table->horizontalHeader()->moveSection(HistoryModel::Curve,
                                             m_table->horizontalHeader()->visualIndex(HistoryModel::Failed));
    m_table->setItemDelegateForColumn(HistoryModel::Curve, new SparkDelegate(m_table));
    const auto curves = [this] { m_curveDelay.start(); };
    connect(m_table->verticalScrollBar(), &QScrollBar::valueChanged, this, curves);
    connect(m_table->model(), &QAbstractItemModel::layoutChanged, this, curves);
    m_table->rememberColumns(settings, QStringLiteral("history/columns"));
    connect(m_table, &widgets::DataTable::rowActivated, this, &RunListPage::openCurrent);
    connect(m_table, &QAbstractItemView::clicked, this, [this](const QModelIndex& cell) {
        if (cell.column() == HistoryModel::Mark) {
            star();
        }
    });
    connect(m_model, &HistoryModel::remarked, this, &RunListPage::remarkRequested);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &RunListPage::onCurrentChanged);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &RunListPage::onCurrentChanged);
    connect(m_table->model(), &QAbstractItemModel::dataChanged, this, &RunListPage::onCurrentChanged);
}

QAction* RunListPage::addAction(const QString& text, const char* icon, const QKeySequence& keys,
                                void (RunListPage::*what)()) {
    auto* action = new QAction(theme::icon(QLatin1String(icon)), text, m_table);
    action->setShortcut(keys);
    action->setShortcutContext(Qt::WidgetShortcut);
    m_table->addAction(action);
    connect(action, &QAction::triggered, this, what);
    return action;
}

void RunListPage::setupActions() {
    m_open = addAction(tr("Open"), "open", {}, &RunListPage::openCurrent);
    m_export = addAction(tr("Export report…"), "export", {}, &RunListPage::exportCurrent);
    m_compare = addAction(tr("Compare"), "compare", {}, &RunListPage::compareSelected);
    m_trend = addAction(tr("Trend"), "trend", {}, &RunListPage::trendCurrent);
    m_trend->setToolTip(tr("How the figures of this run's plan went from run to run"));
    m_copy = addAction(tr("Copy"), "duplicate", QKeySequence::Copy, &RunListPage::copySelected);
    m_delete = addAction(tr("Delete"), "delete", QKeySequence::Delete, &RunListPage::deleteSelected);
    m_open->setToolTip(tr("Look at the run as it was (Enter)"));
    m_export->setToolTip(tr("Write the run's report as a page (HTML) or a PDF"));
    m_star = addAction(tr("Star"), "starred", QKeySequence(Qt::CTRL | Qt::Key_B), &RunListPage::star);
    m_note = addAction(tr("Edit note"), "design", QKeySequence(Qt::Key_F2), &RunListPage::editNote);
    m_tags =
        addAction(tr("Edit tags"), "design", QKeySequence(Qt::SHIFT | Qt::Key_F2), &RunListPage::editTags);
    m_baseline = addAction(tr("Set as baseline"), "baseline", {}, &RunListPage::switchBaseline);
    m_chooseBaseline = addAction(tr("Baseline…"), "baseline", {}, &RunListPage::chooseBaseline);
    m_chooseBaseline->setToolTip(tr("Which runs later ones are held against, and how far figures may move"));
    m_save = addAction(tr("Save run as a file…"), "save", {}, &RunListPage::saveCurrent);
    m_import = addAction(tr("Take in runs from a file…"), "open", {}, &RunListPage::importRequested);
    m_cleanUp = addAction(tr("Clean up…"), "delete", {}, &RunListPage::cleanUp);
    m_compare->setToolTip(tr("Say what changed: select two runs, or runs of two builds"));
    m_delete->setToolTip(tr("Take the selected runs out of the history (Delete)"));
    m_table->setContextMenuPolicy(Qt::ActionsContextMenu);
}

void RunListPage::setupNoMatch() {
    m_noMatch->addStep(tr("Show all runs"), widgets::EmptyState::Weight::Main, [this] {
        m_filter->clear();
        m_table->setFocus();
    });
    const auto follow = [this] { onFiltered(); };
    connect(m_table->model(), &QAbstractItemModel::rowsInserted, this, follow);
    connect(m_table->model(), &QAbstractItemModel::rowsRemoved, this, follow);
    connect(m_table->model(), &QAbstractItemModel::modelReset, this, follow);
}

void RunListPage::setupHead(QWidget* head) {
    m_filter->setPlaceholderText(tr("Find in all that was kept: plan, build, tags, requests, messages"));
    m_filter->setClearButtonEnabled(true);
    m_filter->setAccessibleName(tr("Filter of the runs"));
    m_filter->setMaximumWidth(48 * theme::kGrid);
    m_filter->installEventFilter(this);
    connect(m_filter, &QLineEdit::textChanged, this, [this](const QString& words) {
        m_table->setFilter(words);
        m_searchDelay.start();
        onFiltered();
    });
    m_count->setForegroundRole(QPalette::PlaceholderText); // muted
    auto* row = new QHBoxLayout(head);
    row->setContentsMargins(theme::kGrid, theme::kGrid, theme::kGrid, theme::kGrid);
    row->setSpacing(theme::kGrid);
    row->addWidget(m_filter, 3);
    row->addWidget(m_count);
    row->addStretch(1);
    for (QAction* action : {m_open, m_compare, m_trend, m_export, m_delete}) {
        auto* button = new QToolButton(head);
        button->setDefaultAction(action);
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::TabFocus);
        row->addWidget(button);
    }
    row->addWidget(makeMenu(head));
}

// What is not needed every day.
QToolButton* RunListPage::makeMenu(QWidget* head) {
    auto* button = new QToolButton(head);
    button->setIcon(theme::icon(QStringLiteral("more")));
    button->setToolTip(tr("More to do with runs"));
    button->setAccessibleName(tr("More"));
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::TabFocus);
    button->setPopupMode(QToolButton::InstantPopup);
    auto* menu = new QMenu(button);
    menu->addActions({m_star, m_note, m_tags});
    menu->addSeparator();
    menu->addActions({m_baseline, m_chooseBaseline});
    menu->addSeparator();
    menu->addActions({m_save, m_import});
    menu->addSeparator();
    menu->addAction(m_cleanUp);
    button->setMenu(menu);
    return button;
}

void RunListPage::setupLayout(QSettings& settings) {
    auto* head = new QWidget(this);
    setupHead(head);
    m_tables->addWidget(m_table);
    m_tables->addWidget(m_noMatch);
    auto* splitter = new QSplitter(this);
    splitter->addWidget(m_tables);
    splitter->addWidget(m_preview);
    splitter->setStretchFactor(0, 1);
    splitter->setCollapsible(0, false);
    splitter->setSizes({10'000, kPreviewWidth});
    widgets::rememberPlaces(*splitter, settings, QStringLiteral("history/splitter"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(head);
    column->addWidget(splitter, 1);
}

void RunListPage::setRuns(const bridge::RunList& runs) {
    m_model->setRuns(runs);
    onFiltered();
}

void RunListPage::setCurve(const bridge::RunPreviewPtr& preview) {
    m_curveAsked.reset();
    m_model->setCurve(preview);
    askForCurve();
}

void RunListPage::setFound(const QString& words, const std::vector<history::RunId>& runs) {
    if (words == m_filter->text().simplified()) {
        m_model->setFound(words, runs);
        onFiltered();
    }
}

// The first row in sight that has no curve yet.
void RunListPage::askForCurve() {
    if (m_curveAsked || !m_table->isVisible()) {
        return;
    }
    const int last = m_table->rowAt(m_table->viewport()->height() - 1);
    const int end = last < 0 ? m_table->model()->rowCount() : last + 1;
    for (int row = std::max(0, m_table->rowAt(0)); row < end; ++row) {
        const bridge::RunListEntry* entry = m_model->entry(m_table->sourceRowOf(row));
        if (entry != nullptr && !m_model->hasCurve(entry->run.id)) {
            m_curveAsked = entry->run.id;
            Q_EMIT curveRequested(entry->run.id);
            return;
        }
    }
}

void RunListPage::setPreview(const bridge::RunPreview& preview) {
    m_preview->setPreview(preview);
}

void RunListPage::refreshPreview() {
    if (const auto run = current()) {
        Q_EMIT previewRequested(*run);
    }
}

void RunListPage::onCurrentChanged() {
    const auto run = current();
    m_open->setEnabled(run.has_value());
    m_export->setEnabled(run.has_value());
    m_compare->setEnabled(sidesOf(selected()).has_value());
    m_delete->setEnabled(m_table->selectionModel()->hasSelection());
    const bridge::RunListEntry* entry = m_model->entry(m_table->currentSourceRow());
    for (QAction* action : {m_star, m_note, m_tags, m_baseline, m_trend, m_chooseBaseline, m_save}) {
        action->setEnabled(entry != nullptr);
    }
    m_star->setText(entry != nullptr && entry->run.isStarred ? tr("No star") : tr("Star"));
    m_baseline->setText(entry != nullptr && entry->isBaseline ? tr("No longer the baseline")
                                                              : tr("Set as baseline"));
    if (run) {
        m_preview->setRun(*m_model->entry(m_model->rowOf(*run)));
        m_previewDelay.start();
    } else {
        m_preview->clear();
    }
}

void RunListPage::onFiltered() {
    const int shown = m_table->model()->rowCount();
    const int all = m_model->rowCount();
    m_count->setText(shown == all ? (all == 1 ? tr("1 run") : tr("%1 runs").arg(all))
                                  : tr("%1 of %2 runs").arg(shown).arg(all));
    m_curveDelay.start();
    const bool hidesAll = shown == 0 && all > 0;
    if (hidesAll) {
        m_noMatch->setWords(tr("No run matches"),
                            tr("None of the %1 runs has “%2” in anything that was kept of it.")
                                .arg(all)
                                .arg(m_filter->text().simplified()));
    }
    m_tables->setCurrentWidget(hidesAll ? static_cast<QWidget*>(m_noMatch) : m_table);
    // When the selected run went or is filtered away, its neighbour takes its place.
    if (shown > 0 && !m_table->selectionModel()->hasSelection()) {
        m_table->selectRow(std::max(0, m_table->currentIndex().row()));
    }
    onCurrentChanged();
}

std::optional<history::RunId> RunListPage::current() const {
    const bridge::RunListEntry* entry = m_model->entry(m_table->currentSourceRow());
    return entry == nullptr ? std::nullopt : std::optional(entry->run.id);
}

void RunListPage::openCurrent() {
    if (const auto run = current()) {
        Q_EMIT openRequested(*run);
    }
}

void RunListPage::exportCurrent() {
    if (const auto run = current()) {
        Q_EMIT exportRequested(*run);
    }
}

void RunListPage::copySelected() {
    m_table->copy();
}

void RunListPage::deleteSelected() {
    std::vector<history::RunId> runs;
    for (const history::RunSummary& run : selected()) {
        runs.push_back(run.id);
    }
    if (!runs.empty()) {
        Q_EMIT deleteRequested(runs);
    }
}

std::vector<history::RunSummary> RunListPage::selected() const {
    std::vector<history::RunSummary> runs;
    for (const int row : m_table->selectedSourceRows()) {
        if (const bridge::RunListEntry* entry = m_model->entry(row)) {
            runs.push_back(entry->run);
        }
    }
    return runs;
}

// All selected ones as the current one is not.
void RunListPage::star() {
    const bridge::RunListEntry* current = m_model->entry(m_table->currentSourceRow());
    if (current == nullptr) {
        return;
    }
    const bool isStarred = !current->run.isStarred;
    for (const history::RunSummary& run : selected()) {
        Q_EMIT remarkRequested(run.id, {run.note, run.tags, isStarred});
    }
}

void RunListPage::editNote() {
    m_table->editSourceCell(m_table->currentSourceRow(), HistoryModel::Note);
}

void RunListPage::editTags() {
    m_table->editSourceCell(m_table->currentSourceRow(), HistoryModel::Tags);
}

void RunListPage::switchBaseline() {
    if (const bridge::RunListEntry* entry = m_model->entry(m_table->currentSourceRow())) {
        if (entry->isBaseline) {
            Q_EMIT noBaselineRequested(entry->run.id);
        } else {
            bridge::BaselineChoice choice;
            if (entry->baseline) {
                choice.tolerances = entry->baseline->tolerances; // another run, held as strictly
            }
            Q_EMIT baselineRequested(entry->run.id, choice);
        }
    }
}

void RunListPage::chooseBaseline() {
    const bridge::RunListEntry* entry = m_model->entry(m_table->currentSourceRow());
    if (entry == nullptr) {
        return;
    }
    auto* dialog = new BaselineDialog(*entry, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog, run = entry->run.id] {
        if (dialog->isCleared()) {
            Q_EMIT noBaselineRequested(run);
        } else {
            Q_EMIT baselineRequested(run, dialog->choice());
        }
    });
    dialog->open();
}

void RunListPage::saveCurrent() {
    if (const auto run = current()) {
        Q_EMIT saveRequested(*run);
    }
}

void RunListPage::cleanUp() {
    auto* dialog = new CleanupDialog(m_model->runs(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        if (const std::vector<history::RunId> runs = dialog->going(); !runs.empty()) {
            Q_EMIT deleteRequested(runs);
        }
    });
    dialog->open();
}

void RunListPage::trendCurrent() {
    if (const auto run = current()) {
        Q_EMIT trendRequested(*run);
    }
}

void RunListPage::compareSelected() {
    if (const auto sides = sidesOf(selected())) {
        Q_EMIT compareRequested(sides->before, sides->after);
    }
}

void RunListPage::focusFilter() {
    m_filter->setFocus(Qt::ShortcutFocusReason);
    m_filter->selectAll();
}

void RunListPage::focusTable() {
    m_table->setFocus(Qt::OtherFocusReason);
}

bool RunListPage::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_filter && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Escape && !m_filter->text().isEmpty()) {
            m_filter->clear();
            return true;
        }
        if (key == Qt::Key_Down || key == Qt::Key_Return || key == Qt::Key_Escape) {
            focusTable();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace bw::history_view
