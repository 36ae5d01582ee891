#pragma once

#include "core/verdict/evaluation.h"
#include "ui/widgets/row_model.h"

namespace bw::live {

// One thing that judges the run.
struct JudgedRow {
    QString source;  // "Threshold", "Budget api", "Check"
    QString subject; // of what
    QString limit;   // "P95 < 10 ms", "p(99)<10"
    QString value;
    QString room; // head-room in words, or how often a check failed
    QString state;
    QString stateSentence;
    theme::Ink tone = theme::Ink::Text;
    QString icon;
    int weight = 0; // failures before doubts before passes
};

// Thresholds, budgets and checks in one table; what fails stands first when sorted by state.
class LimitModel : public widgets::RowModel<JudgedRow> {
    Q_OBJECT

public:
    enum Column : int { State, Source, Subject, Limit, Value, Room, kColumns };

    using RowModel::RowModel;

    void setEvaluation(const verdict::Evaluation& evaluation);

    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
};

} // namespace bw::live
