#include "ui/live/limit_model.h"

#include "ui/format/limit_text.h"
#include "ui/format/units.h"
#include "ui/format/verdict_text.h"
#include "ui/format/words.h"
#include "ui/widgets/data_table.h"

namespace bw::live {
namespace {

enum class Standing { Bad, Doubt, Good, Quiet };

void stand(JudgedRow& row, Standing standing) {
    row.weight = static_cast<int>(standing);
    switch (standing) {
    case Standing::Bad:
        row.tone = theme::Ink::Bad;
        row.icon = QStringLiteral("fail");
        return;
    case Standing::Doubt:
        row.tone = theme::Ink::Warning;
        row.icon = QStringLiteral("inconclusive");
        return;
    case Standing::Good:
        row.tone = theme::Ink::Good;
        row.icon = QStringLiteral("pass");
        return;
    case Standing::Quiet:
        row.tone = theme::Ink::Muted;
        return;
    }
}

Standing standingOf(verdict::ThresholdState state) {
    switch (state) {
    case verdict::ThresholdState::Fail:
        return Standing::Bad;
    case verdict::ThresholdState::Pass:
        return Standing::Good;
    case verdict::ThresholdState::NoSamples:
        return Standing::Doubt;
    case verdict::ThresholdState::NotYet:
        break;
    }
    return Standing::Quiet;
}

Standing standingOf(verdict::BudgetState state) {
    switch (state) {
    case verdict::BudgetState::Fail:
        return Standing::Bad;
    case verdict::BudgetState::Pass:
        return Standing::Good;
    case verdict::BudgetState::NoSamples:
        return Standing::Doubt;
    case verdict::BudgetState::NotYet:
    case verdict::BudgetState::NotExercised:
    case verdict::BudgetState::NotMeasured:
        break;
    }
    return Standing::Quiet;
}

JudgedRow rowOf(const verdict::ThresholdResult& threshold) {
    JudgedRow row;
    row.source = LimitModel::tr("Threshold");
    row.subject = format::plain(threshold.selector);
    row.limit = format::plain(threshold.source);
    row.value = format::thresholdValueAgainst(threshold);
    row.state = format::stateWord(threshold.state);
    row.stateSentence = format::stateSentence(threshold.state);
    stand(row, standingOf(threshold.state));
    return row;
}

JudgedRow rowOf(const verdict::BudgetResult& budget, const verdict::BudgetRowResult& subject,
                const verdict::LimitResult& limit) {
    JudgedRow row;
    row.source = LimitModel::tr("Budget %1").arg(format::plain(budget.name));
    row.subject = format::subjectName(subject.subject);
    row.limit = format::limitName(limit) + u' ' + format::limitBound(limit);
    row.value = limit.value ? format::limitValueAgainst(limit) : LimitModel::tr("no samples");
    row.room = format::headRoom(limit);
    row.state = format::stateWord(limit.state);
    row.stateSentence = format::stateSentence(limit.state);
    stand(row, standingOf(limit.state));
    return row;
}

JudgedRow rowOf(const verdict::CheckResult& check) {
    const std::uint64_t all = check.passes + check.fails;
    JudgedRow row;
    row.source = LimitModel::tr("Check");
    row.subject = format::plain(check.group.empty() ? check.name : check.group + "::" + check.name);
    row.value = all == 0 ? QStringLiteral("–")
                         : format::percent(static_cast<double>(check.passes) / static_cast<double>(all));
    row.room =
        check.fails == 0
            ? LimitModel::tr("%1 passed").arg(format::exactCount(check.passes))
            : LimitModel::tr("%1 of %2 failed").arg(format::exactCount(check.fails), format::exactCount(all));
    row.state = check.fails == 0 ? LimitModel::tr("holds") : LimitModel::tr("fails at times");
    row.stateSentence = LimitModel::tr("Failed checks alone do not fail a run.");
    stand(row, check.fails == 0 ? Standing::Good : Standing::Doubt);
    return row;
}

} // namespace

void LimitModel::setEvaluation(const verdict::Evaluation& evaluation) {
    std::vector<JudgedRow> rows;
    for (const verdict::ThresholdResult& threshold : evaluation.thresholds) {
        rows.push_back(rowOf(threshold));
    }
    for (const verdict::BudgetResult& budget : evaluation.budgets) {
        for (const verdict::BudgetRowResult& subject : budget.rows) {
            for (const verdict::LimitResult& limit : subject.limits) {
                rows.push_back(rowOf(budget, subject, limit));
            }
        }
    }
    for (const verdict::CheckResult& check : evaluation.checks) {
        rows.push_back(rowOf(check));
    }
    take(std::move(rows), [](const JudgedRow& a, const JudgedRow& b) {
        return a.source == b.source && a.subject == b.subject && a.limit == b.limit;
    });
}

int LimitModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : kColumns;
}

QVariant LimitModel::data(const QModelIndex& index, int role) const {
    const JudgedRow* row = rowAt(index);
    if (row == nullptr) {
        return {};
    }
    const QString* const texts[] = {&row->state, &row->source, &row->subject,
                                    &row->limit, &row->value,  &row->room};
    switch (role) {
    case Qt::DisplayRole:
        return *texts[index.column()];
    case Qt::ToolTipRole:
        return index.column() == State ? QVariant(row->stateSentence) : QVariant();
    case Qt::TextAlignmentRole:
        return widgets::alignmentOf(index.column() != Value);
    case widgets::kSortRole:
        return index.column() == State ? QVariant(row->weight) : QVariant(*texts[index.column()]);
    case widgets::kToneRole:
        return QVariant::fromValue(index.column() == State ? row->tone : theme::Ink::Text);
    case widgets::kIconRole:
        return index.column() == State ? row->icon : QString();
    default:
        return {};
    }
}

QVariant LimitModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || section < 0 || section >= kColumns) {
        return {};
    }
    if (role == Qt::TextAlignmentRole) {
        return widgets::alignmentOf(section != Value);
    }
    const QString titles[] = {tr("State"), tr("Judged by"), tr("Of"),
                              tr("Limit"), tr("Value"),     tr("Head-room")};
    return role == Qt::DisplayRole ? QVariant(titles[section]) : QVariant();
}

} // namespace bw::live
