#include "ui/compare/trend_table.h"

#include "ui/format/comparison_text.h"
#include "ui/format/regression_text.h"
#include "ui/widgets/data_table.h"

namespace bw::compare {
namespace {

using analysis::Trend;
using report::TrendRow;

theme::Ink inkOf(Trend trend) {
    return trend == Trend::Degrading   ? theme::Ink::Bad
           : trend == Trend::Improving ? theme::Ink::Good
                                       : theme::Ink::Muted;
}

int weightOf(Trend trend) {
    switch (trend) {
    case Trend::Degrading:
        return 0;
    case Trend::Improving:
        return 1;
    case Trend::Stable:
        return 2;
    case Trend::Unknown:
        break;
    }
    return 3;
}

QString valueText(const TrendRow& row, const std::optional<double>& value) {
    return value ? format::comparedValue(row.statistic, *value) : QStringLiteral("–");
}

std::optional<double> lastOf(const TrendRow& row) {
    return row.values.empty() ? std::nullopt : row.values.back();
}

QString textOf(const TrendRow& row, int column) {
    switch (column) {
    case TrendTable::Way:
        return format::trendText(row.trend);
    case TrendTable::Subject:
        return format::subjectText(row.subject);
    case TrendTable::Figure:
        return format::statisticText(row.subject, row.statistic);
    case TrendTable::Last:
        return valueText(row, lastOf(row));
    default:
        return valueText(row, row.baseline);
    }
}

} // namespace

void TrendTable::setRows(std::vector<TrendRow> rows) {
    take(std::move(rows), [](const TrendRow& a, const TrendRow& b) {
        return a.subject == b.subject && a.statistic == b.statistic;
    });
}

const TrendRow* TrendTable::at(int row) const {
    return rowAt(index(row, 0));
}

int TrendTable::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : kColumns;
}

QVariant TrendTable::data(const QModelIndex& index, int role) const {
    const TrendRow* row = rowAt(index);
    if (row == nullptr) {
        return {};
    }
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
        return textOf(*row, column);
    case Qt::TextAlignmentRole:
        return widgets::alignmentOf(column <= Figure);
    case widgets::kSortRole:
        return column == Way        ? QVariant(weightOf(row->trend))
               : column == Last     ? QVariant(lastOf(*row).value_or(-1))
               : column == Baseline ? QVariant(row->baseline.value_or(-1))
                                    : QVariant(textOf(*row, column));
    case widgets::kToneRole:
        return QVariant::fromValue(column == Way ? inkOf(row->trend) : theme::Ink::Text);
    default:
        return {};
    }
}

QVariant TrendTable::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || section < 0 || section >= kColumns) {
        return {};
    }
    if (role == Qt::TextAlignmentRole) {
        return widgets::alignmentOf(section <= Figure);
    }
    if (role == Qt::ToolTipRole && section == Way) {
        return tr("Over the last ten runs");
    }
    const QString titles[] = {tr("Trend"), tr("Of"), tr("Figure"), tr("Last"), tr("Baseline")};
    return role == Qt::DisplayRole ? QVariant(titles[section]) : QVariant();
}

} // namespace bw::compare
