#pragma once

#include "core/report/trend_model.h"
#include "ui/widgets/row_model.h"

namespace bw::compare {

// The figures of a plan from run to run, one a row; what degrades stands first when sorted by trend.
class TrendTable : public widgets::RowModel<report::TrendRow> {
    Q_OBJECT

public:
    enum Column : int { Way, Subject, Figure, Last, Baseline, kColumns };

    using RowModel::RowModel;

    void setRows(std::vector<report::TrendRow> rows);
    // nullptr when the row is none of ours; valid until the next rows.
    [[nodiscard]] const report::TrendRow* at(int row) const;

    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
};

} // namespace bw::compare
