#include "app/jts-sim/sim/service_line.h"

#include <algorithm>

namespace bw::jts {

namespace {

// Of records in the order of arrival: how many have arrived. With another bottleneck in front, one may be
// noted before it does.
template <class Records>
std::size_t arrivedBy(const Records& records, Instant now) {
    const auto later = std::partition_point(records.begin(), records.end(),
                                            [now](const auto& record) { return record.arrival <= now; });
    return static_cast<std::size_t>(later - records.begin());
}

} // namespace

ServiceLine::ServiceLine(std::size_t servers)
    : m_free(std::greater<>(), std::vector<Instant>(servers)) {}

Instant ServiceLine::startOf(Instant arrival) const {
    return std::max(arrival, m_free.top());
}

void ServiceLine::serve(Instant arrival, Instant start, Instant end) {
    m_free.pop();
    m_free.push(end);
    m_ahead.push_back({arrival, start, end});
}

void ServiceLine::giveUp(Instant arrival, Instant until) {
    m_impatient.push_back({arrival, until});
}

ServiceLine::Occupancy ServiceLine::occupancy(Instant now) {
    while (!m_ahead.empty() && m_ahead.front().start <= now) {
        m_working.push(m_ahead.front().end);
        m_ahead.pop_front();
    }
    while (!m_working.empty() && m_working.top() <= now) {
        m_working.pop();
    }
    while (!m_impatient.empty() && m_impatient.front().until <= now) {
        m_impatient.pop_front();
    }
    return {.working = m_working.size(), .waiting = arrivedBy(m_ahead, now) + arrivedBy(m_impatient, now)};
}

Instant ServiceLine::nextEnd(Instant now) const {
    return m_working.empty() ? startOf(now) : m_working.top();
}

} // namespace bw::jts
