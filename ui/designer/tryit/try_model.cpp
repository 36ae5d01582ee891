#include "ui/designer/tryit/try_model.h"

#include "ui/format/units.h"
#include "ui/widgets/data_table.h"

namespace bw::designer {
namespace {

using bridge::TryEntry;
using bridge::TryKind;

QString stepText(const TryEntry& entry) {
    switch (entry.kind) {
    case TryKind::Request:
        return QStringLiteral("%1  %2").arg(entry.exchange->method, entry.name);
    case TryKind::Sent:
        return TryModel::tr("→ %1").arg(entry.text.left(200));
    case TryKind::Received:
        return TryModel::tr("← %1").arg(entry.text.left(200));
    case TryKind::Closed:
        return TryModel::tr("%1 closed").arg(entry.name);
    case TryKind::Expected:
        return entry.isGood ? TryModel::tr("%1 came").arg(entry.name)
                            : TryModel::tr("%1 did not come").arg(entry.name);
    case TryKind::Metric:
        return TryModel::tr("%1 + %2").arg(entry.name, entry.text);
    }
    return {};
}

// Redirects and answers as numbers; why there is none in words.
QString statusText(const TryEntry& entry) {
    if (!entry.exchange) {
        return entry.kind == TryKind::Closed ? entry.text : QString();
    }
    return entry.exchange->error.isEmpty() ? QString::number(entry.exchange->status) : entry.exchange->error;
}

QString text(const TryEntry& entry, int column) {
    switch (column) {
    case TryModel::Step:
        return stepText(entry);
    case TryModel::Status:
        return statusText(entry);
    case TryModel::Time:
        return entry.took == Duration(0) ? QString() : format::duration(entry.took);
    case TryModel::Size:
        return entry.bytes == 0 ? QString() : format::bytes(static_cast<double>(entry.bytes));
    default:
        return {};
    }
}

} // namespace

void TryModel::setEntries(std::vector<TryEntry> entries) {
    take(std::move(entries), [](const TryEntry& a, const TryEntry& b) {
        return a.place == b.place && a.at == b.at && a.kind == b.kind;
    });
}

const TryEntry* TryModel::at(int row) const {
    return row < 0 || row >= rowCount() ? nullptr : &rows()[static_cast<std::size_t>(row)];
}

int TryModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : Columns;
}

QVariant TryModel::data(const QModelIndex& index, int role) const {
    const TryEntry* entry = rowAt(index);
    if (entry == nullptr) {
        return {};
    }
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        return text(*entry, index.column());
    case Qt::TextAlignmentRole:
        return widgets::alignmentOf(index.column() <= Status);
    case widgets::kToneRole:
        return entry->isGood ? QVariant() : QVariant(static_cast<int>(theme::Ink::Bad));
    case Qt::DecorationRole:
        if (index.column() != Step) {
            return {};
        }
        return theme::icon(entry->isGood ? QStringLiteral("pass") : QStringLiteral("fail"),
                           entry->isGood ? theme::Ink::Good : theme::Ink::Bad);
    case Qt::AccessibleDescriptionRole:
        return entry->isGood ? tr("passed") : tr("failed");
    case widgets::kSortRole:
        return index.row(); // as it happened, whatever the header says
    default:
        return {};
    }
}

QVariant TryModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal) {
        return {};
    }
    if (role == Qt::TextAlignmentRole) {
        return widgets::alignmentOf(section <= Status);
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
    case Step:
        return tr("What happened");
    case Status:
        return tr("Status");
    case Time:
        return tr("Time");
    default:
        return tr("Size");
    }
}

} // namespace bw::designer
