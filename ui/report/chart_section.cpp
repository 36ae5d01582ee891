#include "ui/report/chart_section.h"

#include "ui/format/limit_text.h"
#include "ui/format/units.h"
#include "ui/report/moment_section.h"
#include "ui/report/report_words.h"
#include "ui/report/svg_chart.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <optional>
#include <ranges>
#include <tuple>
#include <utility>

namespace bw::ui_report {
namespace {

using namespace Qt::StringLiterals;
using report::ReportModel;
using report::SecondRow;
using verdict::LimitKind;

constexpr std::size_t kRequestCharts = 8;

double lengthOf(const ReportModel& model) {
    const double covered =
        model.seconds.empty() ? 0
                              : static_cast<double>(model.seconds.back().second + model.seconds.back().width);
    return std::max(covered, std::chrono::duration<double>(model.run.duration).count());
}

template <class Value>
Curve curveOf(const ReportModel& model, const QString& label, CurveInk ink, Value&& value) {
    Curve curve{.label = label, .ink = ink, .points = {}};
    curve.points.reserve(model.seconds.size());
    for (std::size_t index = 0; index < model.seconds.size(); ++index) {
        const SecondRow& row = model.seconds[index];
        const double middle = static_cast<double>(row.second) + static_cast<double>(row.width) / 2;
        curve.points.push_back({.x = middle, .y = value(index)});
    }
    return curve;
}

template <class At>
std::vector<Curve> percentileCurves(const ReportModel& model, At&& at) {
    const auto figure = [&at](std::size_t index,
                              double report::Percentiles::* part) -> std::optional<double> {
        const std::optional<report::Percentiles> latency = at(index);
        return latency ? std::optional(*latency.*part) : std::nullopt;
    };
    return {curveOf(model, u"P50"_s, CurveInk::P50,
                    [&](std::size_t index) { return figure(index, &report::Percentiles::p50); }),
            curveOf(model, u"P95"_s, CurveInk::P95,
                    [&](std::size_t index) { return figure(index, &report::Percentiles::p95); }),
            curveOf(model, u"P99"_s, CurveInk::P99,
                    [&](std::size_t index) { return figure(index, &report::Percentiles::p99); })};
}

QString millisecondsText(double value) {
    return format::milliseconds(value);
}

// The upper bounds of percentiles that a budget sets for requests of this name.
std::vector<ChartLimit> limitsOf(const ReportModel& model, const std::string& name) {
    std::vector<ChartLimit> limits;
    for (const verdict::BudgetResult& budget : model.verdict.evaluation.budgets) {
        for (const verdict::BudgetRowResult& row : budget.rows) {
            if (row.subject != "name:" + name) {
                continue;
            }
            for (const verdict::LimitResult& limit : row.limits) {
                if (limit.kind == LimitKind::P50 || limit.kind == LimitKind::P95 ||
                    limit.kind == LimitKind::P99) {
                    limits.push_back({.label = format::limitName(limit) + u' ' + format::limitBound(limit),
                                      .value = limit.limit});
                }
            }
        }
    }
    return limits;
}

// The upper bounds of percentiles that a threshold sets for all requests.
std::vector<ChartLimit> limitsOfAll(const ReportModel& model) {
    std::vector<ChartLimit> limits;
    for (const verdict::ThresholdResult& threshold : model.verdict.evaluation.thresholds) {
        const bool onAll =
            threshold.selector == "http_req_duration" || threshold.selector == "http_req_response_time";
        const bool isPercentile = threshold.expression.method == testplan::Aggregation::Percentile ||
                                  threshold.expression.method == testplan::Aggregation::Median;
        const bool isUpper = threshold.expression.op == testplan::Comparison::Less ||
                             threshold.expression.op == testplan::Comparison::LessOrEqual;
        if (onAll && isPercentile && isUpper && std::isfinite(threshold.expression.number)) {
            limits.push_back(
                {.label = format::plain(threshold.source), .value = threshold.expression.number});
        }
    }
    return limits;
}

ChartSpec throughputChart(const ReportModel& model, double seconds) {
    ChartSpec chart{.title = Words::tr("Throughput and errors"),
                    .hint = Words::tr("per second"),
                    .curves = {curveOf(model, Words::tr("requests"), CurveInk::Accent,
                                       [&](std::size_t index) { return model.seconds[index].requests; }),
                               curveOf(model, Words::tr("failed"), CurveInk::Bad,
                                       [&](std::size_t index) { return model.seconds[index].failed; })},
                    .limits = {},
                    .seconds = seconds,
                    .figure = [](double value) { return format::count(value); }};
    if (model.figures.dropped > 0) {
        chart.curves.push_back(curveOf(model, Words::tr("iterations dropped"), CurveInk::Quiet,
                                       [&](std::size_t index) { return model.seconds[index].dropped; }));
    }
    return chart;
}

ChartSpec latencyChart(const ReportModel& model, double seconds) {
    return {.title = Words::tr("Response time"),
            .hint = Words::tr("all requests, from the moment they were due"),
            .curves = percentileCurves(
                model, [&](std::size_t index) -> const auto& { return model.seconds[index].latency; }),
            .limits = limitsOfAll(model),
            .seconds = seconds,
            .figure = millisecondsText};
}

ChartSpec sessionsChart(const ReportModel& model, double seconds) {
    return {.title = Words::tr("WebSocket sessions"),
            .hint = {},
            .curves = {curveOf(model, Words::tr("opened, per second"), CurveInk::Quiet,
                               [&](std::size_t index) { return model.seconds[index].sessionsOpened; }),
                       curveOf(model, Words::tr("open"), CurveInk::Accent,
                               [&](std::size_t index) { return model.seconds[index].sessions; })},
            .limits = {},
            .seconds = seconds,
            .figure = [](double value) { return format::count(value); },
            .size = ChartSize::Third};
}

ChartSpec messagesChart(const ReportModel& model, double seconds) {
    return {.title = Words::tr("Messages received"),
            .hint = Words::tr("per second"),
            .curves = {curveOf(model, Words::tr("messages"), CurveInk::Accent,
                               [&](std::size_t index) { return model.seconds[index].messages; })},
            .limits = {},
            .seconds = seconds,
            .figure = [](double value) { return format::count(value); },
            .size = ChartSize::Third};
}

ChartSpec messageLatencyChart(const ReportModel& model, double seconds) {
    return {.title = Words::tr("Message latency"),
            .hint = Words::tr("from their own time"),
            .curves = percentileCurves(
                model, [&](std::size_t index) -> const auto& { return model.seconds[index].messageLatency; }),
            .limits = {},
            .seconds = seconds,
            .figure = millisecondsText,
            .size = ChartSize::Third};
}

ChartSpec vusChart(const ReportModel& model, double seconds) {
    return {.title = Words::tr("Virtual users"),
            .hint = {},
            .curves = {curveOf(model, Words::tr("ready"), CurveInk::Quiet,
                               [&](std::size_t index) { return model.seconds[index].vusMax; }),
                       curveOf(model, Words::tr("active"), CurveInk::Accent,
                               [&](std::size_t index) { return model.seconds[index].vus; })},
            .limits = {},
            .seconds = seconds,
            .figure = [](double value) { return format::count(value); },
            .size = ChartSize::Third};
}

ChartSpec processorChart(const ReportModel& model, double seconds) {
    return {.title = Words::tr("Generator: processor"),
            .hint = Words::tr("100 % is one core"),
            .curves = {curveOf(model, Words::tr("processor"), CurveInk::Accent,
                               [&](std::size_t index) { return model.seconds[index].cpu; })},
            .limits = {},
            .seconds = seconds,
            .figure = [](double value) { return format::percent(value); },
            .size = ChartSize::Third};
}

ChartSpec memoryChart(const ReportModel& model, double seconds) {
    return {.title = Words::tr("Generator: memory"),
            .hint = Words::tr("resident"),
            .curves = {curveOf(model, Words::tr("memory"), CurveInk::Accent,
                               [&](std::size_t index) { return model.seconds[index].memory; })},
            .limits = {},
            .seconds = seconds,
            .figure = [](double value) { return format::bytes(value); },
            .size = ChartSize::Third};
}

std::vector<ChartSpec> requestCharts(const ReportModel& model, double seconds) {
    struct Candidate {
        const report::RequestRow* request;
        std::vector<ChartLimit> limits;
    };
    std::vector<Candidate> candidates;
    for (const report::RequestRow& request : model.requests) {
        if (request.curve.size() == model.seconds.size() && request.latency.answered > 0) {
            candidates.push_back({&request, limitsOf(model, request.name)});
        }
    }
    if (candidates.size() == 1 && candidates.front().limits.empty()) {
        return {}; // would repeat the chart of all requests
    }
    std::ranges::sort(candidates, [](const Candidate& a, const Candidate& b) {
        return std::tuple(a.limits.empty(), b.request->requests, a.request->name) <
               std::tuple(b.limits.empty(), a.request->requests, b.request->name);
    });
    std::vector<ChartSpec> charts;
    for (const Candidate& candidate : candidates | std::views::take(kRequestCharts)) {
        const auto& curve = candidate.request->curve;
        charts.push_back({.title = format::plain(candidate.request->name),
                          .hint = Words::tr("response time"),
                          .curves = percentileCurves(
                              model, [&](std::size_t index) { return curve[index].response.value(); }),
                          .limits = candidate.limits,
                          .seconds = seconds,
                          .figure = millisecondsText});
    }
    return charts;
}

QString figures(std::vector<ChartSpec> charts, const std::vector<ChartMoment>& moments, Medium medium) {
    QString text = u"<div class=\"charts\">\n"_s;
    for (ChartSpec& chart : charts) {
        chart.moments = moments;
        text += chartFigure(chart, medium);
    }
    return text + u"</div>\n"_s;
}

std::vector<ChartSpec> runCharts(const ReportModel& model, double seconds) {
    std::vector<ChartSpec> charts;
    if (model.figures.requests > 0 || model.sessions.empty()) {
        charts = {throughputChart(model, seconds), latencyChart(model, seconds)};
    }
    if (!model.sessions.empty()) {
        charts.push_back(sessionsChart(model, seconds));
        charts.push_back(messagesChart(model, seconds));
        charts.push_back(messageLatencyChart(model, seconds));
    }
    charts.push_back(vusChart(model, seconds));
    charts.push_back(processorChart(model, seconds));
    charts.push_back(memoryChart(model, seconds));
    return charts;
}

} // namespace

QString chartsSection(const ReportModel& model, Medium medium) {
    const double seconds = lengthOf(model);
    const std::vector<ChartMoment> moments = chartMoments(model);
    QString text = u"<section><h2>"_s + escaped(Words::tr("Over time")) + u"</h2>\n"_s +
                   figures(runCharts(model, seconds), moments, medium);
    const std::vector<ChartSpec> requests = requestCharts(model, seconds);
    if (!requests.empty()) {
        text += u"<h2>"_s + escaped(Words::tr("Requests over time")) + u"</h2>\n"_s +
                figures(requests, moments, medium);
    }
    return text + u"</section>\n"_s;
}

} // namespace bw::ui_report
