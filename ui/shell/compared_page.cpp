#include "ui/shell/compared_page.h"

#include "ui/compare/compare_view.h"
#include "ui/shell/back_button.h"
#include "ui/theme/icons.h"
#include "ui/theme/tokens.h"

#include <QHBoxLayout>
#include <QToolButton>
#include <QVBoxLayout>

namespace bw::shell {

ComparedPage::ComparedPage(QSettings& settings, QWidget* parent)
    : QWidget(parent)
    , m_view(new compare::CompareView(settings, this)) {
    QToolButton* back = makeBackButton(this);
    connect(back, &QToolButton::clicked, this, &ComparedPage::backRequested);
    auto* report = new QToolButton(this);
    report->setIcon(theme::icon(QStringLiteral("export")));
    report->setText(tr("Export report…"));
    report->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    connect(report, &QToolButton::clicked, this, &ComparedPage::exportRequested);
    auto* head = new QHBoxLayout;
    head->setContentsMargins(theme::kGrid, theme::kHalfGrid, theme::kGrid, theme::kHalfGrid);
    head->addWidget(back);
    head->addStretch(1);
    head->addWidget(report);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(head);
    column->addWidget(m_view, 1);
}

} // namespace bw::shell
