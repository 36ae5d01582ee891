#include "ui/compare/difference_model.h"

#include "ui/format/comparison_text.h"
#include "ui/widgets/data_table.h"

namespace bw::compare {
namespace {

using analysis::ComparedRow;
using RowFinding = analysis::Finding;

theme::Ink inkOf(RowFinding finding) {
    switch (finding) {
    case RowFinding::Worse:
        return theme::Ink::Bad;
    case RowFinding::Better:
        return theme::Ink::Good;
    case RowFinding::NeedsMoreRuns:
        return theme::Ink::Warning;
    case RowFinding::NoDifference:
    case RowFinding::NotComparable:
        break;
    }
    return theme::Ink::Muted;
}

QString iconOf(RowFinding finding) {
    switch (finding) {
    case RowFinding::Worse:
        return QStringLiteral("fail");
    case RowFinding::Better:
        return QStringLiteral("pass");
    case RowFinding::NeedsMoreRuns:
        return QStringLiteral("inconclusive");
    case RowFinding::NoDifference:
    case RowFinding::NotComparable:
        break;
    }
    return {};
}

QString textOf(const ComparedRow& row, int column) {
    const bool isCompared = row.finding != RowFinding::NotComparable;
    const QString none = QStringLiteral("–");
    switch (column) {
    case DifferenceModel::Finding:
        return format::findingText(row.finding);
    case DifferenceModel::Subject:
        return format::subjectText(row.subject);
    case DifferenceModel::Figure:
        return format::statisticText(row.subject, row.statistic);
    case DifferenceModel::Before:
        return format::comparedValue(row.statistic, row.before);
    case DifferenceModel::After:
        return format::comparedValue(row.statistic, row.after);
    case DifferenceModel::Change:
        return isCompared ? format::effectText(row, row.effect) : none;
    default:
        return isCompared ? format::intervalText(row) : none;
    }
}

} // namespace

// In reading order, which sorting by finding restores.
void DifferenceModel::setRows(std::vector<ComparedRow> rows) {
    take(format::inReadingOrder(std::move(rows)), [](const ComparedRow& a, const ComparedRow& b) {
        return a.subject == b.subject && a.statistic == b.statistic;
    });
}

const ComparedRow* DifferenceModel::at(int row) const {
    return rowAt(index(row, 0));
}

int DifferenceModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : kColumns;
}

QVariant DifferenceModel::data(const QModelIndex& index, int role) const {
    const ComparedRow* row = rowAt(index);
    if (row == nullptr) {
        return {};
    }
    switch (role) {
    case Qt::DisplayRole:
        return textOf(*row, index.column());
    case Qt::TextAlignmentRole:
        return widgets::alignmentOf(index.column() <= Figure);
    case widgets::kSortRole:
        switch (index.column()) {
        case Finding:
            return index.row();
        case Before:
            return row->before;
        case After:
            return row->after;
        case Change:
            return row->effect;
        case Interval:
            return row->high - row->low;
        default:
            return textOf(*row, index.column());
        }
    case widgets::kToneRole:
        return QVariant::fromValue(index.column() == Finding || index.column() == Change ? inkOf(row->finding)
                                                                                         : theme::Ink::Text);
    case widgets::kIconRole:
        return index.column() == Finding ? iconOf(row->finding) : QString();
    default:
        return {};
    }
}

QVariant DifferenceModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || section < 0 || section >= kColumns) {
        return {};
    }
    if (role == Qt::TextAlignmentRole) {
        return widgets::alignmentOf(section <= Figure);
    }
    if (role == Qt::ToolTipRole && section == Interval) {
        return tr("The change is in here in 95 of 100 cases, for each row by itself");
    }
    const QString titles[] = {tr("Finding"),       tr("Of"),     tr("Figure"),       QStringLiteral("A"),
                              QStringLiteral("B"), tr("Change"), tr("95 % interval")};
    return role == Qt::DisplayRole ? QVariant(titles[section]) : QVariant();
}

} // namespace bw::compare
