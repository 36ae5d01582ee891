#include "ui/designer/problem_panel.h"

#include "ui/designer/problem_model.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/data_table.h"

#include <QHeaderView>
#include <QLabel>
#include <QVBoxLayout>

namespace bw::designer {

ProblemPanel::ProblemPanel(QWidget* parent)
    : QWidget(parent)
    , m_model(new ProblemModel(this))
    , m_count(new QLabel(this))
    , m_table(new widgets::DataTable(this)) {
    m_count->setContentsMargins(theme::kGrid, theme::kHalfGrid, theme::kGrid, theme::kHalfGrid);
    m_count->setBuddy(m_table);
    m_table->setSource(m_model);
    m_table->setAccessibleName(tr("Problems of the plan"));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    QHeaderView* header = m_table->horizontalHeader();
    header->setStretchLastSection(false);
    header->setSectionResizeMode(ProblemModel::Sentence, QHeaderView::Stretch);
    header->setSectionResizeMode(ProblemModel::Where, QHeaderView::Stretch);
    header->setSectionResizeMode(ProblemModel::Line, QHeaderView::ResizeToContents);
    connect(m_table, &widgets::DataTable::rowActivated, this, &ProblemPanel::choose);
    connect(m_table, &QTableView::clicked, this, [this] { choose(m_table->currentSourceRow()); });
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_count);
    column->addWidget(m_table);
    setProblems({});
}

void ProblemPanel::setProblems(const std::vector<testplan::Problem>& problems) {
    m_model->setProblems(problems);
    m_count->setText(problems.empty() ? tr("No problems")
                                      : tr("%n problems", nullptr, static_cast<int>(problems.size())));
    m_table->setVisible(!problems.empty());
}

void ProblemPanel::choose(int row) {
    if (row >= 0 && row < m_model->rowCount()) {
        const testplan::Problem& problem = m_model->at(row);
        Q_EMIT chosen(QString::fromStdString(problem.place), static_cast<int>(problem.line));
    }
}

} // namespace bw::designer
