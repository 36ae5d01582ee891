#include "ui/history/baseline_dialog.h"

#include "core/analysis/regression.h"
#include "core/metrics/metric.h"
#include "ui/format/comparison_text.h"
#include "ui/format/words.h"
#include "ui/theme/tokens.h"

#include <QDialogButtonBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QGroupBox>
#include <QLabel>
#include <QPushButton>
#include <QRadioButton>
#include <QSpinBox>
#include <QVBoxLayout>

#include <cmath>
#include <utility>

namespace bw::history_view {
namespace {

constexpr int kMostGoodRuns = 30;
constexpr int kUsualGoodRuns = 5;

struct Tolerated {
    metrics::Builtin metric;
    analysis::Statistic statistic; // one of those that are told of the metric
};
constexpr Tolerated kTolerated[] = {
    {metrics::Builtin::HttpReqDuration, analysis::Statistic::P95},
    {metrics::Builtin::HttpReqs, analysis::Statistic::PerSecond},
    {metrics::Builtin::HttpReqFailed, analysis::Statistic::Share},
    {metrics::Builtin::Checks, analysis::Statistic::Share},
    {metrics::Builtin::Iterations, analysis::Statistic::PerSecond},
    {metrics::Builtin::GroupDuration, analysis::Statistic::P95},
    {metrics::Builtin::WsMsgLatency, analysis::Statistic::P95},
};

QString nameOf(const Tolerated& one) {
    switch (one.metric) {
    case metrics::Builtin::HttpReqDuration:
        return BaselineDialog::tr("Response times");
    case metrics::Builtin::HttpReqs:
        return BaselineDialog::tr("Requests a second");
    case metrics::Builtin::HttpReqFailed:
        return BaselineDialog::tr("Failed requests");
    case metrics::Builtin::Checks:
        return BaselineDialog::tr("Checks that held");
    case metrics::Builtin::Iterations:
        return BaselineDialog::tr("Iterations a second");
    case metrics::Builtin::GroupDuration:
        return BaselineDialog::tr("Times of groups");
    default:
        return BaselineDialog::tr("Message latency");
    }
}

std::string metricOf(const Tolerated& one) {
    return std::string(metrics::builtinMetric(one.metric).name);
}

double usualOf(const Tolerated& one) {
    return analysis::Tolerances().of({metricOf(one), {}}, one.statistic);
}

} // namespace

BaselineDialog::BaselineDialog(const bridge::RunListEntry& run, QWidget* parent)
    : QDialog(parent)
    , m_thisRun(new QRadioButton(tr("&This run (%1)").arg(run.run.id.value), this))
    , m_goodRuns(new QRadioButton(tr("The &median of the last good runs, each time"), this))
    , m_count(new QSpinBox(this)) {
    setWindowTitle(tr("Baseline"));
    m_count->setRange(1, kMostGoodRuns);
    m_count->setAccessibleName(tr("How many good runs"));
    const int good = run.baseline ? run.baseline->goodRuns : 0;
    m_count->setValue(good > 0 ? good : kUsualGoodRuns);
    (good > 0 ? m_goodRuns : m_thisRun)->setChecked(true);
    m_count->setEnabled(good > 0);
    connect(m_goodRuns, &QRadioButton::toggled, m_count, &QWidget::setEnabled);
    setupTolerances(run);
    setupLayout(run);
}

void BaselineDialog::setupTolerances(const bridge::RunListEntry& run) {
    for (const Tolerated& one : kTolerated) {
        auto* field = new QDoubleSpinBox(this);
        const bool isShare = one.statistic == analysis::Statistic::Share;
        field->setSuffix(isShare ? tr(" points") : tr(" %"));
        field->setDecimals(1);
        field->setRange(0, isShare ? 100 : 1000);
        field->setSingleStep(isShare ? 0.1 : 1);
        const std::string metric = metricOf(one);
        double share = usualOf(one);
        if (run.baseline && run.baseline->tolerances.contains(metric)) {
            share = run.baseline->tolerances.at(metric);
        }
        field->setValue(100 * share);
        m_tolerances.emplace(metric, field);
    }
}

void BaselineDialog::setupLayout(const bridge::RunListEntry& run) {
    auto* what =
        new QLabel(run.run.environment.empty()
                       ? tr("Runs of “%1” are held against:").arg(format::plain(run.run.planName))
                       : tr("Runs of “%1” in %2 are held against:")
                             .arg(format::plain(run.run.planName), format::plain(run.run.environment)),
                   this);
    what->setTextFormat(Qt::PlainText);
    what->setWordWrap(true);
    auto* good = new QHBoxLayout;
    good->addWidget(m_goodRuns);
    good->addWidget(m_count);
    good->addStretch();
    auto* limits = new QGroupBox(tr("It is a regression when one of these gets worse by more than"), this);
    auto* form = new QFormLayout(limits);
    for (const Tolerated& one : kTolerated) {
        form->addRow(nameOf(one), m_tolerances.at(metricOf(one)));
    }
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    QPushButton* set = buttons->addButton(tr("Set"), QDialogButtonBox::AcceptRole);
    set->setProperty("main", true);
    set->setDefault(true);
    if (run.baseline) {
        QPushButton* clear = buttons->addButton(tr("Hold against nothing"), QDialogButtonBox::ResetRole);
        connect(clear, &QPushButton::clicked, this, [this] {
            m_isCleared = true;
            accept();
        });
    }
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(2 * theme::kGrid, 2 * theme::kGrid, 2 * theme::kGrid, 2 * theme::kGrid);
    column->setSpacing(theme::kGrid);
    column->addWidget(what);
    column->addWidget(m_thisRun);
    column->addLayout(good);
    column->addWidget(limits);
    column->addWidget(buttons);
}

bridge::BaselineChoice BaselineDialog::choice() const {
    bridge::BaselineChoice choice;
    choice.goodRuns = m_goodRuns->isChecked() ? m_count->value() : 0;
    for (const Tolerated& one : kTolerated) {
        const double share = m_tolerances.at(metricOf(one))->value() / 100;
        // What is as usual stays so, should the usual change.
        if (std::abs(share - usualOf(one)) > 1e-9) {
            choice.tolerances.emplace(metricOf(one), share);
        }
    }
    return choice;
}

} // namespace bw::history_view
