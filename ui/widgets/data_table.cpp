#include "ui/widgets/data_table.h"

#include "ui/theme/tokens.h"
#include "ui/widgets/elided_delegate.h"

#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QKeyEvent>
#include <QSettings>

#include <algorithm>

namespace bw::widgets {
namespace {

// Every word of the filter has to stand in the row.
class RowFilter final : public QSortFilterProxyModel {
public:
    using QSortFilterProxyModel::QSortFilterProxyModel;

    void setWords(const QString& words) {
        m_words = words.split(u' ', Qt::SkipEmptyParts);
        invalidateFilter();
    }

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex& parent) const override {
        return std::ranges::all_of(m_words, [&](const QString& word) { return hasWord(row, parent, word); });
    }

private:
    [[nodiscard]] bool hasWord(int row, const QModelIndex& parent, const QString& word) const {
        for (int column = 0; column < sourceModel()->columnCount(parent); ++column) {
            const QModelIndex cell = sourceModel()->index(row, column, parent);
            const QVariant own = cell.data(kFilterRole);
            const QString text = (own.isValid() ? own : cell.data()).toString();
            if (text.contains(word, Qt::CaseInsensitive)) {
                return true;
            }
        }
        return false;
    }

    QStringList m_words;
};

QString oneCell(const QVariant& value) {
    QString text = value.toString();
    text.replace(u'\t', u' ').replace(u'\n', u' ');
    return text;
}

} // namespace

DataTable::DataTable(QWidget* parent)
    : QTableView(parent)
    , m_proxy(new RowFilter(this)) {
    setupLook();
    setupProxy();
}

void DataTable::setupLook() {
    setShowGrid(false);
    setAlternatingRowColors(false);
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(NoEditTriggers);
    setWordWrap(false);
    setTabKeyNavigation(false);
    setFrameShape(NoFrame);
    setHorizontalScrollMode(ScrollPerPixel);
    setItemDelegate(new ElidedDelegate(this));
    verticalHeader()->hide();
    verticalHeader()->setDefaultSectionSize(fontMetrics().height() + theme::kGrid);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setSectionsMovable(true);
    horizontalHeader()->setStretchLastSection(true);
}

void DataTable::setupProxy() {
    m_proxy->setSortRole(kSortRole);
    m_proxy->setSortCaseSensitivity(Qt::CaseInsensitive);
    setModel(m_proxy);
    setSortingEnabled(true);
    connect(this, &QTableView::activated, this,
            [this](const QModelIndex& cell) { Q_EMIT rowActivated(m_proxy->mapToSource(cell).row()); });
    connect(selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this] { Q_EMIT currentRowChanged(currentSourceRow()); });
}

void DataTable::setSource(QAbstractItemModel* source) {
    m_proxy->setSourceModel(source);
}

void DataTable::setFilter(const QString& words) {
    static_cast<RowFilter*>(m_proxy)->setWords(words);
}

void DataTable::setLastStretches(bool stretches) {
    horizontalHeader()->setStretchLastSection(stretches);
}

void DataTable::rememberColumns(QSettings& settings, const QString& key) {
    restoreColumns(settings, key);
    const auto keep = [this, &settings, key] { settings.setValue(key, horizontalHeader()->saveState()); };
    connect(horizontalHeader(), &QHeaderView::sectionResized, this, keep);
    connect(horizontalHeader(), &QHeaderView::sectionMoved, this, keep);
    connect(horizontalHeader(), &QHeaderView::sortIndicatorChanged, this, keep);
}

void DataTable::restoreColumns(QSettings& settings, const QString& key) {
    const QByteArray state = settings.value(key).toByteArray();
    // A state of other columns (an older version's) restores nothing.
    if (!state.isEmpty()) {
        horizontalHeader()->restoreState(state);
    }
}

int DataTable::currentSourceRow() const {
    return m_proxy->mapToSource(currentIndex()).row();
}

void DataTable::editSourceCell(int row, int column) {
    const QModelIndex cell = m_proxy->mapFromSource(m_proxy->sourceModel()->index(row, column));
    if (cell.isValid() && cell.flags().testFlag(Qt::ItemIsEditable)) {
        setCurrentIndex(cell);
        edit(cell);
    }
}

QList<int> DataTable::selectedSourceRows() const {
    QList<int> rows;
    for (const QModelIndex& row : selectionModel()->selectedRows()) {
        rows.append(m_proxy->mapToSource(row).row());
    }
    std::ranges::sort(rows);
    return rows;
}

int DataTable::sourceRowOf(int row) const {
    return m_proxy->mapToSource(m_proxy->index(row, 0)).row();
}

void DataTable::selectSourceRow(int row) {
    const QModelIndex cell = m_proxy->mapFromSource(m_proxy->sourceModel()->index(row, 0));
    if (cell.isValid()) {
        selectRow(cell.row());
        scrollTo(cell);
    }
}

QString DataTable::asTabSeparated() const {
    QList<int> columns;
    for (int place = 0; place < horizontalHeader()->count(); ++place) {
        const int column = horizontalHeader()->logicalIndex(place);
        const bool isOfText = !m_proxy->headerData(column, Qt::Horizontal).toString().isEmpty();
        if (!isColumnHidden(column) && isOfText) { // marks are no text
            columns.append(column);
        }
    }
    QList<int> rows;
    for (int row = 0; row < m_proxy->rowCount(); ++row) {
        if (!selectionModel()->hasSelection() || selectionModel()->isRowSelected(row)) {
            rows.append(row);
        }
    }
    QStringList lines;
    const auto addLine = [&](const auto& cellOf) {
        QStringList cells;
        for (const int column : columns) {
            cells.append(oneCell(cellOf(column)));
        }
        lines.append(cells.join(u'\t'));
    };
    addLine([&](int column) { return m_proxy->headerData(column, Qt::Horizontal); });
    for (const int row : rows) {
        addLine([&](int column) { return m_proxy->index(row, column).data(); });
    }
    return lines.join(u'\n') + u'\n';
}

void DataTable::copy() const {
    QApplication::clipboard()->setText(asTabSeparated());
}

void DataTable::keyPressEvent(QKeyEvent* event) {
    if (event->matches(QKeySequence::Copy)) {
        copy();
        return;
    }
    if (state() == EditingState) {
        QTableView::keyPressEvent(event); // Enter ends it
        return;
    }
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isEnter && event->modifiers() == Qt::NoModifier && currentIndex().isValid()) {
        Q_EMIT rowActivated(currentSourceRow());
        return;
    }
    QTableView::keyPressEvent(event);
}

} // namespace bw::widgets
