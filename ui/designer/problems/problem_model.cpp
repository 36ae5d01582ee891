#include "ui/designer/problems/problem_model.h"

#include "ui/format/problem_text.h"
#include "ui/format/words.h"
#include "ui/theme/icons.h"
#include "ui/widgets/data_table.h"

namespace bw::designer {
namespace {

QVariant text(const testplan::Problem& problem, int column) {
    switch (column) {
    case ProblemModel::Sentence: {
        QString sentence = format::problemSentence(problem);
        if (!sentence.isEmpty()) {
            sentence[0] = sentence[0].toUpper();
        }
        return sentence;
    }
    case ProblemModel::Where:
        return format::plain(problem.place);
    case ProblemModel::Line:
        return problem.line == 0 ? QVariant() : QString::number(problem.line);
    default:
        return {};
    }
}

} // namespace

void ProblemModel::setProblems(std::vector<testplan::Problem> problems) {
    if (problems == m_problems) {
        return;
    }
    beginResetModel();
    m_problems = std::move(problems);
    endResetModel();
}

const testplan::Problem& ProblemModel::at(int row) const {
    return m_problems[static_cast<std::size_t>(row)];
}

int ProblemModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_problems.size());
}

int ProblemModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : Columns;
}

QVariant ProblemModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid()) {
        return {};
    }
    const testplan::Problem& problem = at(index.row());
    const bool isError = problem.severity == testplan::Severity::Error;
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        return text(problem, index.column());
    case Qt::DecorationRole:
        if (index.column() != Sentence) {
            return {};
        }
        return theme::icon(isError ? QStringLiteral("fail") : QStringLiteral("warning"),
                           isError ? theme::Ink::Bad : theme::Ink::Warning);
    case Qt::AccessibleDescriptionRole:
        return isError ? tr("error") : tr("warning");
    case Qt::TextAlignmentRole:
        return int(Qt::AlignVCenter | (index.column() == Line ? Qt::AlignRight : Qt::AlignLeft));
    case widgets::kSortRole:
        return index.column() == Line ? QVariant(qulonglong(problem.line)) : text(problem, index.column());
    default:
        return {};
    }
}

QVariant ProblemModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || section < 0 || section >= Columns) {
        return {};
    }
    if (role == Qt::TextAlignmentRole) {
        return int(Qt::AlignVCenter | (section == Line ? Qt::AlignRight : Qt::AlignLeft));
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    return section == Sentence ? tr("Problem") : section == Where ? tr("Place") : tr("Line");
}

} // namespace bw::designer
