#include "ui/shell/stored_run_page.h"

#include "ui/format/units.h"
#include "ui/format/words.h"
#include "ui/live/run_view.h"
#include "ui/shell/back_button.h"
#include "ui/theme/icons.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

namespace bw::shell {

StoredRunPage::StoredRunPage(QSettings& settings, QWidget* parent)
    : QWidget(parent)
    , m_title(new QLabel(this))
    , m_view(new live::RunView(settings, this)) {
    QToolButton* back = makeBackButton(this);
    connect(back, &QToolButton::clicked, this, &StoredRunPage::backRequested);
    auto* report = new QToolButton(this);
    report->setIcon(theme::icon(QStringLiteral("export")));
    report->setText(tr("Export report…"));
    report->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    connect(report, &QToolButton::clicked, this, &StoredRunPage::exportRequested);
    m_title->setTextFormat(Qt::PlainText);
    auto* head = new QHBoxLayout;
    head->setContentsMargins(theme::kGrid, theme::kHalfGrid, theme::kGrid, theme::kHalfGrid);
    head->addWidget(back);
    head->addWidget(m_title, 1);
    head->addWidget(report);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(head);
    column->addWidget(m_view, 1);
}

void StoredRunPage::setPicture(const bridge::RunPicturePtr& picture) {
    const report::RunInfo& run = picture->model.run;
    QStringList parts{tr("Run %1").arg(format::plain(run.id)), format::plain(run.planName),
                      format::wallTime(run.started)};
    for (const std::string* part : {&run.environment, &run.build, &run.note}) {
        if (!part->empty()) {
            parts.append(format::plain(*part));
        }
    }
    m_title->setText(parts.join(QStringLiteral("  ·  ")));
    m_view->begin();
    m_view->setPicture(picture);
}

} // namespace bw::shell
