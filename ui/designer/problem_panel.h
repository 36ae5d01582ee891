#pragma once

#include "ui/bridge/plan_state.h"

#include <QWidget>

class QLabel;

namespace bw::widgets {
class DataTable;
}

namespace bw::designer {

class ProblemModel;

// What is wrong with the plan, and the way there.
class ProblemPanel : public QWidget {
    Q_OBJECT

public:
    explicit ProblemPanel(QWidget* parent);

    void setProblems(const std::vector<testplan::Problem>& problems);
    [[nodiscard]] widgets::DataTable& table() const { return *m_table; }

Q_SIGNALS:
    // Enter or a click on a line.
    void chosen(const QString& place, int line);

private:
    void choose(int row);

    ProblemModel* m_model;
    QLabel* m_count;
    widgets::DataTable* m_table;
};

} // namespace bw::designer
