#include "ui/live/chart_data.h"

#include "ui/format/error_text.h"
#include "ui/format/mark_text.h"
#include "ui/format/words.h"
#include "ui/live/chart_words.h"
#include "ui/live/curve_gaps.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>
#include <vector>

namespace bw::live {
namespace {

using bridge::RunPicture;
using charts::AxisSide;
using charts::ChartData;
using charts::Curve;
using charts::CurveRole;
using report::Percentiles;
using report::ProcessMoment;
using report::RequestMoment;
using report::SecondRow;

// value(index of the row) for each row.
template <typename Value>
Curve curveAt(const RunPicture& picture, const QString& name, CurveRole role, const Value& value) {
    Curve curve{.name = name, .role = role, .points = {}, .isFilled = false};
    curve.points.reserve(picture.model.seconds.size());
    std::size_t index = 0;
    for (const SecondRow& row : picture.model.seconds) {
        curve.points.push_back({static_cast<double>(row.second), value(index++)});
    }
    return curve;
}

// value(row) for each row.
template <typename Value>
Curve curveOf(const RunPicture& picture, const QString& name, CurveRole role, const Value& value) {
    const auto& rows = picture.model.seconds;
    return curveAt(picture, name, role, [&](std::size_t index) { return std::optional(value(rows[index])); });
}

template <typename Value>
Curve curveIfAny(const RunPicture& picture, const QString& name, CurveRole role, const Value& value) {
    const auto& rows = picture.model.seconds;
    return curveAt(picture, name, role,
                   [&](std::size_t index) -> std::optional<double> { return value(rows[index]); });
}

Curve filled(Curve curve) {
    curve.isFilled = true;
    return curve;
}

Curve onTheRight(Curve curve) {
    curve.axis = AxisSide::Right;
    return curve;
}

// times(index of the row): std::optional<Percentiles>
template <typename Times>
std::vector<Curve> percentileCurves(const RunPicture& picture, const Times& times) {
    const auto at = [&](const QString& name, CurveRole role, double Percentiles::* percentile) {
        return curveAt(picture, name, role, [&](std::size_t index) {
            const std::optional<Percentiles> found = times(index);
            return found ? std::optional((*found).*percentile) : std::nullopt;
        });
    };
    std::vector<Curve> curves;
    curves.push_back(at(QStringLiteral("P50"), CurveRole::Percentile50, &Percentiles::p50));
    curves.push_back(at(QStringLiteral("P95"), CurveRole::Percentile95, &Percentiles::p95));
    curves.push_back(at(QStringLiteral("P99"), CurveRole::Percentile99, &Percentiles::p99));
    return curves;
}

ChartData dataOf(const RunPicture& picture, std::vector<Curve> curves) {
    ChartData data{.curves = std::move(curves),
                   .limits = {},
                   .moments = {},
                   .seconds = 0,
                   .isGrowing = picture.isLive,
                   .heat = {}};
    data.seconds = std::chrono::duration<double>(picture.model.run.duration).count();
    partCurves(data.curves, gapsOf(picture));
    for (const report::MarkRow& mark : picture.model.marks) {
        data.moments.push_back({.text = format::markText(mark.record),
                                .second = std::chrono::duration<double>(mark.record.at).count(),
                                .length = std::chrono::duration<double>(mark.length).count(),
                                .isRemark = mark.kind == report::MarkKind::Note});
    }
    return data;
}

// A limit on P95 that all exercised budgets agree on is a line; ten different ones would be a fence.
std::optional<double> limitOfAll(const RunPicture& picture) {
    std::optional<double> limit;
    for (const bridge::GaugeReading& gauge : picture.gauges) {
        if (gauge.sinceStart.kind != verdict::LimitKind::P95 || !gauge.sinceStart.value) {
            continue;
        }
        if (limit && *limit != gauge.sinceStart.limit) {
            return std::nullopt;
        }
        limit = gauge.sinceStart.limit;
    }
    return limit;
}

// The tightest of those that budgets set for this request.
std::optional<double> limitOf(const RunPicture& picture, const report::RequestRow& request) {
    std::optional<double> limit;
    for (const bridge::GaugeReading& gauge : picture.gauges) {
        if (gauge.sinceStart.kind == verdict::LimitKind::P95 && gauge.subject == "name:" + request.name) {
            limit = std::min(limit.value_or(gauge.sinceStart.limit), gauge.sinceStart.limit);
        }
    }
    return limit;
}

std::vector<Curve> latencyCurves(const RunPicture& picture, const report::RequestRow* request) {
    return percentileCurves(picture, [&](std::size_t index) {
        return request ? request->curve[index].response.value() : picture.model.seconds[index].latency;
    });
}

// The same hues as the response time's, dashed.
std::vector<Curve> serviceCurves(const RunPicture& picture, const report::RequestRow* request) {
    std::vector<Curve> curves = percentileCurves(picture, [&](std::size_t index) {
        return request ? request->curve[index].service.value() : picture.model.seconds[index].service;
    });
    for (Curve& curve : curves) {
        curve.name = ChartWords::tr("Service %1").arg(curve.name);
        curve.isDashed = true;
    }
    return curves;
}

// Two figures of a process: one on the left axis, and one beside it, on the right when its unit differs.
struct ProcessPair {
    QString first;
    QString second;
    float ProcessMoment::* left;
    float ProcessMoment::* right;
    AxisSide side;
};

ProcessPair pairOf(ProcessFigures figures) {
    switch (figures) {
    case ProcessFigures::Handles:
        return {ChartWords::tr("Threads"), ChartWords::tr("Descriptors"), &ProcessMoment::threads,
                &ProcessMoment::descriptors, AxisSide::Left};
    case ProcessFigures::Network:
        return {ChartWords::tr("Received"), ChartWords::tr("Sent"), &ProcessMoment::received,
                &ProcessMoment::sent, AxisSide::Left};
    case ProcessFigures::Use:
        break;
    }
    return {ChartWords::tr("CPU"), ChartWords::tr("Memory"), &ProcessMoment::cpu, &ProcessMoment::memory,
            AxisSide::Right};
}

Curve processCurve(const RunPicture& picture, const report::ProcessCurve& process, const QString& name,
                   float ProcessMoment::* figure) {
    return curveAt(picture, name, CurveRole::Scenario, [&](std::size_t index) -> std::optional<double> {
        const float value = process.moments[index].*figure;
        return std::isnan(value) ? std::nullopt : std::optional<double>(value);
    });
}

} // namespace

bool hasCurves(const RunPicture& picture, const report::RequestRow& request) {
    return !request.curve.empty() && request.curve.size() == picture.model.seconds.size();
}

ChartData throughputData(const RunPicture& picture, const report::RequestRow* request) {
    const QString requests = ChartWords::tr("Requests");
    const QString failed = ChartWords::tr("Failed");
    std::vector<Curve> curves;
    if (request != nullptr) {
        const auto& moments = request->curve;
        const auto of = [&](float RequestMoment::* rate) {
            return
                [&moments, rate](std::size_t index) { return std::optional<double>(moments[index].*rate); };
        };
        curves.push_back(filled(curveAt(picture, requests, CurveRole::Main, of(&RequestMoment::requests))));
        curves.push_back(curveAt(picture, failed, CurveRole::Bad, of(&RequestMoment::failed)));
        return dataOf(picture, std::move(curves));
    }
    curves.push_back(filled(
        curveOf(picture, requests, CurveRole::Main, [](const SecondRow& row) { return row.requests; })));
    curves.push_back(
        curveOf(picture, failed, CurveRole::Bad, [](const SecondRow& row) { return row.failed; }));
    return dataOf(picture, std::move(curves));
}

ChartData latencyData(const bridge::RunPicturePtr& shown, const report::RequestRow* request,
                      const LatencyLayers& layers) {
    const RunPicture& picture = *shown;
    std::vector<Curve> curves = latencyCurves(picture, request);
    if (layers.service == Layer::Shown) {
        std::ranges::move(serviceCurves(picture, request), std::back_inserter(curves));
    }
    ChartData data = dataOf(picture, std::move(curves));
    if (const auto limit = request ? limitOf(picture, *request) : limitOfAll(picture)) {
        data.limits.push_back({ChartWords::tr("P95 budget"), *limit});
    }
    if (layers.heat == Layer::Shown && request == nullptr && !picture.model.heat.columns().empty()) {
        data.heat = {shown, &picture.model.heat}; // the picture's, kept alive with it
    }
    return data;
}

ChartData sessionsData(const RunPicture& picture) {
    std::vector<Curve> curves;
    curves.push_back(filled(curveIfAny(picture, ChartWords::tr("Open"), CurveRole::Main,
                                       [](const SecondRow& row) { return row.sessions; })));
    curves.push_back(curveOf(picture, ChartWords::tr("Opened, /s"), CurveRole::Wanted,
                             [](const SecondRow& row) { return row.sessionsOpened; }));
    curves.push_back(onTheRight(curveOf(picture, ChartWords::tr("Messages"), CurveRole::Other,
                                        [](const SecondRow& row) { return row.messages; })));
    return dataOf(picture, std::move(curves));
}

ChartData messageLatencyData(const RunPicture& picture) {
    const auto& rows = picture.model.seconds;
    return dataOf(picture,
                  percentileCurves(picture, [&](std::size_t index) { return rows[index].messageLatency; }));
}

ChartData vusData(const RunPicture& picture) {
    std::vector<Curve> curves;
    curves.push_back(filled(curveIfAny(picture, ChartWords::tr("Active"), CurveRole::Main,
                                       [](const SecondRow& row) { return row.vus; })));
    curves.push_back(curveIfAny(picture, ChartWords::tr("Ready"), CurveRole::Wanted,
                                [](const SecondRow& row) { return row.vusMax; }));
    curves.push_back(onTheRight(curveOf(picture, ChartWords::tr("Iterations"), CurveRole::Other,
                                        [](const SecondRow& row) { return row.iterations; })));
    if (picture.model.generator.startDelay.count > 0) {
        Curve wanted = onTheRight(curveOf(picture, ChartWords::tr("Wanted"), CurveRole::Other,
                                          [](const SecondRow& row) { return row.arrivals; }));
        wanted.isDashed = true;
        curves.push_back(std::move(wanted));
    }
    if (picture.model.figures.dropped > 0) {
        curves.push_back(onTheRight(curveOf(picture, ChartWords::tr("Dropped"), CurveRole::Bad,
                                            [](const SecondRow& row) { return row.dropped; })));
    }
    return dataOf(picture, std::move(curves));
}

ChartData startDelayData(const RunPicture& picture) {
    const auto& rows = picture.model.seconds;
    return dataOf(picture,
                  percentileCurves(picture, [&](std::size_t index) { return rows[index].startDelay; }));
}

// One process has a colour for each figure, of several each has its own, and its second figure is dashed.
ChartData processesData(const RunPicture& picture, ProcessFigures figures) {
    const ProcessPair pair = pairOf(figures);
    const auto& processes = picture.model.processes;
    std::vector<Curve> curves;
    for (std::size_t i = 0; i < processes.size(); ++i) {
        const bool isAlone = processes.size() == 1;
        const QString process = shortName(processes[i].name);
        const auto nameOf = [&](const QString& figure) {
            return isAlone ? figure : ChartWords::tr("%1 · %2").arg(process, figure);
        };
        Curve first = processCurve(picture, processes[i], nameOf(pair.first), pair.left);
        Curve second = processCurve(picture, processes[i], nameOf(pair.second), pair.right);
        first.isFilled = isAlone;
        first.scenario = i;
        second.scenario = isAlone ? i + 1 : i;
        second.isDashed = !isAlone;
        second.axis = pair.side;
        curves.push_back(std::move(first));
        curves.push_back(std::move(second));
    }
    return dataOf(picture, std::move(curves));
}

ChartData errorsData(const RunPicture& picture) {
    std::vector<Curve> curves;
    for (const report::FailureCurve& failure : picture.model.failures) {
        const bool isOther = failure.kind == report::FailureKind();
        Curve curve = curveAt(picture,
                              isOther ? ChartWords::tr("other kinds")
                                      : format::failureText(failure.kind.code, failure.kind.status),
                              isOther ? CurveRole::Muted : CurveRole::Scenario, [&](std::size_t index) {
                                  return std::optional<double>(failure.moments[index].failed);
                              });
        curve.scenario = curves.size();
        curves.push_back(std::move(curve));
    }
    return dataOf(picture, std::move(curves));
}

ChartData checksData(const RunPicture& picture) {
    std::vector<Curve> curves;
    curves.push_back(filled(curveOf(picture, ChartWords::tr("Passed"), CurveRole::Good,
                                    [](const SecondRow& row) { return row.checksPassed; })));
    curves.push_back(curveOf(picture, ChartWords::tr("Failed"), CurveRole::Bad,
                             [](const SecondRow& row) { return row.checksFailed; }));
    return dataOf(picture, std::move(curves));
}

ChartData bytesData(const RunPicture& picture) {
    std::vector<Curve> curves;
    curves.push_back(filled(curveOf(picture, ChartWords::tr("Received"), CurveRole::Main,
                                    [](const SecondRow& row) { return row.bytesReceived; })));
    curves.push_back(curveOf(picture, ChartWords::tr("Sent"), CurveRole::Other,
                             [](const SecondRow& row) { return row.bytesSent; }));
    return dataOf(picture, std::move(curves));
}

ChartData generatorData(const RunPicture& picture) {
    std::vector<Curve> curves;
    curves.push_back(filled(curveIfAny(picture, ChartWords::tr("CPU"), CurveRole::Main,
                                       [](const SecondRow& row) { return row.cpu; })));
    curves.push_back(onTheRight(curveIfAny(picture, ChartWords::tr("Memory"), CurveRole::Other,
                                           [](const SecondRow& row) { return row.memory; })));
    return dataOf(picture, std::move(curves));
}

} // namespace bw::live
