#include "core/report/second_rows.h"

#include "core/report/row_joins.h"
#include "core/report/series_figures.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>
#include <variant>

namespace bw::report {
namespace {

using metrics::Builtin;
using metrics::Histogram;

constexpr const char* kProcessTag = "process";

std::optional<Percentiles> percentilesIfAny(const Histogram& times) {
    return times.empty() ? std::nullopt : std::optional(percentilesOf(times));
}

CompactPercentiles compactOf(const Histogram& times) {
    return times.empty() ? CompactPercentiles() : CompactPercentiles(percentilesOf(times));
}

void addTo(std::optional<double>& value, double amount) {
    value = value.value_or(0) + amount;
}

// Of a gauge that several series may have.
void addTo(float& value, double amount) {
    value = static_cast<float>((std::isnan(value) ? 0 : value) + amount);
}

void raise(std::optional<double>& highest, const std::optional<double>& value) {
    if (value) {
        highest = std::max(highest.value_or(0), *value);
    }
}

} // namespace

void SecondRows::Times::clear() {
    response.clear();
    service.clear();
}

SecondRows::Part SecondRows::partOf(metrics::MetricId metric) {
    static constexpr std::pair<Builtin, Part> kParts[] = {
        {Builtin::HttpReqs, Part::Requests},
        {Builtin::HttpReqFailed, Part::Failed},
        {Builtin::HttpReqResponseTime, Part::Response},
        {Builtin::HttpReqDuration, Part::Service},
        {Builtin::Checks, Part::Checks},
        {Builtin::Vus, Part::Vus},
        {Builtin::VusMax, Part::VusMax},
        {Builtin::Iterations, Part::Iterations},
        {Builtin::DroppedIterations, Part::Dropped},
        {Builtin::DataSent, Part::Sent},
        {Builtin::DataReceived, Part::Received},
        {Builtin::GeneratorCpu, Part::Cpu},
        {Builtin::GeneratorMemory, Part::Memory},
        {Builtin::WsSessionsOpen, Part::Sessions},
        {Builtin::WsSessions, Part::SessionsOpened},
        {Builtin::WsSessionDuration, Part::SessionsEnded},
        {Builtin::WsMsgsReceived, Part::Messages},
        {Builtin::WsMsgLatency, Part::MessageLatency},
        {Builtin::IterationStartDelay, Part::StartDelay},
        {Builtin::ProcessCpu, Part::ProcessCpu},
        {Builtin::ProcessMemory, Part::ProcessMemory},
        {Builtin::ProcessThreads, Part::ProcessThreads},
        {Builtin::ProcessDescriptors, Part::ProcessDescriptors},
        {Builtin::ProcessNetworkReceived, Part::ProcessReceived},
        {Builtin::ProcessNetworkSent, Part::ProcessSent},
    };
    for (const auto& [builtin, part] : kParts) {
        if (metrics::id(builtin) == metric) {
            return part;
        }
    }
    return Part::None;
}

bool SecondRows::isDrawn(metrics::MetricId metric) {
    return partOf(metric) != Part::None;
}

void SecondRows::define(const metrics::SeriesDefinition& added) {
    if (added.id.value >= m_roles.size()) {
        m_roles.resize(added.id.value + 1);
    }
    Role role{.part = partOf(added.series.metric)};
    if (role.part >= Part::Requests && role.part <= Part::Service) {
        role.request = requestPlace(added.series);
    }
    if (role.part >= Part::ProcessCpu) {
        role.process = processPlace(added.series);
    }
    if (isFailure(added.series)) {
        role.failure = failurePlace(added.series);
    }
    m_roles[added.id.value] = role;
}

std::size_t SecondRows::requestPlace(const metrics::Series& series) {
    const std::string* name = series.tags.find("name");
    const std::size_t place = name == nullptr ? SIZE_MAX : m_requests.place(*name, m_rows.size());
    m_byRequest.resize(m_requests.size());
    return place;
}

std::size_t SecondRows::processPlace(const metrics::Series& series) {
    const std::string* watched = series.tags.find(kProcessTag);
    return watched == nullptr ? SIZE_MAX : m_processes.place(*watched, m_rows.size());
}

std::size_t SecondRows::failurePlace(const metrics::Series& series) {
    const FailureKind kind = failureKindOf(series);
    const bool isFull = m_failures.size() >= kMaxFailureKinds && !m_failures.has(kind);
    return m_failures.place(isFull ? FailureKind() : kind, m_rows.size());
}

void SecondRows::add(const metrics::Frame& frame) {
    for (const metrics::SeriesDefinition& added : frame.newSeries) {
        define(added);
    }
    begin();
    SecondRow row;
    row.second = frame.second;
    row.width = std::max<std::int64_t>(frame.width, 1);
    for (const metrics::FrameEntry& entry : frame.entries) {
        addEntry(entry, row);
    }
    finish(row);
    m_heat.add(row.second, row.width, m_all.response);
    raiseHighest(row);
    append(row);
}

void SecondRows::begin() {
    m_all.clear();
    std::ranges::for_each(m_byRequest, &Times::clear);
    m_messageLatency.clear();
    m_startDelay.clear();
    m_requests.begin();
    m_processes.begin();
    m_failures.begin();
}

void SecondRows::addEntry(const metrics::FrameEntry& entry, SecondRow& row) {
    if (entry.series.value >= m_roles.size()) {
        return;
    }
    const Role& role = m_roles[entry.series.value];
    if (role.part == Part::None) {
        return;
    }
    if (const auto* times = std::get_if<Histogram>(&entry.value)) {
        addTimes(role, *times);
    } else if (const auto* counter = std::get_if<metrics::CounterValue>(&entry.value)) {
        addCounter(role, counter->sum, row);
    } else if (const auto* rate = std::get_if<metrics::RateValue>(&entry.value)) {
        addRate(role, *rate, row);
    } else if (const auto* gauge = std::get_if<metrics::GaugeValue>(&entry.value); gauge->count > 0) {
        addGauge(role, *gauge, row);
    }
}

void SecondRows::addTimes(const Role& role, const Histogram& times) {
    switch (role.part) {
    case Part::Response:
        m_all.response.merge(times);
        if (role.request < m_byRequest.size()) {
            m_byRequest[role.request].response.merge(times);
        }
        return;
    case Part::Service:
        m_all.service.merge(times);
        if (role.request < m_byRequest.size()) {
            m_byRequest[role.request].service.merge(times);
        }
        return;
    case Part::MessageLatency:
        return m_messageLatency.merge(times);
    case Part::StartDelay:
        return m_startDelay.merge(times);
    case Part::SessionsEnded:
        if (role.failure < m_failures.size()) {
            m_failures.now(role.failure).failed += static_cast<float>(times.count());
        }
        return;
    default:
        return;
    }
}

void SecondRows::addCounter(const Role& role, double sum, SecondRow& row) {
    row.requests += role.part == Part::Requests ? sum : 0;
    row.iterations += role.part == Part::Iterations ? sum : 0;
    row.dropped += role.part == Part::Dropped ? sum : 0;
    row.bytesSent += role.part == Part::Sent ? sum : 0;
    row.bytesReceived += role.part == Part::Received ? sum : 0;
    row.sessionsOpened += role.part == Part::SessionsOpened ? sum : 0;
    row.messages += role.part == Part::Messages ? sum : 0;
    if (role.request < m_requests.size()) {
        m_requests.now(role.request).requests += static_cast<float>(sum);
    }
    if (role.failure < m_failures.size()) {
        m_failures.now(role.failure).failed += static_cast<float>(sum);
    }
    if (role.process < m_processes.size()) {
        ProcessMoment& now = m_processes.now(role.process);
        addTo(role.part == Part::ProcessReceived ? now.received : now.sent, sum);
    }
}

void SecondRows::addRate(const Role& role, const metrics::RateValue& rate, SecondRow& row) {
    if (role.part == Part::Failed) {
        row.failed += static_cast<double>(rate.trues);
        if (role.request < m_requests.size()) {
            m_requests.now(role.request).failed += static_cast<float>(rate.trues);
        }
    } else if (role.part == Part::Checks) {
        row.checksPassed += static_cast<double>(rate.trues);
        row.checksFailed += static_cast<double>(rate.total - rate.trues);
    }
}

void SecondRows::addGauge(const Role& role, const metrics::GaugeValue& gauge, SecondRow& row) {
    const bool isWide = row.width > 1;
    const double last = isWide ? gauge.max : gauge.last;
    const double use = isWide ? gauge.max : gauge.mean();
    ProcessMoment none;
    ProcessMoment& process = role.process < m_processes.size() ? m_processes.now(role.process) : none;
    switch (role.part) {
    case Part::Vus:
        return addTo(row.vus, last);
    case Part::VusMax:
        return addTo(row.vusMax, last);
    case Part::Cpu:
        return addTo(row.cpu, use);
    case Part::Memory:
        return addTo(row.memory, gauge.max);
    case Part::Sessions:
        return addTo(row.sessions, last);
    case Part::ProcessCpu:
        return addTo(process.cpu, use);
    case Part::ProcessMemory:
        return addTo(process.memory, gauge.max);
    case Part::ProcessThreads:
        return addTo(process.threads, last);
    case Part::ProcessDescriptors:
        return addTo(process.descriptors, last);
    default:
        return;
    }
}

// From amounts to rates, from times to percentiles.
void SecondRows::finish(SecondRow& row) {
    const auto width = static_cast<double>(row.width);
    row.arrivals = static_cast<double>(m_startDelay.count()) + row.dropped;
    for (double* amount :
         {&row.requests, &row.failed, &row.iterations, &row.dropped, &row.arrivals, &row.checksPassed,
          &row.checksFailed, &row.bytesSent, &row.bytesReceived, &row.sessionsOpened, &row.messages}) {
        *amount /= width;
    }
    row.latency = percentilesIfAny(m_all.response);
    row.service = percentilesIfAny(m_all.service);
    row.messageLatency = percentilesIfAny(m_messageLatency);
    row.startDelay = percentilesIfAny(m_startDelay);
    const auto seconds = static_cast<float>(row.width);
    for (std::size_t place = 0; place < m_requests.size(); ++place) {
        RequestMoment& now = m_requests.now(place);
        now.requests /= seconds;
        now.failed /= seconds;
        now.response = compactOf(m_byRequest[place].response);
        now.service = compactOf(m_byRequest[place].service);
    }
    for (std::size_t place = 0; place < m_processes.size(); ++place) {
        m_processes.now(place).received /= seconds;
        m_processes.now(place).sent /= seconds;
    }
    for (std::size_t place = 0; place < m_failures.size(); ++place) {
        m_failures.now(place).failed /= seconds;
    }
}

void SecondRows::raiseHighest(const SecondRow& row) {
    m_highest.vus = std::max(m_highest.vus, row.vus.value_or(0));
    m_highest.sessions = std::max(m_highest.sessions, row.sessions.value_or(0));
    m_highest.sessionsOpened = std::max(m_highest.sessionsOpened, row.sessionsOpened);
    raise(m_highest.cpu, row.cpu);
    raise(m_highest.memory, row.memory);
}

void SecondRows::append(const SecondRow& row) {
    if (m_inLast > 0 && m_inLast < m_framesPerRow) {
        const JoinedWidths widths{static_cast<double>(m_rows.back().width), static_cast<double>(row.width)};
        const auto joinMoments = [&](auto& moment, const auto& next) { join(moment, next, widths); };
        m_requests.joinLast(joinMoments);
        m_processes.joinLast(joinMoments);
        m_failures.joinLast(joinMoments);
        join(m_rows.last(), row);
        ++m_inLast;
        return;
    }
    if (m_rows.size() == m_mostRows) {
        halve();
    }
    m_rows.push_back(row);
    m_requests.append();
    m_processes.append();
    m_failures.append();
    m_inLast = 1;
}

void SecondRows::halve() {
    const auto joinMoments = [this](auto& moment, const auto& next, std::size_t index) {
        join(moment, next,
             {static_cast<double>(m_rows[index].width), static_cast<double>(m_rows[index + 1].width)});
    };
    m_requests.halve(joinMoments);
    m_processes.halve(joinMoments);
    m_failures.halve(joinMoments);
    m_rows.halve([](SecondRow& row, const SecondRow& next, std::size_t) { join(row, next); });
    m_framesPerRow *= 2;
}

std::vector<ProcessCurve> SecondRows::processes() const {
    std::vector<ProcessCurve> curves;
    for (std::size_t place = 0; place < m_processes.size(); ++place) {
        curves.push_back({m_processes.key(place), m_processes.moments(place)});
    }
    return curves;
}

std::vector<FailureCurve> SecondRows::failures() const {
    std::vector<FailureCurve> curves;
    for (std::size_t place = 0; place < m_failures.size(); ++place) {
        curves.push_back({m_failures.key(place), m_failures.moments(place)});
    }
    return curves;
}

} // namespace bw::report
