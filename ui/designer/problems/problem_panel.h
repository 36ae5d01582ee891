#pragma once

#include "ui/bridge/plan_state.h"

#include <QWidget>

class QToolButton;

namespace bw::widgets {
class DataTable;
}

namespace bw::designer {

class ProblemModel;

// What is wrong with the plan, and the way there: the table of all, and the button that opens it, which says
// how many. Both stand where the view puts them; the panel is the table's.
class ProblemPanel : public QWidget {
    Q_OBJECT

public:
    explicit ProblemPanel(QWidget* parent);

    void setProblems(const std::vector<testplan::Problem>& problems);
    [[nodiscard]] widgets::DataTable& table() const { return *m_table; }
    [[nodiscard]] QToolButton& opener() const { return *m_opener; }
    // The first problem in words; empty when there is none.
    [[nodiscard]] QString first() const;

Q_SIGNALS:
    // Enter or a click on a line.
    void chosen(const QString& place, int line);

protected:
    void changeEvent(QEvent* event) override;

private:
    void setupTable();
    void choose(int row);
    void tell();

    ProblemModel* m_model;
    QToolButton* m_opener;
    widgets::DataTable* m_table;
};

} // namespace bw::designer
