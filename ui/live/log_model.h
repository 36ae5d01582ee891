#pragma once

#include "ui/bridge/run_picture.h"
#include "ui/widgets/row_model.h"

namespace bw::live {

// What the run told in words, with its moment.
class LogModel : public widgets::RowModel<bridge::LogLine> {
    Q_OBJECT

public:
    enum Column : int { At, Level, Source, Text, kColumns };

    using RowModel::RowModel;

    void setLines(std::vector<bridge::LogLine> lines);

    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
};

} // namespace bw::live
