#include "core/report/report_builder.h"

#include "core/report/failures.h"
#include "core/report/generator_figures.h"
#include "core/report/series_figures.h"
#include "core/report/session_rows.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>
#include <variant>

namespace bw::report {
namespace {

using metrics::Builtin;
using metrics::CounterValue;
using metrics::Histogram;
using metrics::MetricType;
using metrics::SeriesId;
using metrics::Totals;

struct Request {
    double count = 0;
    std::uint64_t failed = 0;
    Histogram service;
    Histogram response;
};

Latency latency(const Histogram& service, const Histogram& response) {
    return {.answered = service.count(),
            .service = percentilesOf(service),
            .serviceMax = static_cast<double>(service.max()) / 1e6,
            .serviceMean = service.mean() / 1e6,
            .response = percentilesOf(response),
            .responseMax = static_cast<double>(response.max()) / 1e6};
}

double counterSum(const Totals& totals, Builtin metric) {
    return std::get<CounterValue>(totals.sum(metrics::id(metric), MetricType::Counter)).sum;
}

Histogram trendSum(const Totals& totals, Builtin metric) {
    return std::get<Histogram>(totals.sum(metrics::id(metric), MetricType::Trend));
}

double perSecond(double amount, double seconds) {
    return seconds > 0 ? amount / seconds : 0;
}

void addHighest(KeyFigures& figures, const SecondRows::Highest& highest) {
    figures.vusHighest = highest.vus;
    figures.cpuHighest = highest.cpu;
    figures.memoryHighest = highest.memory;
    figures.sessionsHighest = highest.sessions;
    figures.openedHighest = highest.sessionsOpened;
}

void addSessions(ReportModel& model, const Histogram& latency, double seconds) {
    KeyFigures& figures = model.figures;
    for (const SessionRow& row : model.sessions) {
        figures.sessions += row.asked;
        figures.messages += row.received;
        figures.messagesLost += row.lost;
    }
    figures.messageRate = perSecond(static_cast<double>(figures.messages), seconds);
    figures.messageLatency = timesOf(latency);
}

KeyFigures keyFigures(const Totals& totals, const SecondRows::Highest& highest, double seconds) {
    const auto failed =
        std::get<metrics::RateValue>(totals.sum(metrics::id(Builtin::HttpReqFailed), MetricType::Rate));
    KeyFigures figures;
    figures.requests = wholeNumber(counterSum(totals, Builtin::HttpReqs));
    figures.failed = failed.trues;
    figures.requestRate = perSecond(static_cast<double>(figures.requests), seconds);
    figures.latency =
        latency(trendSum(totals, Builtin::HttpReqDuration), trendSum(totals, Builtin::HttpReqResponseTime));
    figures.iterations = wholeNumber(counterSum(totals, Builtin::Iterations));
    figures.iterationRate = perSecond(static_cast<double>(figures.iterations), seconds);
    figures.dropped = wholeNumber(counterSum(totals, Builtin::DroppedIterations));
    figures.interrupted = wholeNumber(counterSum(totals, Builtin::InterruptedIterations));
    figures.bytesSent = counterSum(totals, Builtin::DataSent);
    figures.bytesReceived = counterSum(totals, Builtin::DataReceived);
    addHighest(figures, highest);
    return figures;
}

void addSeries(std::map<std::string, Request>& requests, const metrics::Series& series,
               const metrics::SeriesValue& value) {
    if (const auto* counter = std::get_if<CounterValue>(&value)) {
        if (series.metric == metrics::id(Builtin::HttpReqs)) {
            requests[tagOf(series, "name")].count += counter->sum;
        }
    } else if (const auto* rate = std::get_if<metrics::RateValue>(&value)) {
        if (series.metric == metrics::id(Builtin::HttpReqFailed)) {
            requests[tagOf(series, "name")].failed += rate->trues;
        }
    } else if (const auto* times = std::get_if<Histogram>(&value)) {
        if (series.metric == metrics::id(Builtin::HttpReqDuration)) {
            requests[tagOf(series, "name")].service.merge(*times);
        } else if (series.metric == metrics::id(Builtin::HttpReqResponseTime)) {
            requests[tagOf(series, "name")].response.merge(*times);
        }
    }
}

} // namespace

void ReportBuilder::add(const metrics::Frame& frame) {
    m_totals.add(frame);
    m_rows.add(frame);
    define(frame);
    for (const metrics::FrameEntry& entry : frame.entries) {
        const auto failure = m_failures.find(entry.series);
        if (failure != m_failures.end()) {
            failure->second.first = failure->second.first < 0 ? frame.second : failure->second.first;
            failure->second.last = frame.end() - 1;
        }
    }
}

void ReportBuilder::define(const metrics::Frame& frame) {
    for (const metrics::SeriesDefinition& added : frame.newSeries) {
        if (isFailure(added.series)) {
            m_failures.emplace(added.id, Seen{.first = -1, .last = -1});
        }
    }
}

void ReportBuilder::addSums(const metrics::Frame& whole) {
    m_totals.add(whole);
    define(whole);
    for (const metrics::SeriesDefinition& added : whole.newSeries) {
        m_rows.define(added);
    }
}

std::vector<metrics::SeriesId> ReportBuilder::failures() const {
    std::vector<metrics::SeriesId> series;
    for (const auto& [id, seen] : m_failures) {
        series.push_back(id);
    }
    return series;
}

void ReportBuilder::addFailureTimes(metrics::SeriesId failure, std::int64_t first, std::int64_t last) {
    m_failures[failure] = {.first = first, .last = last};
}

std::vector<RequestRow> ReportBuilder::requestRows(double seconds) const {
    std::map<std::string, Request> requests;
    for (std::uint32_t index = 0; index < m_totals.seriesCount(); ++index) {
        addSeries(requests, m_totals.series(SeriesId{index}), m_totals.value(SeriesId{index}));
    }
    std::vector<RequestRow> rows;
    rows.reserve(requests.size());
    for (const auto& [name, request] : requests) {
        rows.push_back({.name = name,
                        .requests = wholeNumber(request.count),
                        .failed = request.failed,
                        .rate = perSecond(request.count, seconds),
                        .latency = latency(request.service, request.response),
                        .curve = m_rows.curve(name)});
    }
    return rows;
}

std::vector<ErrorRow> ReportBuilder::errorRows() const {
    std::map<std::tuple<std::string, std::string, std::string>, ErrorRow> rows;
    for (const auto& [id, seen] : m_failures) {
        if (seen.first < 0) {
            continue;
        }
        const metrics::Series& series = m_totals.series(id);
        ErrorRow key{.name = tagOf(series, "name"),
                     .code = tagOf(series, "error_code"),
                     .status = tagOf(series, "status"),
                     .first = seen.first,
                     .last = seen.last};
        ErrorRow& row = rows.try_emplace({key.name, key.code, key.status}, key).first->second;
        const auto* counter = std::get_if<CounterValue>(&m_totals.value(id));
        row.count +=
            counter != nullptr ? wholeNumber(counter->sum) : metrics::sampleCount(m_totals.value(id));
        row.first = std::min(row.first, seen.first);
        row.last = std::max(row.last, seen.last);
    }
    std::vector<ErrorRow> sorted;
    for (auto& [key, row] : rows) {
        sorted.push_back(std::move(row));
    }
    std::ranges::sort(sorted, [](const ErrorRow& a, const ErrorRow& b) {
        return std::tie(b.count, a.name, a.code, a.status) < std::tie(a.count, b.name, b.code, b.status);
    });
    return sorted;
}

ReportModel ReportBuilder::build(RunInfo run, verdict::Verdict verdict) const {
    const double seconds = std::chrono::duration<double>(run.measured()).count();
    ReportModel model;
    model.run = std::move(run);
    model.verdict = std::move(verdict);
    model.figures = keyFigures(m_totals, m_rows.highest(), seconds);
    model.generator = generatorFigures(m_totals);
    model.requests = requestRows(seconds);
    model.sessions = sessionRows(m_totals, seconds);
    model.errors = errorRows();
    model.seconds = m_rows.rows();
    model.processes = m_rows.processes();
    model.failures = m_rows.failures();
    model.heat = m_rows.heat();
    addSessions(model, trendSum(m_totals, Builtin::WsMsgLatency), seconds);
    model.figures.openedHighest = std::max(model.figures.openedHighest, m_opened);
    return model;
}

} // namespace bw::report
