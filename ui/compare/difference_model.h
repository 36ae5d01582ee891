#pragma once

#include "core/report/comparison_model.h"
#include "ui/widgets/row_model.h"

namespace bw::compare {

// What was compared, figure by figure. Sorted by finding, what got worse stands first and the larger change
// before the smaller.
class DifferenceModel : public widgets::RowModel<analysis::ComparedRow> {
    Q_OBJECT

public:
    enum Column : int { Finding, Subject, Figure, Before, After, Change, Interval, kColumns };

    using RowModel::RowModel;

    void setRows(std::vector<analysis::ComparedRow> rows);
    // nullptr when the row is none of ours; valid until the next rows.
    [[nodiscard]] const analysis::ComparedRow* at(int row) const;

    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
};

} // namespace bw::compare
