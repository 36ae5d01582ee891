#pragma once

#include "core/report/report_model.h"
#include "ui/widgets/row_model.h"

namespace bw::live {

// The requests of a run by name: how many, how fast, how slow, how wrong. Times are service times in
// milliseconds, the unit stands in the header.
class RequestModel : public widgets::RowModel<report::RequestRow> {
    Q_OBJECT

public:
    enum Column : int { Name, Requests, Rate, Failed, P50, P95, P99, Max, ResponseP95, kColumns };

    using RowModel::RowModel;

    void setRows(std::vector<report::RequestRow> rows);
    // Precondition: the row exists.
    [[nodiscard]] const report::RequestRow& row(int row) const {
        return rows()[static_cast<std::size_t>(row)];
    }

    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
};

} // namespace bw::live
