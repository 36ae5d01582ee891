#pragma once

#include "ui/bridge/plan_state.h"

#include <QWidget>

class QLabel;
class QToolButton;

namespace bw::widgets {
class DataTable;
}

namespace bw::designer {

class ProblemModel;

// What is wrong with the plan, and the way there: a line with the first problem, which opens the table of
// all. The table stands where the view puts it.
class ProblemPanel : public QWidget {
    Q_OBJECT

public:
    // The table is shown from the beginning when `isOpen`.
    ProblemPanel(bool isOpen, QWidget* parent);

    void setProblems(const std::vector<testplan::Problem>& problems);
    [[nodiscard]] widgets::DataTable& table() const { return *m_table; }
    [[nodiscard]] QToolButton& opener() const { return *m_opener; }

Q_SIGNALS:
    // Enter or a click on a line.
    void chosen(const QString& place, int line);
    void openChanged(bool isOpen);

protected:
    void changeEvent(QEvent* event) override;

private:
    void setupTable();
    void setupLine(bool isOpen);
    void choose(int row);
    void tell();

    ProblemModel* m_model;
    QToolButton* m_opener;
    QLabel* m_first;
    widgets::DataTable* m_table;
};

} // namespace bw::designer
