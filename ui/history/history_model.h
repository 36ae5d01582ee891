#pragma once

#include "ui/bridge/run_list.h"
#include "ui/widgets/row_model.h"

namespace bw::history_view {

// The runs that were kept. Times are response times in milliseconds, the unit stands in the header.
class HistoryModel : public widgets::RowModel<bridge::RunListEntry> {
    Q_OBJECT

public:
    enum Column : int {
        Run,
        Verdict,
        Started,
        Plan,
        Environment,
        Build,
        Lasted,
        Requests,
        Rate,
        P50,
        P95,
        P99,
        Failed,
        Note,
        kColumns
    };

    using RowModel::RowModel;

    void setRuns(const bridge::RunList& runs);
    // nullptr when the row is none of ours.
    [[nodiscard]] const bridge::RunListEntry* entry(int row) const { return rowAt(index(row, 0)); }

    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
};

} // namespace bw::history_view
