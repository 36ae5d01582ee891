#include "core/report/row_joins.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace bw::report {
namespace {

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

// What was not measured is no number, and never the higher one.
void raise(float& value, float other) {
    value = std::fmax(value, other);
}

void raise(CompactPercentiles& value, const CompactPercentiles& other) {
    raise(value.p50, other.p50);
    raise(value.p95, other.p95);
    raise(value.p99, other.p99);
}

double mean(double before, double next, JoinedWidths widths) {
    return (before * widths.before + next * widths.next) / (widths.before + widths.next);
}

void average(double& rate, double next, JoinedWidths widths) {
    rate = mean(rate, next, widths);
}

void average(float& rate, float next, JoinedWidths widths) {
    if (std::isnan(rate) || std::isnan(next)) {
        rate = std::isnan(rate) ? next : rate;
    } else {
        rate = static_cast<float>(mean(rate, next, widths));
    }
}

} // namespace

void join(RequestMoment& moment, const RequestMoment& next, JoinedWidths widths) {
    average(moment.requests, next.requests, widths);
    average(moment.failed, next.failed, widths);
    raise(moment.response, next.response);
    raise(moment.service, next.service);
}

void join(ProcessMoment& moment, const ProcessMoment& next, JoinedWidths widths) {
    raise(moment.cpu, next.cpu);
    raise(moment.memory, next.memory);
    raise(moment.threads, next.threads);
    raise(moment.descriptors, next.descriptors);
    average(moment.received, next.received, widths);
    average(moment.sent, next.sent, widths);
}

void join(FailureMoment& moment, const FailureMoment& next, JoinedWidths widths) {
    average(moment.failed, next.failed, widths);
}

void join(SecondRow& row, const SecondRow& next) {
    const JoinedWidths widths{static_cast<double>(row.width), static_cast<double>(next.width)};
    average(row.requests, next.requests, widths);
    average(row.failed, next.failed, widths);
    average(row.iterations, next.iterations, widths);
    average(row.dropped, next.dropped, widths);
    average(row.arrivals, next.arrivals, widths);
    average(row.checksPassed, next.checksPassed, widths);
    average(row.checksFailed, next.checksFailed, widths);
    average(row.bytesSent, next.bytesSent, widths);
    average(row.bytesReceived, next.bytesReceived, widths);
    average(row.sessionsOpened, next.sessionsOpened, widths);
    average(row.messages, next.messages, widths);
    raise(row.latency, next.latency);
    raise(row.service, next.service);
    raise(row.messageLatency, next.messageLatency);
    raise(row.startDelay, next.startDelay);
    raise(row.sessions, next.sessions);
    raise(row.vus, next.vus);
    raise(row.vusMax, next.vusMax);
    raise(row.cpu, next.cpu);
    raise(row.memory, next.memory);
    row.width += next.width;
}

} // namespace bw::report
