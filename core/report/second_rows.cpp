#include "core/report/second_rows.h"

#include "core/report/series_figures.h"

#include <algorithm>
#include <utility>
#include <variant>

namespace bw::report {
namespace {

using metrics::Builtin;
using metrics::Histogram;

std::optional<Percentiles> percentilesIfAny(const Histogram& times) {
    return times.empty() ? std::nullopt : std::optional(percentilesOf(times));
}

void raise(std::optional<double>& value, const std::optional<double>& other) {
    if (other) {
        value = std::max(value.value_or(*other), *other);
    }
}

void raise(std::optional<Percentiles>& value, const std::optional<Percentiles>& other) {
    if (!value) {
        value = other;
    } else if (other) {
        value->p50 = std::max(value->p50, other->p50);
        value->p95 = std::max(value->p95, other->p95);
        value->p99 = std::max(value->p99, other->p99);
    }
}

void addTo(std::optional<double>& value, double amount) {
    value = value.value_or(0) + amount;
}

// One row over the time of both; they are neighbours.
void join(SecondRow& row, const SecondRow& next) {
    const auto mean = [&](double a, double b) {
        const auto left = static_cast<double>(row.width);
        const auto right = static_cast<double>(next.width);
        return (a * left + b * right) / (left + right);
    };
    row.requests = mean(row.requests, next.requests);
    row.failed = mean(row.failed, next.failed);
    row.iterations = mean(row.iterations, next.iterations);
    row.dropped = mean(row.dropped, next.dropped);
    row.sessionsOpened = mean(row.sessionsOpened, next.sessionsOpened);
    row.messages = mean(row.messages, next.messages);
    raise(row.messageLatency, next.messageLatency);
    raise(row.sessions, next.sessions);
    raise(row.latency, next.latency);
    raise(row.vus, next.vus);
    raise(row.vusMax, next.vusMax);
    raise(row.cpu, next.cpu);
    raise(row.memory, next.memory);
    row.width += next.width;
}

} // namespace

void SecondRows::add(const metrics::Frame& frame) {
    for (const metrics::SeriesDefinition& added : frame.newSeries) {
        define(added);
    }
    SecondRow row;
    row.second = frame.second;
    row.width = std::max<std::int64_t>(frame.width, 1);
    m_latency.clear();
    m_messageLatency.clear();
    for (Curve& curve : m_curves) {
        curve.now.clear();
    }
    for (const metrics::FrameEntry& entry : frame.entries) {
        addEntry(entry, row);
    }
    const auto width = static_cast<double>(row.width);
    row.requests /= width;
    row.failed /= width;
    row.iterations /= width;
    row.dropped /= width;
    row.sessionsOpened /= width;
    row.messages /= width;
    row.messageLatency = percentilesIfAny(m_messageLatency);
    row.latency = percentilesIfAny(m_latency);
    m_heat.add(row.second, row.width, m_latency);
    append(std::move(row));
}

SecondRows::Part SecondRows::partOf(metrics::MetricId metric) {
    static constexpr std::pair<Builtin, Part> kParts[] = {
        {Builtin::HttpReqs, Part::Requests},
        {Builtin::HttpReqFailed, Part::Failed},
        {Builtin::HttpReqResponseTime, Part::Latency},
        {Builtin::Vus, Part::Vus},
        {Builtin::VusMax, Part::VusMax},
        {Builtin::Iterations, Part::Iterations},
        {Builtin::DroppedIterations, Part::Dropped},
        {Builtin::GeneratorCpu, Part::Cpu},
        {Builtin::GeneratorMemory, Part::Memory},
        {Builtin::WsSessionsOpen, Part::Sessions},
        {Builtin::WsSessions, Part::SessionsOpened},
        {Builtin::WsMsgsReceived, Part::Messages},
        {Builtin::WsMsgLatency, Part::MessageLatency},
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
    const std::string* name = added.series.tags.find("name");
    if (role.part == Part::Latency && name != nullptr) {
        const auto known = m_curveOf.find(*name);
        if (known != m_curveOf.end()) {
            role.curve = known->second;
        } else if (m_curves.size() < kMaxCurves) {
            role.curve = m_curves.size();
            m_curveOf.emplace(*name, role.curve);
            m_curves.push_back({.now = {}, .points = LatencyCurve(m_rows.size())});
        }
    }
    m_roles[added.id.value] = role;
}

void SecondRows::addEntry(const metrics::FrameEntry& entry, SecondRow& row) {
    if (entry.series.value >= m_roles.size()) {
        return;
    }
    const Role role = m_roles[entry.series.value];
    if (const auto* times = std::get_if<Histogram>(&entry.value); times && role.part == Part::Latency) {
        m_latency.merge(*times);
        if (role.curve < m_curves.size()) {
            m_curves[role.curve].now.merge(*times);
        }
    } else if (times && role.part == Part::MessageLatency) {
        m_messageLatency.merge(*times);
    } else if (const auto* counter = std::get_if<metrics::CounterValue>(&entry.value)) {
        row.sessionsOpened += role.part == Part::SessionsOpened ? counter->sum : 0;
        row.messages += role.part == Part::Messages ? counter->sum : 0;
        row.requests += role.part == Part::Requests ? counter->sum : 0;
        row.iterations += role.part == Part::Iterations ? counter->sum : 0;
        row.dropped += role.part == Part::Dropped ? counter->sum : 0;
    } else if (const auto* rate = std::get_if<metrics::RateValue>(&entry.value)) {
        row.failed += role.part == Part::Failed ? static_cast<double>(rate->trues) : 0;
    } else if (const auto* gauge = std::get_if<metrics::GaugeValue>(&entry.value);
               gauge && gauge->count > 0) {
        const bool isWide = row.width > 1;
        const double last = isWide ? gauge->max : gauge->last;
        switch (role.part) {
        case Part::Vus:
            return addTo(row.vus, last);
        case Part::VusMax:
            return addTo(row.vusMax, last);
        case Part::Cpu:
            return addTo(row.cpu, isWide ? gauge->max : gauge->mean());
        case Part::Memory:
            return addTo(row.memory, gauge->max);
        case Part::Sessions:
            return addTo(row.sessions, last);
        default:
            return;
        }
    }
}

void SecondRows::append(SecondRow row) {
    if (m_inLast > 0 && m_inLast < m_framesPerRow) {
        join(m_rows.back(), row);
        for (Curve& curve : m_curves) {
            raise(curve.points.back(), percentilesIfAny(curve.now));
        }
        ++m_inLast;
        return;
    }
    if (m_rows.size() == kMaxRows) {
        halve();
    }
    m_rows.push_back(std::move(row));
    for (Curve& curve : m_curves) {
        curve.points.push_back(percentilesIfAny(curve.now));
    }
    m_inLast = 1;
}

void SecondRows::halve() {
    for (std::size_t pair = 0; pair < kMaxRows / 2; ++pair) {
        join(m_rows[2 * pair], m_rows[2 * pair + 1]);
        m_rows[pair] = m_rows[2 * pair];
        for (Curve& curve : m_curves) {
            raise(curve.points[2 * pair], curve.points[2 * pair + 1]);
            curve.points[pair] = curve.points[2 * pair];
        }
    }
    m_rows.resize(kMaxRows / 2);
    for (Curve& curve : m_curves) {
        curve.points.resize(kMaxRows / 2);
    }
    m_framesPerRow *= 2;
}

LatencyCurve SecondRows::curve(const std::string& name) const {
    const auto found = m_curveOf.find(name);
    return found == m_curveOf.end() ? LatencyCurve{} : m_curves[found->second].points;
}

} // namespace bw::report
