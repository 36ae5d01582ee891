#pragma once

#include <QSortFilterProxyModel>
#include <QTableView>

class QSettings;

namespace bw::widgets {

// Roles a model may offer beside Qt's own.
enum DataRole : int {
    // What a column is sorted by: a number or a text. Without it, the displayed text is.
    kSortRole = Qt::UserRole + 1,
    // What a filter looks for words in: a text. Without it, the displayed text is. (2 and 3: row_model.h.)
    kFilterRole = Qt::UserRole + 4,
};

// A table over a raw model: sorted by a click on a header, filtered by text over all columns, copied as
// tab-separated text with its headers, long text elided in its middle and whole in the tool tip. Figures
// stand at the right when the model says so (Qt::TextAlignmentRole). Does not own the model.
class DataTable : public QTableView {
    Q_OBJECT

public:
    explicit DataTable(QWidget* parent = nullptr);

    void setSource(QAbstractItemModel* source);
    [[nodiscard]] QAbstractItemModel* source() const { return m_proxy->sourceModel(); }

    // Rows that have all the words somewhere, whatever their case. Empty: all rows.
    void setFilter(const QString& words);

    // The last column takes the room that is left: good for text, not for figures. It does unless told
    // otherwise.
    void setLastStretches(bool stretches);

    // Keeps widths, order and sorting of the columns under this key. The settings outlive the table.
    void rememberColumns(QSettings& settings, const QString& key);

    // The row of the source, -1 when none is current.
    [[nodiscard]] int currentSourceRow() const;
    [[nodiscard]] QList<int> selectedSourceRows() const;
    // Of a row as it is shown; -1 when there is none.
    [[nodiscard]] int sourceRowOf(int row) const;
    void selectSourceRow(int row);
    // Opens the editor of a cell that can be edited.
    void editSourceCell(int row, int column);

    // The selected rows, or all when none is selected.
    [[nodiscard]] QString asTabSeparated() const;
    void copy() const;

Q_SIGNALS:
    // Enter or a double click.
    void rowActivated(int sourceRow);
    void currentRowChanged(int sourceRow);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void setupLook();
    void setupProxy();
    void restoreColumns(QSettings& settings, const QString& key);

    QSortFilterProxyModel* m_proxy;
};

} // namespace bw::widgets
