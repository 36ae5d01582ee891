#pragma once

#include "core/testplan/problem.h"

#include <QAbstractTableModel>

#include <vector>

namespace bw::designer {

// The problems of a plan, in the order of the document.
class ProblemModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column : int { Sentence, Where, Line, Columns };

    using QAbstractTableModel::QAbstractTableModel;

    void setProblems(std::vector<testplan::Problem> problems);
    [[nodiscard]] const testplan::Problem& at(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::vector<testplan::Problem> m_problems;
};

} // namespace bw::designer
