#include "ui/live/chart_grid.h"

#include "ui/charts/cross_hair.h"
#include "ui/charts/time_chart.h"
#include "ui/format/units.h"

#include <QGridLayout>

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

template <typename Value>
Curve latencyCurve(const QString& name, CurveRole role, const std::vector<SecondRow>& rows,
                   const Value& percentile) {
    return curveOf(name, role, rows, [&](const SecondRow& row) -> std::optional<double> {
        return row.latency ? std::optional((*row.latency).*percentile) : std::nullopt;
    });
}

ChartData dataOf(const bridge::RunPicture& picture, std::vector<Curve> curves) {
    ChartData data{
        .curves = std::move(curves), .limits = {}, .moments = {}, .seconds = 0, .isGrowing = picture.isLive};
    data.seconds = std::chrono::duration<double>(picture.model.run.duration).count();
    for (const bridge::RunMark& mark : picture.marks) {
        data.moments.push_back({mark.text, std::chrono::duration<double>(mark.at).count()});
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

ChartData latencyOf(const bridge::RunPicture& picture) {
    const auto& rows = picture.model.seconds;
    using report::Percentiles;
    ChartData data = dataOf(
        picture, {latencyCurve(QStringLiteral("P50"), CurveRole::Percentile50, rows, &Percentiles::p50),
                  latencyCurve(QStringLiteral("P95"), CurveRole::Percentile95, rows, &Percentiles::p95),
                  latencyCurve(QStringLiteral("P99"), CurveRole::Percentile99, rows, &Percentiles::p99)});
    addLimit(picture, data);
    return data;
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

ChartGrid::ChartGrid(QWidget* parent)
    : QWidget(parent)
    , m_crossHair(new charts::CrossHair(this))
    , m_throughput(new charts::TimeChart(tr("Throughput, /s"), this))
    , m_latency(new charts::TimeChart(tr("Response time, ms"), this))
    , m_vus(new charts::TimeChart(tr("Virtual users and iterations"), this))
    , m_generator(new charts::TimeChart(tr("Generator"), this)) {
    setupCharts();
}

void ChartGrid::setupCharts() {
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(theme::kGrid, 0, theme::kGrid, 0);
    grid->setSpacing(theme::kGrid);
    grid->addWidget(m_throughput, 0, 0);
    grid->addWidget(m_latency, 0, 1);
    grid->addWidget(m_vus, 1, 0);
    grid->addWidget(m_generator, 1, 1);
    for (charts::TimeChart* chart : {m_throughput, m_latency, m_vus, m_generator}) {
        chart->setCrossHair(m_crossHair);
        chart->setTexts([](double value) { return format::count(value); },
                        [](double value) { return format::number(value, 4); });
    }
    m_vus->setRightTexts([](double value) { return format::perSecond(value); },
                         [](double value) { return format::perSecond(value, 4); });
    m_generator->setTexts([](double value) { return format::percent(value); },
                          [](double value) { return format::percent(value, 4); });
    m_generator->setRightTexts([](double value) { return format::bytes(value); },
                               [](double value) { return format::bytes(value, 4); });
}

void ChartGrid::clear() {
    m_crossHair->moveTo(std::nullopt);
    setPicture({});
}

void ChartGrid::setPicture(const bridge::RunPicture& picture) {
    m_throughput->setData(throughputOf(picture));
    m_latency->setData(latencyOf(picture));
    m_vus->setData(vusOf(picture));
    m_generator->setData(generatorOf(picture));
    if (!picture.isLive) {
        for (charts::TimeChart* chart : {m_throughput, m_latency, m_vus, m_generator}) {
            chart->flush();
        }
    }
}

} // namespace bw::live
