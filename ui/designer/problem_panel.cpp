#include "ui/designer/problem_panel.h"

#include "ui/designer/problem_model.h"
#include "ui/format/problem_text.h"
#include "ui/theme/icons.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/data_table.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QToolButton>

#include <algorithm>

namespace bw::designer {

ProblemPanel::ProblemPanel(bool isOpen, QWidget* parent)
    : QWidget(parent)
    , m_model(new ProblemModel(this))
    , m_opener(new QToolButton(this))
    , m_first(new QLabel(this))
    , m_table(new widgets::DataTable(this)) {
    setupTable();
    setupLine(isOpen);
    tell();
}

void ProblemPanel::setupTable() {
    m_table->setSource(m_model);
    m_table->setAccessibleName(tr("Problems of the plan"));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setMinimumHeight(12 * theme::kGrid);
    QHeaderView* header = m_table->horizontalHeader();
    header->setStretchLastSection(false);
    header->setSectionResizeMode(ProblemModel::Sentence, QHeaderView::Stretch);
    header->setSectionResizeMode(ProblemModel::Where, QHeaderView::Stretch);
    header->setSectionResizeMode(ProblemModel::Line, QHeaderView::ResizeToContents);
    connect(m_table, &widgets::DataTable::rowActivated, this, &ProblemPanel::choose);
    connect(m_table, &QTableView::clicked, this, [this] { choose(m_table->currentSourceRow()); });
}

void ProblemPanel::setupLine(bool isOpen) {
    m_opener->setCheckable(true);
    m_opener->setChecked(isOpen);
    m_opener->setProperty("quiet", true);
    m_opener->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    connect(m_opener, &QToolButton::toggled, this, [this](bool shows) {
        tell();
        Q_EMIT openChanged(shows);
    });
    m_first->setTextFormat(Qt::PlainText);
    m_first->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    auto* line = new QHBoxLayout(this);
    line->setContentsMargins(theme::kGrid, theme::kHalfGrid, theme::kGrid, theme::kHalfGrid);
    line->setSpacing(theme::kGrid);
    line->addWidget(m_opener);
    line->addWidget(m_first, 1);
}

void ProblemPanel::setProblems(const std::vector<testplan::Problem>& problems) {
    m_model->setProblems(problems);
    tell();
}

void ProblemPanel::tell() {
    const int count = m_model->rowCount();
    const bool isOpen = m_opener->isChecked() && count > 0;
    m_opener->setEnabled(count > 0);
    m_opener->setText(count == 0 ? tr("No problems") : tr("%n problem(s)", nullptr, count));
    m_opener->setAccessibleDescription(isOpen ? tr("hides the list") : tr("shows the list"));
    bool hasErrors = false;
    for (int row = 0; row < count; ++row) {
        hasErrors = hasErrors || m_model->at(row).severity == testplan::Severity::Error;
    }
    m_opener->setIcon(count == 0  ? theme::icon(QStringLiteral("pass"), theme::Ink::Good)
                      : hasErrors ? theme::icon(QStringLiteral("fail"), theme::Ink::Bad)
                                  : theme::icon(QStringLiteral("warning"), theme::Ink::Warning));
    m_first->setText(count == 0 || isOpen ? QString() : format::problemText(m_model->at(0)));
    m_first->setToolTip(m_first->text());
    m_table->setVisible(isOpen);
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
