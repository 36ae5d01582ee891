#pragma once

#include "core/report/report_model.h"
#include "ui/widgets/row_model.h"

namespace bw::live {

// How requests failed: by name and kind, with when it began and was last seen.
class ErrorModel : public widgets::RowModel<report::ErrorRow> {
    Q_OBJECT

public:
    enum Column : int { Name, What, Count, First, Last, kColumns };

    using RowModel::RowModel;

    void setRows(std::vector<report::ErrorRow> rows);
    // Precondition: the row exists.
    [[nodiscard]] const report::ErrorRow& row(int row) const { return rows()[static_cast<std::size_t>(row)]; }

    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
};

} // namespace bw::live
