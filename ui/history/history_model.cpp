#include "ui/history/history_model.h"

#include "ui/format/units.h"
#include "ui/format/words.h"
#include "ui/history/run_words.h"
#include "ui/widgets/data_table.h"

namespace bw::history_view {
namespace {

using bridge::RunListEntry;

std::optional<double> figureOf(const RunListEntry& entry, int column) {
    switch (column) {
    case HistoryModel::Requests:
        return entry.requests;
    case HistoryModel::Rate:
        return entry.rate;
    case HistoryModel::P50:
        return entry.p50;
    case HistoryModel::P95:
        return entry.p95;
    case HistoryModel::P99:
        return entry.p99;
    case HistoryModel::Failed:
        return entry.failedShare;
    default:
        return std::nullopt;
    }
}

bool isText(int column) {
    return column <= HistoryModel::Build ? column != HistoryModel::Run : column == HistoryModel::Note;
}

QString textOf(const RunListEntry& entry, int column) {
    const history::RunSummary& run = entry.run;
    switch (column) {
    case HistoryModel::Run:
        return QString::number(run.id.value);
    case HistoryModel::Verdict:
        return wordOf(run).word;
    case HistoryModel::Started:
        return format::wallTime(run.started);
    case HistoryModel::Plan:
        return format::plain(run.planName);
    case HistoryModel::Environment:
        return format::plain(run.environment);
    case HistoryModel::Build:
        return format::plain(run.build);
    case HistoryModel::Note:
        return format::plain(run.note);
    case HistoryModel::Lasted:
        return format::duration(std::chrono::floor<std::chrono::seconds>(entry.duration()));
    default:
        break;
    }
    const std::optional<double> figure = figureOf(entry, column);
    if (!figure) {
        return QStringLiteral("–");
    }
    return column == HistoryModel::Failed     ? format::percent(*figure)
           : column == HistoryModel::Requests ? format::count(*figure)
                                              : format::number(*figure);
}

QVariant sortValue(const RunListEntry& entry, int column) {
    switch (column) {
    case HistoryModel::Run:
        return static_cast<qlonglong>(entry.run.id.value);
    case HistoryModel::Verdict:
        return wordOf(entry.run).weight;
    case HistoryModel::Started:
        return static_cast<qlonglong>(entry.run.started.nanoseconds);
    case HistoryModel::Lasted:
        return static_cast<qlonglong>(entry.duration().count());
    default:
        return isText(column) ? QVariant(textOf(entry, column))
                              : QVariant(figureOf(entry, column).value_or(-1));
    }
}

} // namespace

void HistoryModel::setRuns(const bridge::RunList& runs) {
    take(runs, [](const RunListEntry& a, const RunListEntry& b) { return a.run.id == b.run.id; });
}

int HistoryModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : kColumns;
}

QVariant HistoryModel::data(const QModelIndex& index, int role) const {
    const RunListEntry* entry = rowAt(index);
    if (entry == nullptr) {
        return {};
    }
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
        return textOf(*entry, column);
    case Qt::TextAlignmentRole:
        return widgets::alignmentOf(isText(column));
    case widgets::kSortRole:
        return sortValue(*entry, column);
    case widgets::kToneRole:
        if (column == Verdict) {
            return QVariant::fromValue(wordOf(entry->run).ink);
        }
        return QVariant::fromValue(column == Failed && entry->failedShare.value_or(0) > 0 ? theme::Ink::Bad
                                                                                          : theme::Ink::Text);
    case widgets::kIconRole:
        return column == Verdict ? wordOf(entry->run).icon : QString();
    default:
        return {};
    }
}

QVariant HistoryModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || section < 0 || section >= kColumns) {
        return {};
    }
    if (role == Qt::TextAlignmentRole) {
        return widgets::alignmentOf(isText(section));
    }
    const QString titles[] = {tr("Run"),     tr("Verdict"), tr("Started"),  tr("Plan"),     tr("Environment"),
                              tr("Build"),   tr("Lasted"),  tr("Requests"), tr("Rate, /s"), tr("P50, ms"),
                              tr("P95, ms"), tr("P99, ms"), tr("Failed"),   tr("Note")};
    return role == Qt::DisplayRole ? QVariant(titles[section]) : QVariant();
}

} // namespace bw::history_view
