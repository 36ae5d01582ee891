#include "ui/history/history_model.h"

#include "ui/format/units.h"
#include "ui/format/words.h"
#include "ui/history/run_words.h"
#include "ui/history/tag_text.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/row_model.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <tuple>

namespace bw::history_view {
namespace {

using bridge::RunListEntry;

constexpr int kWrittenAtOnce = 200; // some 2 ms

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
    return (column >= HistoryModel::Verdict && column <= HistoryModel::Build) ||
           (column >= HistoryModel::Environment && column <= HistoryModel::Note);
}

bool isTime(int column) {
    return column >= HistoryModel::P50 && column <= HistoryModel::P99;
}

// Whole seconds of a run that had some.
QString lastedText(Duration time) {
    const auto whole = std::chrono::floor<std::chrono::seconds>(time);
    return format::duration(whole > Duration::zero() ? Duration(whole) : time);
}

QString textOf(const RunListEntry& entry, int column) {
    const history::RunSummary& run = entry.run;
    switch (column) {
    case HistoryModel::Mark:
    case HistoryModel::Curve:
        return {};
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
    case HistoryModel::Tags:
        return tagText(run.tags);
    case HistoryModel::Note:
        return format::plain(run.note);
    case HistoryModel::Lasted:
        return lastedText(entry.duration());
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

// The figure with its unit and all its digits; texts show themselves when they are cut.
QString exactText(const RunListEntry& entry, int column) {
    const std::optional<double> figure = figureOf(entry, column);
    if (!figure) {
        return {};
    }
    if (isTime(column)) {
        return format::milliseconds(*figure, 6);
    }
    switch (column) {
    case HistoryModel::Requests:
        return format::exactCount(static_cast<std::uint64_t>(std::llround(std::max(0.0, *figure))));
    case HistoryModel::Rate:
        return format::perSecond(*figure, 6);
    default:
        return format::percent(*figure, 6);
    }
}

QVariant sortValue(const RunListEntry& entry, int column) {
    switch (column) {
    case HistoryModel::Mark:
        return entry.run.isStarred ? 0 : 1;
    case HistoryModel::Run:
        return static_cast<qlonglong>(entry.run.id.value);
    case HistoryModel::Verdict:
        return wordOf(entry.run).weight;
    case HistoryModel::Started:
        return static_cast<qlonglong>(entry.run.started.nanoseconds);
    case HistoryModel::Lasted:
        return static_cast<qlonglong>(entry.duration().count());
    case HistoryModel::Curve:
        return entry.p95.value_or(-1);
    default:
        return isText(column) ? QVariant(textOf(entry, column))
                              : QVariant(figureOf(entry, column).value_or(-1));
    }
}

// Whether the same words stand in all columns that a filter looks through.
bool saysTheSame(const RunListEntry& a, const RunListEntry& b) {
    const auto words = [](const RunListEntry& entry) {
        const history::RunSummary& run = entry.run;
        return std::tie(run.state, run.verdict, run.note, run.tags, run.isStarred, entry.isBaseline);
    };
    return words(a) == words(b); // the others stay as they are
}

QString markWords(const RunListEntry& entry) {
    QStringList words;
    if (entry.run.isStarred) {
        words << HistoryModel::tr("starred");
    }
    if (entry.isBaseline) {
        words << HistoryModel::tr("baseline");
    }
    return words.join(u' ');
}

// Only the marks have icons beside the verdict.
QString iconOf(const RunListEntry& entry, int column) {
    switch (column) {
    case HistoryModel::Mark:
        return entry.run.isStarred ? QStringLiteral("starred") : QString();
    case HistoryModel::Run:
        return entry.isBaseline ? QStringLiteral("baseline") : QString();
    case HistoryModel::Verdict:
        return wordOf(entry.run).icon;
    default:
        return {};
    }
}

} // namespace

HistoryModel::HistoryModel(QObject* parent)
    : QAbstractTableModel(parent) {
    m_writing.setInterval(0);
    connect(&m_writing, &QTimer::timeout, this, &HistoryModel::writeSearched);
}

void HistoryModel::setRuns(const bridge::RunList& runs) {
    removeMissing(runs);
    insertNew(runs);
    for (const RunListEntry& entry : m_rows) {
        if (entry.run.state == history::RunState::Running) {
            m_curves.erase(entry.run.id.value); // it went on
        }
    }
    m_written = 0;
    m_writing.start();
    if (!m_rows.empty()) {
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, kColumns - 1));
    }
}

void HistoryModel::setCurve(const bridge::RunPreviewPtr& preview) {
    m_curves[preview->run.value] = preview;
    if (const int row = rowOf(preview->run); row >= 0) {
        Q_EMIT dataChanged(index(row, Curve), index(row, Curve), {kCurveRole});
    }
}

void HistoryModel::setFound(const QString& words, const std::vector<history::RunId>& runs) {
    m_words = words;
    m_found.clear();
    for (const history::RunId run : runs) {
        m_found.insert(run.value);
    }
    if (!m_rows.empty()) {
        Q_EMIT dataChanged(index(0, Run), index(rowCount() - 1, Run), {widgets::kFilterRole});
    }
}

void HistoryModel::removeMissing(const bridge::RunList& runs) {
    std::unordered_set<std::int64_t> kept;
    for (const RunListEntry& entry : runs) {
        kept.insert(entry.run.id.value);
    }
    const auto isMissing = [&](int row) {
        return !kept.contains(m_rows[static_cast<std::size_t>(row)].run.id.value);
    };
    // Neighbours go together: each removal costs the views a little.
    for (int last = rowCount() - 1; last >= 0; --last) {
        if (!isMissing(last)) {
            continue;
        }
        int first = last;
        while (first > 0 && isMissing(first - 1)) {
            --first;
        }
        beginRemoveRows({}, first, last);
        for (int row = first; row <= last; ++row) {
            m_searched.erase(m_rows[static_cast<std::size_t>(row)].run.id.value);
        }
        m_rows.erase(m_rows.begin() + first, m_rows.begin() + last + 1);
        endRemoveRows();
        last = first;
    }
}

void HistoryModel::insertNew(const bridge::RunList& runs) {
    const bool isSameOrder = std::ranges::includes(
        runs, m_rows, std::greater(), [](const RunListEntry& e) { return e.run.id.value; },
        [](const RunListEntry& e) { return e.run.id.value; });
    if (!isSameOrder || m_rows.empty()) {
        beginResetModel();
        m_rows = runs;
        m_searched.clear();
        endResetModel();
        return;
    }
    // Neighbours come together, too: all but the newest, when those were listed first.
    for (std::size_t place = 0; place < runs.size(); ++place) {
        if (place < m_rows.size() && m_rows[place].run.id == runs[place].run.id) {
            replace(place, runs[place]);
            continue;
        }
        std::size_t end = place + 1;
        while (end < runs.size() && (place == m_rows.size() || runs[end].run.id != m_rows[place].run.id)) {
            ++end;
        }
        beginInsertRows({}, static_cast<int>(place), static_cast<int>(end - 1));
        m_rows.insert(m_rows.begin() + static_cast<std::ptrdiff_t>(place),
                      runs.begin() + static_cast<std::ptrdiff_t>(place),
                      runs.begin() + static_cast<std::ptrdiff_t>(end));
        endInsertRows();
        place = end - 1;
    }
}

void HistoryModel::replace(std::size_t row, const RunListEntry& entry) {
    if (!saysTheSame(m_rows[row], entry)) {
        m_searched.erase(entry.run.id.value);
    }
    m_rows[row] = entry;
}

void HistoryModel::writeSearched() {
    const int end = std::min(rowCount(), m_written + kWrittenAtOnce);
    for (; m_written < end; ++m_written) {
        (void)searchedText(m_rows[static_cast<std::size_t>(m_written)]);
    }
    if (m_written == rowCount()) {
        m_writing.stop();
    }
}

QString HistoryModel::searchedText(const RunListEntry& entry) const {
    QString& text = m_searched[entry.run.id.value];
    if (text.isEmpty()) {
        QStringList columns{markWords(entry)};
        for (int column = 0; column < kColumns; ++column) {
            if (isText(column) || column == Run) {
                columns.append(textOf(entry, column));
            }
        }
        text = columns.join(u'\n'); // in no word that is looked for
    }
    return text;
}

const RunListEntry* HistoryModel::entry(int row) const {
    return row >= 0 && row < rowCount() ? &m_rows[static_cast<std::size_t>(row)] : nullptr;
}

int HistoryModel::rowOf(history::RunId run) const {
    const auto found = std::ranges::find(m_rows, run, [](const RunListEntry& entry) { return entry.run.id; });
    return found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin());
}

int HistoryModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int HistoryModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : kColumns;
}

QVariant HistoryModel::data(const QModelIndex& index, int role) const {
    const RunListEntry* entry = index.isValid() ? this->entry(index.row()) : nullptr;
    if (entry == nullptr) {
        return {};
    }
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
        return textOf(*entry, column);
    case Qt::EditRole:
        return textOf(*entry, column);
    case Qt::AccessibleTextRole:
        return column == Mark ? markWords(*entry) : QVariant();
    case Qt::ToolTipRole:
        return column == Mark                       ? tr("Click to star the run (Ctrl+B)")
               : column == Run && entry->isBaseline ? tr("Baseline of its plan")
               : column == Curve                    ? QString()
                                                    : exactText(*entry, column);
    case Qt::TextAlignmentRole:
        return widgets::alignmentOf(isText(column) || column == Curve);
    case widgets::kSortRole:
        return sortValue(*entry, column);
    case widgets::kFilterRole: // all at once; nobody looks for the digits of a figure
        if (column != Run) {
            return QStringLiteral("");
        }
        return m_found.contains(entry->run.id.value) ? QString(searchedText(*entry) + u' ' + m_words)
                                                     : searchedText(*entry);
    case kCurveRole: {
        const auto curve = m_curves.find(entry->run.id.value);
        return column == Curve && curve != m_curves.end() ? QVariant::fromValue(curve->second) : QVariant();
    }
    case widgets::kToneRole:
        if (column == Verdict) {
            return QVariant::fromValue(wordOf(entry->run).ink);
        }
        if (column == Mark) {
            return QVariant::fromValue(theme::Ink::Warning);
        }
        return QVariant::fromValue(column == Failed && entry->failedShare.value_or(0) > 0 ? theme::Ink::Bad
                                                                                          : theme::Ink::Text);
    case widgets::kIconRole:
        return iconOf(*entry, column);
    default:
        return {};
    }
}

Qt::ItemFlags HistoryModel::flags(const QModelIndex& index) const {
    const RunListEntry* entry = index.isValid() ? this->entry(index.row()) : nullptr;
    Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    const bool isTyped =
        index.column() == Note || (index.column() == Tags && entry != nullptr && canBeTyped(entry->run.tags));
    return entry != nullptr && isTyped ? flags | Qt::ItemIsEditable : flags;
}

bool HistoryModel::setData(const QModelIndex& index, const QVariant& value, int role) {
    const RunListEntry* entry = index.isValid() ? this->entry(index.row()) : nullptr;
    if (entry == nullptr || role != Qt::EditRole || !flags(index).testFlag(Qt::ItemIsEditable)) {
        return false;
    }
    history::RunNotes notes{entry->run.note, entry->run.tags, entry->run.isStarred};
    const history::RunNotes before = notes;
    if (index.column() == Note) {
        notes.note = value.toString().trimmed().toStdString();
    } else {
        notes.tags = tagsOf(value.toString());
    }
    if (notes != before) {
        Q_EMIT remarked(entry->run.id, notes);
    }
    return true;
}

QVariant HistoryModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || section < 0 || section >= kColumns) {
        return {};
    }
    if (role == Qt::TextAlignmentRole) {
        return widgets::alignmentOf(isText(section) || section == Curve);
    }
    if (section == Mark && (role == Qt::ToolTipRole || role == Qt::AccessibleTextRole)) {
        return tr("Starred");
    }
    const QString titles[] = {
        tr("Run"),         tr("Verdict"), tr("Started"), tr("Plan"),   tr("Build"),        tr("Rate, /s"),
        tr("P50, ms"),     tr("P95, ms"), tr("P99, ms"), tr("Failed"), tr("Requests"),     tr("Lasted"),
        tr("Environment"), tr("Tags"),    tr("Note"),    QString(),    tr("P95 over time")};
    return role == Qt::DisplayRole ? QVariant(titles[section]) : QVariant();
}

} // namespace bw::history_view
