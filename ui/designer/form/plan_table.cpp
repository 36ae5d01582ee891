#include "ui/designer/form/plan_table.h"

#include "ui/designer/form/marks.h"
#include "ui/designer/outline/outline_node.h"
#include "ui/format/problem_text.h"
#include "ui/theme/tokens.h"

#include <QGuiApplication>

namespace bw::designer {

PlanTable::PlanTable(bridge::PlanDocument& document, PlanRows rows, QObject* parent)
    : QAbstractTableModel(parent)
    , m_document(document)
    , m_rows(std::move(rows)) {}

const testplan::TestPlan* PlanTable::plan() const {
    const bridge::PlanStatePtr state = m_document.state();
    return state && state->plan ? &*state->plan : nullptr;
}

void PlanTable::refresh() {
    take(plan() != nullptr ? m_rows.count(*plan()) : 0);
}

void PlanTable::clear() {
    if (m_count > 0) {
        beginResetModel();
        m_count = 0;
        m_isCleared = true;
        endResetModel();
        Q_EMIT refilled();
    }
}

void PlanTable::take(int count) {
    const std::string first = count > 0 ? m_rows.place(*plan(), 0, -1) : std::string();
    if (count != m_count) {
        beginResetModel();
        if (!m_isCleared && (count == 0 || first == m_first)) {
            m_typed.clear(); // the rows behind the one that came or went have other places now
        }
        m_count = count;
        m_isCleared = false;
        m_first = first.empty() ? m_first : first;
        findProblems();
        endResetModel();
        Q_EMIT refilled();
        return;
    }
    m_first = first.empty() ? m_first : first;
    findProblems();
    if (m_count > 0 && columnCount() > 0) {
        Q_EMIT dataChanged(index(0, 0), index(m_count - 1, columnCount() - 1));
    }
}

void PlanTable::setRows(PlanRows rows) {
    beginResetModel();
    m_rows = std::move(rows);
    m_count = plan() != nullptr ? m_rows.count(*plan()) : 0;
    m_typed.clear();
    findProblems();
    endResetModel();
    Q_EMIT refilled();
}

void PlanTable::findProblems() {
    m_problems.clear();
    if (m_count == 0 || m_document.state()->problems.empty()) {
        return;
    }
    const auto place = [&](int row, int column) { return m_rows.place(*plan(), row, column); };
    for (const testplan::Problem& problem : m_document.state()->problems) {
        for (int row = 0; row < m_count; ++row) {
            if (!isPlaceWithin(problem.place, place(row, -1))) {
                continue;
            }
            int at = 0; // what is about the whole row stands in its first cell
            for (int column = 0; column < columnCount(); ++column) {
                if (isPlaceWithin(problem.place, place(row, column))) {
                    at = column;
                }
            }
            const QString text = columnOf(index(row, at)).read(*plan(), row);
            const QPoint piece = problem.place == place(row, at) ? wrongPiece(text, problem) : QPoint();
            m_problems.try_emplace({row, at},
                                   Wrong{{}, format::problemSentence(problem), problem.severity, piece});
        }
    }
}

int PlanTable::add(int after) {
    int added = -1;
    const bool isTaken = m_document.edit(tr("Add %1").arg(m_rows.name), {},
                                         [&](auto& plan) { added = m_rows.add(plan, after); });
    return isTaken ? added : -1;
}

void PlanTable::remove(int row) {
    m_document.edit(tr("Remove %1").arg(m_rows.name), {}, [&](auto& plan) { m_rows.remove(plan, row); });
}

void PlanTable::move(int from, int to) {
    if (to >= 0 && to < m_count) {
        m_document.edit(tr("Move %1").arg(m_rows.name), {}, [&](auto& plan) { m_rows.move(plan, from, to); });
    }
}

QModelIndex PlanTable::indexOf(const std::string& place) const {
    QModelIndex found;
    for (int row = 0; row < m_count && isThere(index(row, 0)); ++row) {
        if (!isPlaceWithin(place, m_rows.place(*plan(), row, -1))) {
            continue;
        }
        found = index(row, 0);
        for (int column = 0; column < columnCount(); ++column) {
            if (isPlaceWithin(place, m_rows.place(*plan(), row, column))) {
                found = index(row, column);
            }
        }
    }
    return found;
}

const PlanColumn& PlanTable::columnOf(const QModelIndex& index) const {
    return m_rows.columns[static_cast<std::size_t>(index.column())];
}

// Several columns may stand at one place: a name and its value.
std::string PlanTable::cellKey(const QModelIndex& index) const {
    return m_rows.place(*plan(), index.row(), index.column()) + '#' + std::to_string(index.column());
}

const PlanTable::Wrong* PlanTable::wrongAt(const QModelIndex& index) const {
    if (!m_typed.empty()) {
        if (const auto typed = m_typed.find(cellKey(index)); typed != m_typed.end()) {
            return &typed->second;
        }
    }
    const auto problem = m_problems.find({index.row(), index.column()});
    return problem != m_problems.end() ? &problem->second : nullptr;
}

void PlanTable::forget() {
    m_typed.clear();
}

int PlanTable::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : m_count;
}

int PlanTable::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.columns.size());
}

QVariant PlanTable::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount()) {
        return {};
    }
    const PlanColumn& column = m_rows.columns[static_cast<std::size_t>(section)];
    switch (role) {
    case Qt::DisplayRole:
        return column.title;
    case Qt::ToolTipRole:
        return column.toolTip.isEmpty() ? QVariant() : column.toolTip;
    case Qt::TextAlignmentRole:
        return int(Qt::AlignVCenter | (column.kind == CellKind::Figure ? Qt::AlignRight : Qt::AlignLeft));
    default:
        return {};
    }
}

// A table that is not shown is not refreshed with every change, and may still be asked.
bool PlanTable::isThere(const QModelIndex& index) const {
    return index.isValid() && plan() != nullptr && index.row() < m_rows.count(*plan());
}

QVariant PlanTable::data(const QModelIndex& index, int role) const {
    if (!isThere(index)) {
        return {};
    }
    const PlanColumn& column = columnOf(index);
    const Wrong* wrong = wrongAt(index);
    const auto text = [&] {
        return wrong != nullptr && !wrong->text.isNull() ? wrong->text : column.read(*plan(), index.row());
    };
    switch (role) {
    case Qt::DisplayRole:
    case Qt::EditRole:
        return column.kind == CellKind::Flag ? QVariant() : text();
    case Qt::CheckStateRole:
        return column.kind == CellKind::Flag ? QVariant(text().isEmpty() ? Qt::Unchecked : Qt::Checked)
                                             : QVariant();
    case Qt::TextAlignmentRole:
        return int(Qt::AlignVCenter | (column.kind == CellKind::Figure ? Qt::AlignRight : Qt::AlignLeft));
    case Qt::ToolTipRole:
        return wrong != nullptr ? wrong->sentence : text();
    case Qt::AccessibleDescriptionRole:
    case kWrongRole:
        return wrong != nullptr ? wrong->sentence : QString();
    case kSeverityRole:
        return wrong != nullptr ? static_cast<int>(wrong->severity) : -1;
    case kHintRole:
        return column.hint ? column.hint(*plan(), index.row()) : QString();
    case kChoicesRole:
        return column.choices;
    case kPieceRole:
        return wrong != nullptr ? wrong->piece : QPoint();
    case kLanguageRole:
        return static_cast<int>(column.language);
    default:
        return {};
    }
}

Qt::ItemFlags PlanTable::flags(const QModelIndex& index) const {
    if (!index.isValid()) {
        return Qt::NoItemFlags;
    }
    const Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
    const PlanColumn& column = columnOf(index);
    if (!column.write) {
        return flags;
    }
    return flags | (column.kind == CellKind::Flag ? Qt::ItemIsUserCheckable : Qt::ItemIsEditable);
}

bool PlanTable::setData(const QModelIndex& index, const QVariant& value, int role) {
    if (!isThere(index) || !columnOf(index).write) {
        return false;
    }
    if (role == Qt::CheckStateRole && columnOf(index).kind == CellKind::Flag) {
        apply(index, value.value<Qt::CheckState>() == Qt::Checked ? QStringLiteral("1") : QString());
        return true;
    }
    if (role != Qt::EditRole) {
        return false;
    }
    // What was not touched stays, blanks at its ends and all.
    const QString typed = value.toString();
    const bool isSame = wrongAt(index) == nullptr && typed == columnOf(index).read(*plan(), index.row());
    return isSame || keepOrMark(index, typed.trimmed());
}

bool PlanTable::keepOrMark(const QModelIndex& index, const QString& text) {
    const PlanColumn& column = columnOf(index);
    const std::string cell = cellKey(index);
    const QString sentence = column.check ? column.check(*plan(), index.row(), text) : QString();
    if (sentence.isEmpty()) {
        m_typed.erase(cell);
        if (text != column.read(*plan(), index.row())) {
            apply(index, text);
            return true;
        }
    } else {
        // Not null, so that an empty text is one, too.
        m_typed[cell] = Wrong{text.isNull() ? QStringLiteral("") : text, sentence};
    }
    Q_EMIT dataChanged(index, index);
    return true;
}

void PlanTable::apply(const QModelIndex& index, const QString& text) {
    const PlanColumn& column = columnOf(index);
    const QString place = QString::fromStdString(m_rows.place(*plan(), index.row(), index.column()));
    m_document.endMerge();
    m_document.edit(tr("Change %1 of %2").arg(column.title, m_rows.name), place,
                    [&, row = index.row()](auto& plan) { column.write(plan, row, text); });
}

} // namespace bw::designer
