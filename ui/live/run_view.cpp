#include "ui/live/run_view.h"

#include "ui/format/mark_text.h"
#include "ui/live/chart_grid.h"
#include "ui/live/gauge_row.h"
#include "ui/live/health_notice.h"
#include "ui/live/result_tabs.h"
#include "ui/live/scenario_bars.h"
#include "ui/live/steering_bar.h"
#include "ui/live/verdict_strip.h"
#include "ui/live/window_bar.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/splitter_places.h"

#include <QKeyEvent>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <charconv>

namespace bw::live {

RunView::RunView(QSettings& settings, QWidget* parent)
    : QWidget(parent)
    , m_stack(new QStackedWidget(this))
    , m_empty(new widgets::EmptyState(QStringLiteral("run"), this))
    , m_strip(new VerdictStrip(VerdictStrip::Form::Row, this))
    , m_health(new HealthNotice(this))
    , m_scenarios(new ScenarioBars(this))
    , m_steering(new SteeringBar(this))
    , m_gauges(new GaugeRow(GaugeCard::Detail::Whole, this))
    , m_charts(new ChartGrid(settings, this))
    , m_window(new WindowBar(this))
    , m_tabs(new ResultTabs(settings, this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_stack);
    setupEmpty();
    setupContent(settings);
    setupSteering();
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
    column->addWidget(m_health);
    column->addWidget(m_scenarios);
    column->addWidget(m_steering);
    column->addWidget(m_gauges);
    auto* splitter = new QSplitter(Qt::Vertical, content);
    splitter->setChildrenCollapsible(false);
    auto* below = new QWidget(splitter);
    auto* lower = new QVBoxLayout(below);
    lower->setContentsMargins(0, 0, 0, 0);
    lower->setSpacing(0);
    lower->addWidget(m_window);
    lower->addWidget(m_tabs, 1);
    m_window->hide();
    connect(m_tabs, &ResultTabs::compareRequested, this, &RunView::compareRequested);
    connect(m_charts, &ChartGrid::detailRequested, this, &RunView::detailRequested);
    connect(m_charts, &ChartGrid::selected, this, &RunView::onSelected);
    connect(m_tabs, &ResultTabs::requestChosen, m_charts, &ChartGrid::narrowTo);
    connect(m_charts, &ChartGrid::allRequested, m_tabs, &ResultTabs::clearRequest);
    connect(m_window, &WindowBar::zoomRequested, m_charts, &ChartGrid::zoomToSelection);
    connect(m_window, &WindowBar::wholeRequested, m_charts, &ChartGrid::clearSelection);
    splitter->addWidget(m_charts);
    splitter->addWidget(below);
    splitter->setStretchFactor(0, 3);
    splitter->setStretchFactor(1, 2);
    widgets::rememberPlaces(*splitter, settings, QStringLiteral("live/splitter"));
    column->addWidget(splitter, 1);
    m_stack->addWidget(content);
}

void RunView::setupSteering() {
    connect(m_steering, &SteeringBar::pauseRequested, this, &RunView::pauseRequested);
    connect(m_steering, &SteeringBar::resumeRequested, this, &RunView::resumeRequested);
    connect(m_steering, &SteeringBar::loadRequested, this, &RunView::loadRequested);
    connect(m_steering, &SteeringBar::noteMade, this, &RunView::onNote);
    connect(m_charts, &ChartGrid::noteTakenBack, this, &RunView::onNoteTakenBack);
    connect(m_charts, &ChartGrid::noteRequested, this, [this](double second) {
        m_steering->askForNote(std::chrono::round<Duration>(std::chrono::duration<double>(second)));
    });
}

void RunView::onNote(const QString& text, std::optional<Duration> at) {
    if (m_picture && m_picture->isLive) {
        Q_EMIT noteRequested(text, at);
        return;
    }
    const auto id = run();
    if (!id || !at) {
        return;
    }
    std::vector<report::MarkRow> marks = m_picture->model.marks;
    const auto place =
        std::ranges::upper_bound(marks, *at, {}, [](const report::MarkRow& mark) { return mark.record.at; });
    marks.insert(place, {{*at, "note", text.toStdString()}, report::MarkKind::Note, Duration::zero()});
    showMarks(std::move(marks));
    Q_EMIT keptNoteRequested(*id, *at, text);
}

void RunView::onNoteTakenBack(double second, const QString& text) {
    const auto id = run();
    if (!id) {
        return;
    }
    const auto at = std::chrono::round<Duration>(std::chrono::duration<double>(second));
    std::vector<report::MarkRow> marks = m_picture->model.marks;
    const auto note = std::ranges::find_if(marks, [&](const report::MarkRow& mark) {
        return mark.kind == report::MarkKind::Note && mark.record.at == at &&
               format::markText(mark.record) == text;
    });
    if (note == marks.end()) {
        return;
    }
    const history::MarkRecord record = note->record;
    marks.erase(note);
    showMarks(std::move(marks));
    Q_EMIT keptNoteRemoved(*id, record);
}

void RunView::showMarks(std::vector<report::MarkRow> marks) {
    auto marked = std::make_shared<bridge::RunPicture>(*m_picture);
    marked->model.marks = std::move(marks);
    m_picture = std::move(marked);
    m_charts->setPicture(m_picture);
}

void RunView::askForNote() {
    if (m_picture && m_picture->isLive) {
        m_steering->askForNote(std::nullopt);
    }
}

void RunView::clear() {
    m_picture = nullptr;
    m_stack->setCurrentIndex(0);
}

void RunView::begin() {
    m_picture = nullptr;
    m_strip->clear();
    m_health->clear();
    m_scenarios->setScenarios({});
    m_steering->clear();
    m_gauges->setReadings({});
    m_charts->clear();
    m_tabs->clear();
    m_stack->setCurrentIndex(1);
}

void RunView::setMoment(const bridge::RunMoment& moment) {
    m_stack->setCurrentIndex(1);
    m_strip->setMoment(moment);
    m_scenarios->setScenarios(moment.scenarios);
    m_steering->setMoment(moment);
}

void RunView::setPicture(const bridge::RunPicturePtr& picture) {
    m_picture = picture;
    m_stack->setCurrentIndex(1);
    m_strip->setPicture(*picture);
    m_health->setPicture(*picture);
    if (!picture->isLive) {
        m_scenarios->setScenarios({});
        m_steering->clear();
    }
    m_gauges->setReadings(picture->gauges);
    m_charts->setPicture(picture);
    m_tabs->setPicture(picture);
    if (const auto id = run(); id && !picture->isLive) {
        Q_EMIT windowRequested(*id, {});
        Q_EMIT checkRequested(*id);
    }
}

std::optional<history::RunId> RunView::run() const {
    std::int64_t id = 0;
    const std::string text = m_picture ? m_picture->model.run.id : std::string();
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), id);
    return error == std::errc() && !text.empty() ? std::optional(history::RunId{id}) : std::nullopt;
}

void RunView::onSelected(const std::optional<charts::TimeSpan>& span) {
    m_selected.reset();
    m_tabs->setWindow(nullptr);
    m_window->setVisible(span.has_value());
    if (const auto id = run(); span && id) {
        m_selected = {static_cast<std::int64_t>(span->begin), static_cast<std::int64_t>(span->end)};
        m_window->setSpan(m_selected->begin, m_selected->end);
        Q_EMIT windowRequested(*id, *m_selected);
    }
}

void RunView::setWindow(const bridge::WindowPicturePtr& window) {
    if (run() != window->run) {
        return; // of the run before
    }
    if (m_selected && m_selected->begin == window->window.begin && m_selected->end == window->window.end) {
        m_window->setPicture(*window);
        m_tabs->setWindow(window);
    } else {
        m_tabs->setWhole(window);
    }
}

void RunView::setDetail(const bridge::DetailedPicturePtr& detail) {
    m_charts->setDetail(detail);
}

void RunView::setRegression(history::RunId run, const bridge::RegressionPtr& regression) {
    if (this->run() == run) {
        m_tabs->setRegression(regression);
    }
}

void RunView::setPlanOfToday(const std::string& name, const std::string& text) {
    m_tabs->setPlanOfToday(name, text);
}

void RunView::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape && m_tabs->request()) {
        m_tabs->clearRequest();
    } else {
        QWidget::keyPressEvent(event);
    }
}

void RunView::focusFilter() {
    m_tabs->focusFilter();
}

} // namespace bw::live
