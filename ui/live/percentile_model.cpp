#include "ui/live/percentile_model.h"

#include "ui/format/units.h"

namespace bw::live {

void PercentileModel::setRows(std::vector<PercentileRow> rows) {
    take(std::move(rows), [](const auto& a, const auto& b) { return a.name == b.name; });
}

int PercentileModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : kColumns;
}

QVariant PercentileModel::data(const QModelIndex& index, int role) const {
    const PercentileRow* row = rowAt(index);
    if (row == nullptr) {
        return {};
    }
    if (role == Qt::TextAlignmentRole) {
        return widgets::alignmentOf(index.column() == Name);
    }
    if (index.column() == Name) {
        return role == Qt::DisplayRole ? QVariant(row->name) : QVariant();
    }
    const std::optional<double>& value = index.column() == Window ? row->window : row->whole;
    switch (role) {
    case Qt::DisplayRole:
        return value ? format::milliseconds(*value) : QStringLiteral("–");
    case Qt::ToolTipRole:
        return value ? format::milliseconds(*value, 6) : QString();
    default:
        return {};
    }
}

QVariant PercentileModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal) {
        return {};
    }
    if (role == Qt::TextAlignmentRole) {
        return widgets::alignmentOf(section == Name);
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
    case Name:
        return tr("Percentile");
    case Window:
        return tr("Selected part");
    default:
        return tr("Whole run");
    }
}

} // namespace bw::live
