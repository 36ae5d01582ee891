#include "ui/live/regression_table.h"

#include "ui/format/comparison_text.h"
#include "ui/format/regression_text.h"
#include "ui/widgets/data_table.h"

namespace bw::live {
namespace {

using analysis::Regression;

QString textOf(const Regression& one, int column) {
    const double signedTolerance = one.row.better == analysis::Better::Lower ? one.tolerance : -one.tolerance;
    switch (column) {
    case RegressionTable::Severity:
        return one.isSure ? format::severityText(one.severity)
                          : RegressionTable::tr("%1?").arg(format::severityText(one.severity));
    case RegressionTable::Subject:
        return format::subjectText(one.row.subject);
    case RegressionTable::Figure:
        return format::statisticText(one.row.subject, one.row.statistic);
    case RegressionTable::Baseline:
        return format::comparedValue(one.row.statistic, one.row.before);
    case RegressionTable::Now:
        return format::comparedValue(one.row.statistic, one.row.after);
    case RegressionTable::Change:
        return format::effectText(one.row, one.row.effect);
    case RegressionTable::Tolerance:
        return format::effectText(one.row, signedTolerance);
    default:
        return format::trendText(one.trend);
    }
}

theme::Ink inkOf(const Regression& one) {
    if (!one.isSure) {
        return theme::Ink::Muted;
    }
    return one.severity >= analysis::Severity::High ? theme::Ink::Bad : theme::Ink::Warning;
}

bool isText(int column) {
    return column <= RegressionTable::Figure || column == RegressionTable::Trend;
}

} // namespace

void RegressionTable::setRows(std::vector<Regression> rows) {
    take(std::move(rows), [](const Regression& a, const Regression& b) {
        return a.row.subject == b.row.subject && a.row.statistic == b.row.statistic;
    });
}

int RegressionTable::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : kColumns;
}

QVariant RegressionTable::data(const QModelIndex& index, int role) const {
    const Regression* row = rowAt(index);
    if (row == nullptr) {
        return {};
    }
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
        return textOf(*row, column);
    case Qt::TextAlignmentRole:
        return widgets::alignmentOf(isText(column));
    case widgets::kSortRole:
        return column == Severity ? QVariant(-2 * static_cast<int>(row->severity) + (row->isSure ? 0 : 100))
               : column == Change ? QVariant(-row->deviation)
                                  : QVariant(textOf(*row, column));
    case widgets::kToneRole:
        return column == Severity ? QVariant::fromValue(inkOf(*row)) : QVariant();
    case Qt::ToolTipRole:
        return column == Severity && !row->isSure
                   ? QVariant(tr("Beyond its tolerance, but it may be chance: only more runs can tell"))
                   : QVariant();
    default:
        return {};
    }
}

QVariant RegressionTable::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || section < 0 || section >= kColumns) {
        return {};
    }
    if (role == Qt::TextAlignmentRole) {
        return widgets::alignmentOf(isText(section));
    }
    const QString titles[] = {tr("Severity"), tr("What"),   tr("Figure"),    tr("Baseline"),
                              tr("Now"),      tr("Change"), tr("Tolerance"), tr("Trend")};
    return role == Qt::DisplayRole ? QVariant(titles[section]) : QVariant();
}

} // namespace bw::live
