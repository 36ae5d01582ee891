#pragma once

#include "ui/widgets/row_model.h"

#include <optional>

namespace bw::live {

struct PercentileRow {
    QString name;                 // "P99.9"
    std::optional<double> window; // milliseconds
    std::optional<double> whole;
};

// Percentiles of the response time: of the selected part of a run, and of the whole.
class PercentileModel : public widgets::RowModel<PercentileRow> {
    Q_OBJECT

public:
    enum Column : int { Name, Window, Whole, kColumns };

    using RowModel::RowModel;

    void setRows(std::vector<PercentileRow> rows);

    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
};

} // namespace bw::live
