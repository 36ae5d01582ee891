#include "ui/live/session_model.h"

#include "ui/format/session_text.h"
#include "ui/format/units.h"
#include "ui/format/words.h"
#include "ui/widgets/data_table.h"

#include <optional>

namespace bw::live {
namespace {

std::optional<double> percentileOf(const report::Times& times, double report::Percentiles::* percentile) {
    return times.count == 0 ? std::nullopt : std::optional(times.percentiles.*percentile);
}

std::optional<double> figureOf(const report::SessionRow& row, int column) {
    switch (column) {
    case SessionModel::Opened:
        return static_cast<double>(row.asked - row.refused);
    case SessionModel::Refused:
        return static_cast<double>(row.refused);
    case SessionModel::ConnectP95:
        return percentileOf(row.connecting, &report::Percentiles::p95);
    case SessionModel::Received:
        return static_cast<double>(row.received);
    case SessionModel::Rate:
        return row.receivedRate;
    case SessionModel::Sent:
        return static_cast<double>(row.sent);
    case SessionModel::Lost:
        return static_cast<double>(row.lost);
    case SessionModel::P50:
        return percentileOf(row.latency, &report::Percentiles::p50);
    case SessionModel::P95:
        return percentileOf(row.latency, &report::Percentiles::p95);
    case SessionModel::P99:
        return percentileOf(row.latency, &report::Percentiles::p99);
    default:
        return std::nullopt;
    }
}

QString textOf(const report::SessionRow& row, int column) {
    if (column == SessionModel::Name) {
        return row.name.empty() ? SessionModel::tr("without a name") : format::plain(row.name);
    }
    if (column == SessionModel::Endings) {
        return format::endingsText(row.endings);
    }
    const std::optional<double> figure = figureOf(row, column);
    if (!figure) {
        return QStringLiteral("–");
    }
    switch (column) {
    case SessionModel::Opened:
    case SessionModel::Refused:
    case SessionModel::Received:
    case SessionModel::Sent:
    case SessionModel::Lost:
        return format::exactCount(static_cast<std::uint64_t>(*figure));
    default:
        return format::number(*figure);
    }
}

theme::Ink inkOf(const report::SessionRow& row, int column) {
    const bool isBad = (column == SessionModel::Refused && row.refused > 0) ||
                       (column == SessionModel::Lost && row.lost > 0);
    return isBad ? theme::Ink::Bad : theme::Ink::Text;
}

} // namespace

void SessionModel::setRows(std::vector<report::SessionRow> rows) {
    take(std::move(rows), [](const auto& a, const auto& b) { return a.name == b.name; });
}

int SessionModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : kColumns;
}

QVariant SessionModel::data(const QModelIndex& index, int role) const {
    const report::SessionRow* row = rowAt(index);
    if (row == nullptr) {
        return {};
    }
    const int column = index.column();
    const bool isText = column == Name || column == Endings;
    switch (role) {
    case Qt::DisplayRole:
        return textOf(*row, column);
    case Qt::ToolTipRole:
        return column == Endings ? QVariant(textOf(*row, column)) : QVariant();
    case Qt::TextAlignmentRole:
        return widgets::alignmentOf(isText);
    case widgets::kSortRole:
        return isText ? QVariant(textOf(*row, column)) : QVariant(figureOf(*row, column).value_or(-1));
    case widgets::kToneRole:
        return QVariant::fromValue(inkOf(*row, column));
    default:
        return {};
    }
}

QVariant SessionModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal) {
        return {};
    }
    if (role == Qt::TextAlignmentRole) {
        return widgets::alignmentOf(section == Name || section == Endings);
    }
    if (role == Qt::ToolTipRole && section >= P50 && section <= P99) {
        return tr("From the time that a message carries to its arrival");
    }
    if (role == Qt::ToolTipRole && section == Lost) {
        return tr("By gaps in the messages' numbers");
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
    case Name:
        return tr("Session");
    case Opened:
        return tr("Opened");
    case Refused:
        return tr("Refused");
    case ConnectP95:
        return tr("Connect P95, ms");
    case Received:
        return tr("Received");
    case Rate:
        return tr("Rate, /s");
    case Sent:
        return tr("Sent");
    case Lost:
        return tr("Lost");
    case P50:
        return tr("Latency P50, ms");
    case P95:
        return tr("P95, ms");
    case P99:
        return tr("P99, ms");
    case Endings:
        return tr("Ended");
    default:
        return {};
    }
}

} // namespace bw::live
