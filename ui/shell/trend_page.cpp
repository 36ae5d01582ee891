#include "ui/shell/trend_page.h"

#include "ui/compare/trend_view.h"
#include "ui/shell/back_button.h"
#include "ui/theme/tokens.h"

#include <QHBoxLayout>
#include <QToolButton>
#include <QVBoxLayout>

namespace bw::shell {

TrendPage::TrendPage(QSettings& settings, QWidget* parent)
    : QWidget(parent)
    , m_view(new compare::TrendView(settings, this)) {
    QToolButton* back = makeBackButton(this);
    connect(back, &QToolButton::clicked, this, &TrendPage::backRequested);
    auto* head = new QHBoxLayout;
    head->setContentsMargins(theme::kGrid, theme::kHalfGrid, theme::kGrid, theme::kHalfGrid);
    head->addWidget(back);
    head->addStretch(1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(head);
    column->addWidget(m_view, 1);
}

} // namespace bw::shell
