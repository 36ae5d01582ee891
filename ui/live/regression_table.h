#pragma once

#include "core/analysis/regression.h"
#include "ui/widgets/row_model.h"

namespace bw::live {

// The figures of a run that moved to the worse by more than their tolerance, the severest first.
class RegressionTable : public widgets::RowModel<analysis::Regression> {
    Q_OBJECT

public:
    enum Column : int { Severity, Subject, Figure, Baseline, Now, Change, Tolerance, Trend, kColumns };

    using RowModel::RowModel;

    void setRows(std::vector<analysis::Regression> rows);

    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
};

} // namespace bw::live
