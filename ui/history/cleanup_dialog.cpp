#include "ui/history/cleanup_dialog.h"

#include "ui/theme/tokens.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>

namespace bw::history_view {

CleanupDialog::CleanupDialog(const bridge::RunList& runs, QWidget* parent)
    : QDialog(parent)
    , m_byAge(new QCheckBox(tr("Runs &older than"), this))
    , m_days(new QSpinBox(this))
    , m_byCount(new QCheckBox(tr("Of each plan and environment, &all but the newest"), this))
    , m_keep(new QSpinBox(this))
    , m_words(new QLabel(this)) {
    setWindowTitle(tr("Clean up the history"));
    for (const bridge::RunListEntry& entry : runs) {
        m_runs.push_back(entry.run);
        if (entry.baseline && std::ranges::find(m_baselines, *entry.baseline) == m_baselines.end()) {
            m_baselines.push_back(*entry.baseline);
        }
    }
    m_days->setRange(1, 3650);
    m_days->setValue(90);
    m_days->setSuffix(tr(" days"));
    m_days->setAccessibleName(tr("Age in days"));
    m_keep->setRange(1, 100'000);
    m_keep->setValue(50);
    m_keep->setSuffix(tr(" runs"));
    m_keep->setAccessibleName(tr("Runs to keep"));
    m_byAge->setChecked(true);
    setupLayout();
    for (QCheckBox* box : {m_byAge, m_byCount}) {
        connect(box, &QCheckBox::toggled, this, &CleanupDialog::tell);
    }
    for (QSpinBox* field : {m_days, m_keep}) {
        connect(field, &QSpinBox::valueChanged, this, &CleanupDialog::tell);
    }
    tell();
}

void CleanupDialog::setupLayout() {
    auto* grid = new QGridLayout;
    grid->addWidget(m_byAge, 0, 0);
    grid->addWidget(m_days, 0, 1);
    grid->addWidget(m_byCount, 1, 0);
    grid->addWidget(m_keep, 1, 1);
    grid->setColumnStretch(0, 1);
    auto* kept = new QLabel(tr("Starred runs, baselines and what still runs stay."), this);
    kept->setForegroundRole(QPalette::PlaceholderText); // muted
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_delete = buttons->addButton(tr("Delete"), QDialogButtonBox::AcceptRole);
    m_delete->setProperty("main", true);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(2 * theme::kGrid, 2 * theme::kGrid, 2 * theme::kGrid, 2 * theme::kGrid);
    column->setSpacing(theme::kGrid);
    column->addWidget(new QLabel(tr("Delete"), this));
    column->addLayout(grid);
    column->addWidget(kept);
    column->addWidget(m_words);
    column->addWidget(buttons);
}

std::vector<history::RunId> CleanupDialog::going() const {
    history::Retention retention;
    if (m_byAge->isChecked()) {
        retention.olderThan = std::chrono::hours(24) * m_days->value();
    }
    if (m_byCount->isChecked()) {
        retention.keep = static_cast<std::size_t>(m_keep->value());
    }
    std::vector<history::RunId> ids;
    for (const history::RunSummary& run :
         history::runsToPrune(m_runs, m_baselines, retention, SystemClock::instance().wallNow())) {
        ids.push_back(run.id);
    }
    return ids;
}

void CleanupDialog::tell() {
    m_days->setEnabled(m_byAge->isChecked());
    m_keep->setEnabled(m_byCount->isChecked());
    const std::size_t count = going().size();
    m_words->setText(count == 0 ? tr("No run goes.") : tr("%1 of %2 runs go.").arg(count).arg(m_runs.size()));
    m_delete->setEnabled(count > 0);
}

} // namespace bw::history_view
