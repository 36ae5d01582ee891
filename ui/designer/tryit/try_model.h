#pragma once

#include "ui/bridge/try_picture.h"
#include "ui/widgets/row_model.h"

namespace bw::designer {

// What a try has done, a line each.
class TryModel : public widgets::RowModel<bridge::TryEntry> {
    Q_OBJECT

public:
    enum Column : int { Step, Status, Time, Size, Columns };
    using RowModel::RowModel;

    void setEntries(std::vector<bridge::TryEntry> entries);
    // Null when there is none.
    [[nodiscard]] const bridge::TryEntry* at(int row) const;

    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
};

} // namespace bw::designer
