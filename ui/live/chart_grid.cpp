#include "ui/live/chart_grid.h"

#include "ui/charts/cross_hair.h"
#include "ui/charts/time_chart.h"
#include "ui/charts/time_view.h"
#include "ui/format/units.h"
#include "ui/live/closer_look.h"
#include "ui/live/curve_gaps.h"

#include <QGridLayout>
#include <QSettings>
#include <QToolButton>

#include <algorithm>

namespace bw::live {
namespace {

using charts::ChartData;
using charts::Curve;
using charts::CurveRole;
using report::SecondRow;

template <typename Value>
Curve curveOf(const QString& name, CurveRole role, const std::vector<SecondRow>& rows, const Value& value) {
    Curve curve{.name = name, .role = role, .points = {}, .isFilled = false};
    curve.points.reserve(rows.size());
    for (const SecondRow& row : rows) {
        curve.points.push_back({static_cast<double>(row.second), value(row)});
    }
    return curve;
}

using Percentile = double report::Percentiles::*;
using Latency = std::optional<report::Percentiles> SecondRow::*;

Curve latencyCurve(const QString& name, CurveRole role, const std::vector<SecondRow>& rows, Latency latency,
                   Percentile percentile) {
    return curveOf(name, role, rows, [&](const SecondRow& row) -> std::optional<double> {
        return row.*latency ? std::optional((*(row.*latency)).*percentile) : std::nullopt;
    });
}

ChartData dataOf(const bridge::RunPicture& picture, std::vector<Curve> curves) {
    ChartData data{.curves = std::move(curves),
                   .limits = {},
                   .moments = {},
                   .seconds = 0,
                   .isGrowing = picture.isLive,
                   .heat = {}};
    data.seconds = std::chrono::duration<double>(picture.model.run.duration).count();
    partCurves(data.curves, gapsOf(picture));
    for (const bridge::RunMark& mark : picture.marks) {
        data.moments.push_back({.text = mark.text,
                                .second = std::chrono::duration<double>(mark.at).count(),
                                .length = std::chrono::duration<double>(mark.length).count(),
                                .isRemark = mark.kind == bridge::RunMark::Kind::Note});
    }
    return data;
}

// A limit on P95 that all budgets agree on is a line; ten different ones would be a fence.
void addLimit(const bridge::RunPicture& picture, ChartData& data) {
    std::optional<double> limit;
    for (const bridge::GaugeReading& gauge : picture.gauges) {
        if (gauge.sinceStart.kind != verdict::LimitKind::P95) {
            continue;
        }
        if (limit && *limit != gauge.sinceStart.limit) {
            return;
        }
        limit = gauge.sinceStart.limit;
    }
    if (limit) {
        data.limits.push_back({ChartGrid::tr("P95 budget"), *limit});
    }
}

ChartData throughputOf(const bridge::RunPicture& picture) {
    const auto& rows = picture.model.seconds;
    Curve requests = curveOf(ChartGrid::tr("Requests"), CurveRole::Main, rows,
                             [](const SecondRow& row) { return std::optional(row.requests); });
    requests.isFilled = true;
    std::vector<Curve> curves{std::move(requests)};
    curves.push_back(curveOf(ChartGrid::tr("Failed"), CurveRole::Bad, rows,
                             [](const SecondRow& row) { return std::optional(row.failed); }));
    if (std::ranges::any_of(rows, [](const SecondRow& row) { return row.dropped > 0; })) {
        curves.push_back(curveOf(ChartGrid::tr("Arrivals dropped"), CurveRole::Other, rows,
                                 [](const SecondRow& row) { return std::optional(row.dropped); }));
    }
    return dataOf(picture, std::move(curves));
}

ChartData latencyOf(const bridge::RunPicturePtr& shown, bool withHeat) {
    const bridge::RunPicture& picture = *shown;
    const auto& rows = picture.model.seconds;
    using report::Percentiles;
    const auto at = &SecondRow::latency;
    ChartData data = dataOf(
        picture, {latencyCurve(QStringLiteral("P50"), CurveRole::Percentile50, rows, at, &Percentiles::p50),
                  latencyCurve(QStringLiteral("P95"), CurveRole::Percentile95, rows, at, &Percentiles::p95),
                  latencyCurve(QStringLiteral("P99"), CurveRole::Percentile99, rows, at, &Percentiles::p99)});
    addLimit(picture, data);
    if (withHeat && !picture.model.heat.columns().empty()) {
        data.heat = {shown, &picture.model.heat}; // the picture's, kept alive with it
    }
    return data;
}

ChartData sessionsOf(const bridge::RunPicture& picture) {
    const auto& rows = picture.model.seconds;
    Curve open = curveOf(ChartGrid::tr("Open"), CurveRole::Main, rows,
                         [](const SecondRow& row) { return row.sessions; });
    open.isFilled = true;
    std::vector<Curve> curves{std::move(open)};
    curves.push_back(curveOf(ChartGrid::tr("Opened, /s"), CurveRole::Wanted, rows,
                             [](const SecondRow& row) { return std::optional(row.sessionsOpened); }));
    curves.push_back(curveOf(ChartGrid::tr("Messages"), CurveRole::Other, rows,
                             [](const SecondRow& row) { return std::optional(row.messages); }));
    curves.back().axis = charts::AxisSide::Right;
    return dataOf(picture, std::move(curves));
}

ChartData messageLatencyOf(const bridge::RunPicture& picture) {
    const auto& rows = picture.model.seconds;
    using report::Percentiles;
    const auto at = &SecondRow::messageLatency;
    return dataOf(
        picture, {latencyCurve(QStringLiteral("P50"), CurveRole::Percentile50, rows, at, &Percentiles::p50),
                  latencyCurve(QStringLiteral("P95"), CurveRole::Percentile95, rows, at, &Percentiles::p95),
                  latencyCurve(QStringLiteral("P99"), CurveRole::Percentile99, rows, at, &Percentiles::p99)});
}

ChartData vusOf(const bridge::RunPicture& picture) {
    const auto& rows = picture.model.seconds;
    Curve busy =
        curveOf(ChartGrid::tr("Active"), CurveRole::Main, rows, [](const SecondRow& row) { return row.vus; });
    busy.isFilled = true;
    std::vector<Curve> curves{std::move(busy)};
    curves.push_back(curveOf(ChartGrid::tr("Ready"), CurveRole::Wanted, rows,
                             [](const SecondRow& row) { return row.vusMax; }));
    curves.push_back(curveOf(ChartGrid::tr("Iterations"), CurveRole::Other, rows,
                             [](const SecondRow& row) { return std::optional(row.iterations); }));
    curves.back().axis = charts::AxisSide::Right;
    return dataOf(picture, std::move(curves));
}

ChartData generatorOf(const bridge::RunPicture& picture) {
    const auto& rows = picture.model.seconds;
    Curve cpu =
        curveOf(ChartGrid::tr("CPU"), CurveRole::Main, rows, [](const SecondRow& row) { return row.cpu; });
    cpu.isFilled = true;
    Curve memory = curveOf(ChartGrid::tr("Memory"), CurveRole::Other, rows,
                           [](const SecondRow& row) { return row.memory; });
    memory.axis = charts::AxisSide::Right;
    return dataOf(picture, {std::move(cpu), std::move(memory)});
}

} // namespace

ChartGrid::ChartGrid(QSettings& settings, QWidget* parent)
    : QWidget(parent)
    , m_grid(new QGridLayout(this))
    , m_crossHair(new charts::CrossHair(this))
    , m_selection(new charts::TimeSelection(this))
    , m_view(new charts::TimeView(this))
    , m_follow(new QToolButton(this))
    , m_heat(new QToolButton(this))
    , m_throughput(new charts::TimeChart(tr("Throughput, /s"), this))
    , m_latency(new charts::TimeChart(tr("Response time, ms"), this))
    , m_sessions(new charts::TimeChart(tr("WebSocket sessions and messages"), this))
    , m_messageLatency(new charts::TimeChart(tr("Message latency, ms"), this))
    , m_vus(new charts::TimeChart(tr("Virtual users and iterations"), this))
    , m_generator(new charts::TimeChart(tr("Generator"), this))
    , m_all{m_throughput, m_latency, m_sessions, m_messageLatency, m_vus, m_generator} {
    setupHeat(settings);
    setupFollowing();
    setupCharts();
    connect(m_selection, &charts::TimeSelection::selected, this,
            [this] { Q_EMIT selected(m_selection->span()); });
}

void ChartGrid::setupHeat(QSettings& settings) {
    const QString key = QStringLiteral("live/heatMap");
    m_heat->setText(tr("Heat map"));
    m_heat->setToolTip(
        tr("How many response times lay where, on a logarithmic scale, under the percentiles"));
    m_heat->setCheckable(true);
    m_heat->setChecked(settings.value(key, true).toBool());
    m_heat->setAutoRaise(true);
    connect(m_heat, &QToolButton::toggled, this, [this, &settings, key](bool isOn) {
        settings.setValue(key, isOn);
        showLatency();
        m_latency->flush();
    });
    m_latency->addTool(m_heat);
}

void ChartGrid::setupFollowing() {
    m_follow->setText(tr("Follow"));
    m_follow->setToolTip(tr("Keep the last seconds in sight while the run goes on"));
    m_follow->setCheckable(true);
    m_follow->setAutoRaise(true);
    connect(m_follow, &QToolButton::clicked, m_view, &charts::TimeView::setFollowing);
    connect(m_view, &charts::TimeView::changed, this, &ChartGrid::showFollowing);
    connect(m_view, &charts::TimeView::changed, this, &ChartGrid::followView);
    m_throughput->addTool(m_follow);
    showFollowing();
}

// Only of a stretch of a run that goes on there is something to follow.
void ChartGrid::showFollowing() {
    m_follow->setVisible(m_picture && m_picture->isLive && m_view->span());
    m_follow->setChecked(m_view->follows());
}

void ChartGrid::zoomToSelection() {
    if (m_selection->span()) {
        m_view->show(*m_selection->span());
    }
}

void ChartGrid::setupCharts() {
    m_grid->setContentsMargins(theme::kGrid, 0, theme::kGrid, 0);
    m_grid->setSpacing(theme::kGrid);
    int place = 0;
    for (charts::TimeChart* chart : m_all) {
        m_grid->addWidget(chart, place / 2, place % 2);
        ++place;
        chart->setCrossHair(m_crossHair);
        chart->setSelection(m_selection);
        chart->setView(m_view);
        connect(chart, &charts::TimeChart::noteRequested, this, &ChartGrid::noteRequested);
        chart->setTexts([](double value) { return format::count(value); },
                        [](double value) { return format::number(value, 4); });
    }
    m_sessions->setRightTexts([](double value) { return format::perSecond(value); },
                              [](double value) { return format::perSecond(value, 4); });
    showKinds(true, false);
    m_vus->setRightTexts([](double value) { return format::perSecond(value); },
                         [](double value) { return format::perSecond(value, 4); });
    m_generator->setTexts([](double value) { return format::percent(value); },
                          [](double value) { return format::percent(value, 4); });
    m_generator->setRightTexts([](double value) { return format::bytes(value); },
                               [](double value) { return format::bytes(value, 4); });
}

void ChartGrid::clear() {
    m_crossHair->moveTo(std::nullopt);
    m_selection->select(std::nullopt);
    m_view->showAll();
    setPicture(std::make_shared<const bridge::RunPicture>());
}

void ChartGrid::clearSelection() {
    m_selection->select(std::nullopt);
}

void ChartGrid::showLatency() {
    if (m_picture) {
        m_latency->setData(latencyOf(drawn(), m_heat->isChecked()));
    }
}

void ChartGrid::showKinds(bool hasRequests, bool hasSessions) {
    m_throughput->setVisible(hasRequests);
    m_latency->setVisible(hasRequests);
    m_sessions->setVisible(hasSessions);
    m_messageLatency->setVisible(hasSessions);
}

void ChartGrid::setPicture(const bridge::RunPicturePtr& shown) {
    m_picture = shown;
    m_detail = nullptr;
    m_asked.reset();
    const bridge::RunPicture& picture = *shown;
    m_selection->setEnabled(!picture.model.run.id.empty()); // its figures come out of the history
    m_view->setLength(std::chrono::duration<double>(picture.model.run.duration).count());
    showFollowing();
    const bool hasSessions = !picture.model.sessions.empty();
    const bool hasRequests = picture.model.figures.requests > 0 || !hasSessions;
    showKinds(hasRequests, hasSessions);
    draw();
}

void ChartGrid::draw() {
    const bridge::RunPicture& picture = *drawn();
    m_throughput->setData(throughputOf(picture));
    showLatency();
    m_sessions->setData(sessionsOf(picture));
    m_messageLatency->setData(messageLatencyOf(picture));
    m_vus->setData(vusOf(picture));
    m_generator->setData(generatorOf(picture));
    if (!picture.isLive) {
        for (charts::TimeChart* chart : m_all) {
            chart->flush();
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
        draw();
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
        draw();
    }
}

} // namespace bw::live
