#include "ui/live/request_model.h"

#include "ui/format/units.h"
#include "ui/format/words.h"
#include "ui/widgets/data_table.h"

#include <optional>

namespace bw::live {
namespace {

std::optional<double> figureOf(const report::RequestRow& row, int column) {
    const report::Latency& latency = row.latency;
    switch (column) {
    case RequestModel::Requests:
        return static_cast<double>(row.requests);
    case RequestModel::Rate:
        return row.rate;
    case RequestModel::Failed:
        return row.failedShare();
    default:
        break;
    }
    if (latency.answered == 0) {
        return std::nullopt;
    }
    switch (column) {
    case RequestModel::P50:
        return latency.service.p50;
    case RequestModel::P95:
        return latency.service.p95;
    case RequestModel::P99:
        return latency.service.p99;
    case RequestModel::Max:
        return latency.serviceMax;
    case RequestModel::ResponseP95:
        return latency.response.p95;
    default:
        return std::nullopt;
    }
}

QString textOf(const report::RequestRow& row, int column) {
    if (column == RequestModel::Name) {
        return row.name.empty() ? RequestModel::tr("without a name") : format::plain(row.name);
    }
    const std::optional<double> figure = figureOf(row, column);
    if (!figure) {
        return QStringLiteral("–");
    }
    switch (column) {
    case RequestModel::Requests:
        return format::exactCount(row.requests);
    case RequestModel::Rate:
        return format::number(*figure);
    case RequestModel::Failed:
        return format::percent(*figure);
    default:
        return format::number(*figure);
    }
}

} // namespace

void RequestModel::setRows(std::vector<report::RequestRow> rows) {
    take(std::move(rows), [](const auto& a, const auto& b) { return a.name == b.name; });
}

int RequestModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : kColumns;
}

QVariant RequestModel::data(const QModelIndex& index, int role) const {
    const report::RequestRow* row = rowAt(index);
    if (row == nullptr) {
        return {};
    }
    switch (role) {
    case Qt::DisplayRole:
        return textOf(*row, index.column());
    case Qt::TextAlignmentRole:
        return widgets::alignmentOf(index.column() == Name);
    case widgets::kSortRole:
        return index.column() == Name ? QVariant(textOf(*row, Name))
                                      : QVariant(figureOf(*row, index.column()).value_or(-1));
    case widgets::kToneRole:
        return QVariant::fromValue(index.column() == Failed && row->failed > 0 ? theme::Ink::Bad
                                                                               : theme::Ink::Text);
    default:
        return {};
    }
}

QVariant RequestModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal) {
        return {};
    }
    if (role == Qt::TextAlignmentRole) {
        return widgets::alignmentOf(section == Name);
    }
    if (role == Qt::ToolTipRole && section == ResponseP95) {
        return tr("From the moment the request was due, whether or not a virtual user was free");
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
    case Name:
        return tr("Request");
    case Requests:
        return tr("Count");
    case Rate:
        return tr("Rate, /s");
    case Failed:
        return tr("Failed");
    case P50:
        return tr("P50, ms");
    case P95:
        return tr("P95, ms");
    case P99:
        return tr("P99, ms");
    case Max:
        return tr("Max, ms");
    case ResponseP95:
        return tr("Response P95, ms");
    default:
        return {};
    }
}

} // namespace bw::live
