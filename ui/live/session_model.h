#pragma once

#include "core/report/report_model.h"
#include "ui/widgets/row_model.h"

namespace bw::live {

// The WebSocket sessions of a run by name: how many, what came over them and how late, how they ended. Times
// are in milliseconds, the unit stands in the header.
class SessionModel : public widgets::RowModel<report::SessionRow> {
    Q_OBJECT

public:
    enum Column : int {
        Name,
        Opened,
        Refused,
        ConnectP95,
        Received,
        Rate,
        Sent,
        Lost,
        P50,
        P95,
        P99,
        Endings,
        kColumns
    };

    using RowModel::RowModel;

    void setRows(std::vector<report::SessionRow> rows);

    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
};

} // namespace bw::live
