#include "ui/live/chart_grid.h"

#include "core/report/second_rows.h"
#include "ui/charts/cross_hair.h"
#include "ui/charts/time_chart.h"
#include "ui/charts/time_view.h"
#include "ui/format/units.h"
#include "ui/live/chart_menu.h"
#include "ui/live/chart_words.h"
#include "ui/live/closer_look.h"
#include "ui/live/scope_bar.h"
#include "ui/widgets/elided_label.h"

#include <QActionGroup>
#include <QGridLayout>
#include <QMenu>
#include <QScrollArea>
#include <QScrollBar>
#include <QSettings>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace bw::live {
namespace {

using bridge::RunPicture;

constexpr int kOneColumnBelow = 720; // pixels
constexpr int kThreeColumnsFrom = 1800;
constexpr double kLate = 10;           // ms; earlier is as good as in time
constexpr std::size_t kManyCharts = 5; // fewer would be a line of small ones
constexpr int kLeastHeight = 176;      // one row of charts

int columnsFor(int width, std::size_t charts) {
    if (width < kOneColumnBelow) {
        return 1;
    }
    return width >= kThreeColumnsFrom && charts >= kManyCharts ? 3 : 2;
}

bool hasSessions(const RunPicture& picture) {
    return !picture.model.sessions.empty();
}

// One that only listens has none, and no word of them.
bool hasRequests(const RunPicture& picture) {
    return picture.model.figures.requests > 0 || !hasSessions(picture);
}

QString countText(double value) {
    return format::count(value);
}

QString exactText(double value) {
    return format::number(value, 4);
}

QString rateText(double value) {
    return format::perSecond(value);
}

QString exactRateText(double value) {
    return format::perSecond(value, 4);
}

QString byteRateText(double value) {
    return format::bytesPerSecond(value);
}

QString exactByteRateText(double value) {
    return format::bytesPerSecond(value, 4);
}

// Processor time on the left axis, memory on the right one.
void setUseTexts(charts::TimeChart& chart) {
    chart.setTexts([](double value) { return format::percent(value); },
                   [](double value) { return format::percent(value, 4); });
    chart.setRightTexts([](double value) { return format::bytes(value); },
                        [](double value) { return format::bytes(value, 4); });
}

} // namespace

ChartGrid::ChartGrid(QSettings& settings, QWidget* parent)
    : QWidget(parent)
    , m_scope(new ScopeBar(this))
    , m_scroll(new QScrollArea(this))
    , m_grid(new QGridLayout)
    , m_none(new widgets::ElidedLabel(this))
    , m_crossHair(new charts::CrossHair(this))
    , m_selection(new charts::TimeSelection(this))
    , m_view(new charts::TimeView(this))
    , m_menu(new ChartMenu(settings, this))
    , m_follow(new QToolButton(this))
    , m_figures(new QToolButton(this)) {
    setupLayout();
    setupTools(settings);
    setupPanels();
    connect(m_selection, &charts::TimeSelection::selected, this,
            [this] { Q_EMIT selected(m_selection->span()); });
    connect(m_scope, &ScopeBar::allRequested, this, &ChartGrid::allRequested);
    connect(m_menu, &ChartMenu::switched, this, &ChartGrid::showAll);
}

ChartGrid::~ChartGrid() = default;

void ChartGrid::setupLayout() {
    auto* content = new QWidget(m_scroll);
    content->setLayout(m_grid);
    m_grid->setContentsMargins(theme::kGrid, 0, theme::kGrid, 0);
    m_grid->setSpacing(theme::kGrid);
    m_scroll->setWidget(content);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setMinimumHeight(kLeastHeight);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->viewport()->installEventFilter(this);
    content->installEventFilter(this);
    content->setAutoFillBackground(false);
    m_scroll->viewport()->setAutoFillBackground(false);
    m_none->setText(tr("No chart is shown. Choose some under Charts."));
    m_none->setAlignment(Qt::AlignCenter);
    m_none->setForegroundRole(QPalette::PlaceholderText); // muted
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_scope);
    column->addWidget(m_none, 1);
    column->addWidget(m_scroll, 1);
}

void ChartGrid::setupTools(QSettings& settings) {
    m_heat = addSwitch(settings, QStringLiteral("live/heatMap"), tr("Heat map"),
                       tr("How many response times lay where, on a logarithmic scale, under the percentiles"),
                       true);
    m_service = addSwitch(settings, QStringLiteral("live/serviceTime"), tr("Service time"),
                          tr("Percentiles from the moment a request was sent, dashed; the response time "
                             "counts from the moment it was due"),
                          false);
    setupFollowing();
    setupProcessFigures(settings);
    m_scope->addTool(m_follow);
    m_scope->addTool(m_menu);
}

QToolButton* ChartGrid::addSwitch(QSettings& settings, const QString& key, const QString& name,
                                  const QString& tip, bool isUsual) {
    auto* button = new QToolButton(this);
    button->setText(name);
    button->setToolTip(tip);
    button->setCheckable(true);
    button->setChecked(settings.value(key, isUsual).toBool());
    button->setAutoRaise(true);
    connect(button, &QToolButton::toggled, this, [this, &settings, key](bool isOn) {
        settings.setValue(key, isOn);
        showAll();
    });
    return button;
}

void ChartGrid::setupFollowing() {
    m_follow->setText(tr("Follow"));
    m_follow->setToolTip(tr("Keep the last seconds in sight while the run goes on"));
    m_follow->setCheckable(true);
    m_follow->setAutoRaise(true);
    connect(m_follow, &QToolButton::clicked, m_view, &charts::TimeView::setFollowing);
    connect(m_view, &charts::TimeView::changed, this, &ChartGrid::showFollowing);
    connect(m_view, &charts::TimeView::changed, this, &ChartGrid::followView);
    showFollowing();
}

// Only of a stretch of a run that goes on there is something to follow.
void ChartGrid::showFollowing() {
    m_follow->setVisible(m_picture && m_picture->isLive && m_view->span());
    m_follow->setChecked(m_view->follows());
}

void ChartGrid::setupProcessFigures(QSettings& settings) {
    const QString key = QStringLiteral("live/processFigures");
    const int chosen = settings.value(key, 0).toInt();
    auto* menu = new QMenu(m_figures);
    menu->setToolTipsVisible(true);
    auto* group = new QActionGroup(menu);
    const std::pair<ProcessFigures, QString> all[] = {
        {ProcessFigures::Use, tr("CPU and memory")},
        {ProcessFigures::Handles, tr("Threads and descriptors")},
        {ProcessFigures::Network, tr("Network")}};
    for (const auto& [figures, name] : all) {
        const int number = static_cast<int>(figures);
        QAction* action = group->addAction(menu->addAction(name));
        action->setCheckable(true);
        action->setData(number);
        const auto choose = [this, action, figures] {
            m_processFigures = figures;
            m_figures->setText(action->text());
        };
        connect(action, &QAction::triggered, this, [this, &settings, key, number, choose] {
            settings.setValue(key, number);
            choose();
            showAll();
        });
        if (number == chosen || figures == ProcessFigures::Use) {
            action->setChecked(true);
            choose();
        }
    }
    group->actions().last()->setToolTip(
        tr("Of processes that have a network of their own, as in a container"));
    m_figures->setMenu(menu);
    m_figures->setPopupMode(QToolButton::InstantPopup);
    m_figures->setAutoRaise(true);
    m_figures->setToolTip(tr("What is shown of the processes"));
}

ChartGrid::Panel& ChartGrid::add(const QString& key, const QString& title, Scope scope) {
    Panel panel;
    panel.key = key;
    panel.title = title;
    panel.scope = scope;
    panel.hasAny = [](const RunPicture&) { return true; };
    panel.chart = new charts::TimeChart(title, m_scroll->widget());
    panel.chart->setCrossHair(m_crossHair);
    panel.chart->setSelection(m_selection);
    panel.chart->setView(m_view);
    connect(panel.chart, &charts::TimeChart::noteRequested, this, &ChartGrid::noteRequested);
    connect(panel.chart, &charts::TimeChart::remarkTakenBack, this, &ChartGrid::noteTakenBack);
    panel.chart->setTexts(countText, exactText);
    panel.chart->hide();
    return m_panels.emplace_back(std::move(panel));
}

// In the order in which they are shown and in the menu.
void ChartGrid::setupPanels() {
    setupRequestPanels();
    setupSessionPanels();
    setupLoadPanels();
    setupCountPanels();
    Panel& generator = add(QStringLiteral("generator"), tr("Generator"), Scope::Run);
    generator.data = [this] { return generatorData(*drawn()); };
    setUseTexts(*generator.chart);
    for (const Panel& panel : m_panels) {
        m_menu->add(panel.key, panel.title.section(u',', 0, 0)); // without its unit
    }
}

void ChartGrid::setupRequestPanels() {
    Panel& throughput = add(QStringLiteral("throughput"), tr("Throughput, /s"), Scope::OneRequest);
    throughput.hasAny = hasRequests;
    throughput.data = [this] { return throughputData(*drawn(), request()); };
    Panel& latency = add(QStringLiteral("latency"), tr("Response time, ms"), Scope::OneRequest);
    latency.hasAny = hasRequests;
    latency.data = [this] {
        const auto layer = [](const QToolButton* button) {
            return button->isChecked() ? Layer::Shown : Layer::Hidden;
        };
        return latencyData(drawn(), request(), {layer(m_heat), layer(m_service)});
    };
    latency.chart->addTool(m_heat);
    latency.chart->addTool(m_service);
}

void ChartGrid::setupSessionPanels() {
    Panel& sessions = add(QStringLiteral("sessions"), tr("WebSocket sessions and messages"), Scope::Run);
    sessions.hasAny = hasSessions;
    sessions.data = [this] { return sessionsData(*drawn()); };
    sessions.chart->setRightTexts(rateText, exactRateText);
    Panel& messages = add(QStringLiteral("messageLatency"), tr("Message latency, ms"), Scope::Run);
    messages.hasAny = hasSessions;
    messages.data = [this] { return messageLatencyData(*drawn()); };
}

void ChartGrid::setupLoadPanels() {
    Panel& vus = add(QStringLiteral("vus"), tr("Virtual users and iterations"), Scope::Run);
    vus.data = [this] { return vusData(*drawn()); };
    vus.chart->setRightTexts(rateText, exactRateText);
    Panel& delay = add(QStringLiteral("startDelay"), tr("How late arrivals began, ms"), Scope::Run);
    delay.hasAny = [](const RunPicture& picture) { return picture.model.generator.startDelay.count > 0; };
    delay.isUsual = [](const RunPicture& picture) {
        return picture.model.generator.startDelay.percentiles.p99 >= kLate;
    };
    delay.data = [this] { return startDelayData(*drawn()); };
    Panel& processes = add(QStringLiteral("processes"), tr("Processes"), Scope::Run);
    processes.hasAny = [](const RunPicture& picture) { return !picture.model.processes.empty(); };
    processes.data = [this] {
        setProcessTexts(*m_processes);
        return processesData(*drawn(), m_processFigures);
    };
    processes.chart->addTool(m_figures);
    m_processes = processes.chart;
}

void ChartGrid::setupCountPanels() {
    Panel& errors = add(QStringLiteral("errors"), tr("Errors by kind, /s"), Scope::Requests);
    errors.hasAny = [](const RunPicture& picture) { return !picture.model.failures.empty(); };
    errors.data = [this] { return errorsData(*drawn()); };
    Panel& checks = add(QStringLiteral("checks"), tr("Checks, /s"), Scope::Requests);
    checks.hasAny = [](const RunPicture& picture) {
        return !picture.model.verdict.evaluation.checks.empty();
    };
    checks.isUsual = [](const RunPicture& picture) {
        return std::ranges::any_of(picture.model.verdict.evaluation.checks,
                                   [](const verdict::CheckResult& check) { return check.fails > 0; });
    };
    checks.data = [this] { return checksData(*drawn()); };
    Panel& bytes = add(QStringLiteral("bytes"), tr("Data"), Scope::Requests);
    bytes.hasAny = [](const RunPicture& picture) {
        return picture.model.figures.bytesSent + picture.model.figures.bytesReceived > 0;
    };
    bytes.isUsual = [](const RunPicture&) { return false; };
    bytes.data = [this] { return bytesData(*drawn()); };
    bytes.chart->setTexts(byteRateText, exactByteRateText);
}

void ChartGrid::setProcessTexts(charts::TimeChart& chart) const {
    switch (m_processFigures) {
    case ProcessFigures::Use:
        return setUseTexts(chart);
    case ProcessFigures::Handles:
        return chart.setTexts(countText, exactText);
    case ProcessFigures::Network:
        return chart.setTexts(byteRateText, exactByteRateText);
    }
}

void ChartGrid::clear() {
    m_crossHair->moveTo(std::nullopt);
    m_selection->select(std::nullopt);
    m_view->showAll();
    m_request.reset();
    setPicture(std::make_shared<const bridge::RunPicture>());
    for (const Panel& panel : m_panels) {
        panel.chart->setData({});
        panel.chart->flush();
    }
}

void ChartGrid::clearSelection() {
    m_selection->select(std::nullopt);
}

void ChartGrid::zoomToSelection() {
    if (m_selection->span()) {
        m_view->show(*m_selection->span());
    }
}

void ChartGrid::narrowTo(const std::optional<std::string>& request) {
    if (m_request != request) {
        m_request = request;
        showAll();
    }
}

void ChartGrid::showMainOnly() {
    m_isMainOnly = true;
    m_scope->hide();
    for (QToolButton* tool : {m_heat, m_service, m_figures}) {
        tool->hide();
    }
    showAll();
}

// The first two that the run has are what it is judged by: of its requests, or of its sessions.
bool ChartGrid::isShown(const Panel& panel) const {
    if (!m_isMainOnly) {
        return m_menu->isShown(panel.key);
    }
    int before = 0;
    for (const Panel& other : m_panels) {
        if (&other == &panel) {
            break;
        }
        before += other.hasAny(*m_picture) ? 1 : 0;
    }
    return before < 2 && panel.hasAny(*m_picture);
}

void ChartGrid::setPicture(const bridge::RunPicturePtr& picture) {
    m_picture = picture;
    m_detail = nullptr;
    m_asked.reset();
    m_selection->setEnabled(!picture->model.run.id.empty()); // its figures come out of the history
    m_view->setLength(std::chrono::duration<double>(picture->model.run.duration).count());
    showFollowing();
    for (const Panel& panel : m_panels) {
        m_menu->setOffer(panel.key, {panel.hasAny(*picture), !panel.isUsual || panel.isUsual(*picture)});
    }
    showPanels();
    if (!picture->isLive) {
        flush();
    }
}

// What somebody chose is seen at once.
void ChartGrid::showAll() {
    if (m_picture) {
        showPanels();
        flush();
    }
}

void ChartGrid::showPanels() {
    arrange();
    showScope();
    for (const Panel& panel : m_panels) {
        if (isShown(panel)) {
            panel.chart->setTitle(titleOf(panel));
            panel.chart->setData(panel.data());
        }
    }
}

const bridge::RunPicturePtr& ChartGrid::drawn() const {
    return m_detail ? m_detail->picture : m_picture;
}

// Never half of one and half of the other: detail goes where it does not have all that is in sight.
void ChartGrid::followView() {
    if (!m_picture) {
        return;
    }
    if (m_detail && !hasAllOf(m_detail->window, m_view->span())) {
        m_detail = nullptr;
        showAll();
    }
    if (!m_view->span()) {
        m_asked.reset();
    }
    const bool isFinest = m_detail && m_detail->width == 1;
    const auto wanted = windowToAskFor(*m_picture, m_view->span(), m_asked, isFinest);
    if (wanted) {
        m_asked = wanted;
        Q_EMIT detailRequested(m_picture, *wanted);
    }
}

void ChartGrid::setDetail(const bridge::DetailedPicturePtr& detail) {
    if (detail->overview == m_picture && hasAllOf(detail->window, m_view->span())) {
        m_detail = detail;
        showAll();
    }
}

void ChartGrid::flush() {
    for (charts::TimeChart* chart : m_arranged) {
        chart->flush();
    }
}

// The chosen request, when it can be looked at alone.
const report::RequestRow* ChartGrid::request() const {
    const auto& requests = drawn()->model.requests;
    const auto found =
        m_request ? std::ranges::find(requests, *m_request, &report::RequestRow::name) : requests.end();
    return found != requests.end() && hasCurves(*drawn(), *found) ? &*found : nullptr;
}

void ChartGrid::showScope() {
    if (m_isMainOnly) {
        return;
    }
    m_heat->setVisible(request() == nullptr); // there is none of a single request
    if (request() != nullptr) {
        m_scope->showRequest(*m_request);
    } else if (m_request) {
        m_scope->showNoCurves(*m_request, report::SecondRows::kMaxCurves);
    } else if (hasRequests(*m_picture)) {
        m_scope->showAll();
    } else {
        m_scope->showNothing();
    }
}

QString ChartGrid::titleOf(const Panel& panel) const {
    const auto& processes = m_picture->model.processes;
    if (panel.chart == m_processes && processes.size() == 1) {
        return tr("Process %1").arg(shortName(processes.front().name));
    }
    const report::RequestRow* one = request();
    if (one == nullptr || panel.scope == Scope::Run) {
        return panel.title;
    }
    return tr("%1 · %2").arg(panel.title,
                             panel.scope == Scope::OneRequest ? shortName(one->name) : tr("all requests"));
}

// Charts that are shown fill the rows one after the other; the last one takes the room that is left.
void ChartGrid::arrange() {
    std::vector<charts::TimeChart*> shown;
    for (const Panel& panel : m_panels) {
        if (isShown(panel)) {
            shown.push_back(panel.chart);
        }
    }
    const int columns = columnsFor(width(), shown.size());
    if (shown == m_arranged && columns == m_columns) {
        return;
    }
    for (const Panel& panel : m_panels) {
        m_grid->removeWidget(panel.chart);
        panel.chart->setVisible(isShown(panel));
    }
    const int count = static_cast<int>(shown.size());
    for (int place = 0; place < count; ++place) {
        const int column = place % columns;
        const int span = place == count - 1 ? columns - column : 1;
        m_grid->addWidget(shown[static_cast<std::size_t>(place)], place / columns, column, 1, span);
    }
    for (int cell = 0; cell < static_cast<int>(m_panels.size()); ++cell) {
        m_grid->setRowStretch(cell, cell * columns < count ? 1 : 0);
        m_grid->setColumnStretch(cell, cell < columns ? 1 : 0);
    }
    m_none->setVisible(shown.empty());
    m_scroll->setVisible(!shown.empty());
    m_arranged = std::move(shown);
    m_columns = columns;
    fitRows();
}

// Where not all rows have room, as many as do fill it: a chart that is cut off tells nothing.
void ChartGrid::fitRows() {
    int least = 1;
    for (const charts::TimeChart* chart : m_arranged) {
        least = std::max(least, chart->layout()->minimumHeightForWidth(chart->width()));
    }
    const int count = static_cast<int>(m_arranged.size());
    const int rows = (count + m_columns - 1) / std::max(1, m_columns);
    const int room = m_scroll->viewport()->height();
    const int seen = std::max(1, (room + m_grid->spacing()) / (least + m_grid->spacing()));
    const int height = seen < rows ? (room - (seen - 1) * m_grid->spacing()) / seen : 0;
    for (int row = 0; row < static_cast<int>(m_panels.size()); ++row) {
        const int wanted = row < rows ? height : 0;
        if (m_grid->rowMinimumHeight(row) != wanted) { // telling it lays out anew, which leads here
            m_grid->setRowMinimumHeight(row, wanted);
        }
    }
    m_scroll->verticalScrollBar()->setSingleStep(height + m_grid->spacing());
}

// The rows' room, and what they need.
bool ChartGrid::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::Resize || event->type() == QEvent::LayoutRequest) {
        fitRows();
    }
    return QWidget::eventFilter(watched, event);
}

void ChartGrid::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    if (m_picture) {
        arrange();
    }
}

} // namespace bw::live
