#include "ui/designer/problems/problem_panel.h"

#include "ui/designer/problems/problem_model.h"
#include "ui/format/problem_text.h"
#include "ui/theme/icons.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/data_table.h"

#include <QEvent>
#include <QHeaderView>
#include <QToolButton>
#include <QVBoxLayout>

namespace bw::designer {

ProblemPanel::ProblemPanel(QWidget* parent)
    : QWidget(parent)
    , m_model(new ProblemModel(this))
    , m_opener(new QToolButton(this))
    , m_table(new widgets::DataTable(this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_table);
    setupTable();
    tell();
}

void ProblemPanel::setupTable() {
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
}

void ProblemPanel::setProblems(const std::vector<testplan::Problem>& problems) {
    m_model->setProblems(problems);
    tell();
}

QString ProblemPanel::first() const {
    return m_model->rowCount() > 0 ? format::problemText(m_model->at(0)) : QString();
}

void ProblemPanel::tell() {
    const int count = m_model->rowCount();
    m_opener->setText(count == 0 ? tr("No problems") : tr("%n problem(s)", nullptr, count));
    bool hasErrors = false;
    for (int row = 0; row < count; ++row) {
        hasErrors = hasErrors || m_model->at(row).severity == testplan::Severity::Error;
    }
    m_opener->setIcon(count == 0  ? theme::icon(QStringLiteral("pass"), theme::Ink::Good)
                      : hasErrors ? theme::icon(QStringLiteral("fail"), theme::Ink::Bad)
                                  : theme::icon(QStringLiteral("warning"), theme::Ink::Warning));
    m_opener->setToolTip(first());
}

void ProblemPanel::choose(int row) {
    if (row >= 0 && row < m_model->rowCount()) {
        const testplan::Problem& problem = m_model->at(row);
        Q_EMIT chosen(QString::fromStdString(problem.place), static_cast<int>(problem.line));
    }
}

void ProblemPanel::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        tell();
    }
}

} // namespace bw::designer
