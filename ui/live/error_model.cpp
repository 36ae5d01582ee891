#include "ui/live/error_model.h"

#include "ui/format/error_text.h"
#include "ui/format/units.h"
#include "ui/format/words.h"
#include "ui/widgets/data_table.h"

namespace bw::live {
namespace {

QVariant sortValue(const report::ErrorRow& row, int column) {
    switch (column) {
    case ErrorModel::Count:
        return static_cast<double>(row.count);
    case ErrorModel::First:
        return static_cast<qlonglong>(row.first);
    case ErrorModel::Last:
        return static_cast<qlonglong>(row.last);
    default:
        return {};
    }
}

QString textOf(const report::ErrorRow& row, int column) {
    switch (column) {
    case ErrorModel::Name:
        return row.name.empty() ? ErrorModel::tr("without a name") : format::plain(row.name);
    case ErrorModel::What:
        return format::failureText(row.code, row.status);
    case ErrorModel::Count:
        return format::exactCount(row.count);
    case ErrorModel::First:
        return format::duration(std::chrono::seconds(row.first));
    case ErrorModel::Last:
        return format::duration(std::chrono::seconds(row.last));
    default:
        return {};
    }
}

} // namespace

void ErrorModel::setRows(std::vector<report::ErrorRow> rows) {
    take(std::move(rows), [](const report::ErrorRow& a, const report::ErrorRow& b) {
        return a.name == b.name && a.code == b.code && a.status == b.status;
    });
}

int ErrorModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : kColumns;
}

QVariant ErrorModel::data(const QModelIndex& index, int role) const {
    const report::ErrorRow* row = rowAt(index);
    if (row == nullptr) {
        return {};
    }
    switch (role) {
    case Qt::DisplayRole:
        return textOf(*row, index.column());
    case Qt::TextAlignmentRole:
        return widgets::alignmentOf(index.column() <= What);
    case widgets::kSortRole: {
        const QVariant figure = sortValue(*row, index.column());
        return figure.isValid() ? figure : QVariant(textOf(*row, index.column()));
    }
    case widgets::kToneRole:
        return QVariant::fromValue(index.column() == What ? theme::Ink::Bad : theme::Ink::Text);
    default:
        return {};
    }
}

QVariant ErrorModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || section < 0 || section >= kColumns) {
        return {};
    }
    if (role == Qt::TextAlignmentRole) {
        return widgets::alignmentOf(section <= What);
    }
    const QString titles[] = {tr("Request"), tr("What happened"), tr("Count"), tr("First at"), tr("Last at")};
    return role == Qt::DisplayRole ? QVariant(titles[section]) : QVariant();
}

} // namespace bw::live
