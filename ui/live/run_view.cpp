#include "ui/live/run_view.h"

#include "ui/live/chart_grid.h"
#include "ui/live/gauge_row.h"
#include "ui/live/result_tabs.h"
#include "ui/live/scenario_bars.h"
#include "ui/live/verdict_strip.h"
#include "ui/widgets/empty_state.h"

#include <QSettings>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace bw::live {

RunView::RunView(QSettings& settings, QWidget* parent)
    : QWidget(parent)
    , m_stack(new QStackedWidget(this))
    , m_empty(new widgets::EmptyState(QStringLiteral("run"), this))
    , m_strip(new VerdictStrip(this))
    , m_scenarios(new ScenarioBars(this))
    , m_gauges(new GaugeRow(this))
    , m_charts(new ChartGrid(this))
    , m_tabs(new ResultTabs(settings, this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_stack);
    setupEmpty();
    setupContent(settings);
    clear();
}

void RunView::setupEmpty() {
    m_empty->setWords(
        tr("No run yet"),
        tr("Start the plan to watch its response times, errors and budgets live. The run is kept in the "
           "history, judged, and can be compared later."));
    m_empty->addStep(tr("Start the run"), widgets::EmptyState::Weight::Main,
                     [this] { Q_EMIT startRequested(); });
    m_stack->addWidget(m_empty);
}

void RunView::setupContent(QSettings& settings) {
    auto* content = new QWidget(this);
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_strip);
    column->addWidget(m_scenarios);
    column->addWidget(m_gauges);
    auto* splitter = new QSplitter(Qt::Vertical, content);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(m_charts);
    splitter->addWidget(m_tabs);
    splitter->setStretchFactor(0, 3);
    splitter->setStretchFactor(1, 2);
    const QString key = QStringLiteral("live/splitter");
    splitter->restoreState(settings.value(key).toByteArray());
    connect(splitter, &QSplitter::splitterMoved, this,
            [splitter, &settings, key] { settings.setValue(key, splitter->saveState()); });
    column->addWidget(splitter, 1);
    m_stack->addWidget(content);
}

void RunView::clear() {
    m_picture = nullptr;
    m_stack->setCurrentIndex(0);
}

void RunView::begin() {
    m_picture = nullptr;
    m_strip->clear();
    m_scenarios->setScenarios({});
    m_gauges->setReadings({});
    m_charts->clear();
    m_tabs->clear();
    m_stack->setCurrentIndex(1);
}

void RunView::setMoment(const bridge::RunMoment& moment) {
    m_stack->setCurrentIndex(1);
    m_strip->setMoment(moment);
    m_scenarios->setScenarios(moment.scenarios);
}

void RunView::setPicture(const bridge::RunPicturePtr& picture) {
    m_picture = picture;
    m_stack->setCurrentIndex(1);
    m_strip->setPicture(*picture);
    if (!picture->isLive) {
        m_scenarios->setScenarios({});
    }
    m_gauges->setReadings(picture->gauges);
    m_charts->setPicture(*picture);
    m_tabs->setPicture(picture);
}

void RunView::focusFilter() {
    m_tabs->focusFilter();
}

} // namespace bw::live
