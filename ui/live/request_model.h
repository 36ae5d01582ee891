#pragma once

#include "ui/bridge/run_picture.h"
#include "ui/widgets/row_model.h"

#include <optional>
#include <string>
#include <vector>

namespace bw::live {

struct JudgedRequest {
    report::RequestRow request;
    std::optional<bridge::GaugeReading> limit; // of all that budgets set for it the one that stands worst
};

// The requests of a run by name: how many, how fast, how slow, how wrong, and how that stands against the
// budgets. Times are service times in milliseconds, the unit stands in the header.
class RequestModel : public widgets::RowModel<JudgedRequest> {
    Q_OBJECT

public:
    enum Column : int { Name, Requests, Rate, Failed, P50, P95, P99, Max, ResponseP95, Budget, kColumns };

    using RowModel::RowModel;

    void setRows(const std::vector<report::RequestRow>& requests,
                 const std::vector<bridge::GaugeReading>& gauges);
    // Precondition: the row exists.
    [[nodiscard]] const report::RequestRow& row(int row) const {
        return rows()[static_cast<std::size_t>(row)].request;
    }

    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
};

} // namespace bw::live
