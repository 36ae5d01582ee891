#pragma once

#include "core/history/baseline.h"
#include "ui/bridge/run_list.h"

#include <QAbstractTableModel>

namespace bw::history_view {

// The runs that were kept, newest first. Times are response times in milliseconds, the unit stands in the
// header and exact figures in the tool tips. A new list changes only the rows that differ, so that views keep
// selection and place while runs come and go.
class HistoryModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column : int {
        Run,
        Verdict,
        Started,
        Plan,
        Build,
        Rate,
        P50,
        P95,
        P99,
        Failed,
        Requests,
        Lasted,
        Environment,
        Tags,
        Note,
        Mark, // starred; views show it first
        kColumns
    };

    using QAbstractTableModel::QAbstractTableModel;

    void setRuns(const bridge::RunList& runs);
    // nullptr when the row is none of ours; valid until the next list.
    [[nodiscard]] const bridge::RunListEntry* entry(int row) const;
    // -1 when it is not in the list.
    [[nodiscard]] int rowOf(history::RunId run) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    // Note and tags.
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    // A person says so; the list follows when it is kept.
    void remarked(bw::history::RunId run, const bw::history::RunNotes& notes);

private:
    void removeMissing(const bridge::RunList& runs);
    void insertNew(const bridge::RunList& runs);

    bridge::RunList m_rows;
};

} // namespace bw::history_view
