#include "ui/live/baseline_pane.h"

#include "ui/format/regression_text.h"
#include "ui/live/regression_table.h"
#include "ui/theme/icons.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/tone_delegate.h"

#include <QHeaderView>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

namespace bw::live {

BaselinePane::BaselinePane(QWidget* parent)
    : QWidget(parent)
    , m_sentence(new QLabel(this))
    , m_compare(new QToolButton(this))
    , m_model(new RegressionTable(this))
    , m_table(new widgets::DataTable(this)) {
    m_sentence->setTextFormat(Qt::PlainText);
    m_sentence->setWordWrap(true);
    m_sentence->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_compare->setIcon(theme::icon(QStringLiteral("compare")));
    m_compare->setText(tr("Compare"));
    m_compare->setToolTip(tr("Every figure of the run beside the baseline's, with intervals"));
    m_compare->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    connect(m_compare, &QToolButton::clicked, this, [this] {
        Q_EMIT compareRequested(report::idsOf(m_regression->comparison.before),
                                report::idsOf(m_regression->comparison.after));
    });
    m_table->setItemDelegate(new widgets::ToneDelegate(m_table));
    m_table->setSource(m_model);
    m_table->setAccessibleName(tr("Regressions"));
    m_table->setLastStretches(false);
    m_table->sortByColumn(RegressionTable::Severity, Qt::AscendingOrder);
    const int widths[] = {88, 240, 96, 96, 96, 88, 88, 96};
    for (int column = 0; column < RegressionTable::kColumns; ++column) {
        m_table->horizontalHeader()->resizeSection(column, widths[column]);
    }
    auto* head = new QHBoxLayout;
    head->setContentsMargins(theme::kGrid, 0, theme::kGrid, 0);
    head->addWidget(m_sentence, 1);
    head->addWidget(m_compare, 0, Qt::AlignTop);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, theme::kHalfGrid, 0, 0);
    column->setSpacing(theme::kHalfGrid);
    column->addLayout(head);
    column->addWidget(m_table, 1);
}

void BaselinePane::setRegression(const bridge::RegressionPtr& regression) {
    m_regression = regression;
    m_compare->setEnabled(regression != nullptr);
    m_sentence->setText(regression ? format::regressionSentence(*regression) : QString());
    m_model->setRows(regression ? regression->regressions : std::vector<analysis::Regression>());
    m_table->setVisible(m_model->rowCount() > 0);
}

} // namespace bw::live
