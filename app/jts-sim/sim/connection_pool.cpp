#include "app/jts-sim/sim/connection_pool.h"

#include "app/jts-sim/sim/json_writer.h"

namespace bw::jts {

ConnectionPool::Use ConnectionPool::use(Instant now, Instant at) {
    (void)m_line.occupancy(now);
    if (m_line.isFull()) {
        ++m_timedOut;
        return {Outcome::TimedOut, at};
    }
    const Instant start = m_line.startOf(at);
    if (start - at > m_limits.timeout) {
        const Instant until = at + m_limits.timeout;
        m_line.giveUp(at, until);
        ++m_timedOut;
        return {Outcome::TimedOut, until};
    }
    const Instant end = start + m_limits.hold;
    m_line.serve(at, start, end);
    ++m_served;
    return {Outcome::Served, end};
}

void ConnectionPool::appendJson(JsonWriter& json, Instant now) {
    const ServiceLine::Occupancy occupancy = m_line.occupancy(now);
    json.beginObject()
        .integer("connections", static_cast<std::int64_t>(m_limits.connections))
        .integer("inUse", static_cast<std::int64_t>(occupancy.working))
        .integer("waiting", static_cast<std::int64_t>(occupancy.waiting))
        .integer("served", m_served)
        .integer("timedOut", m_timedOut)
        .endObject();
}

} // namespace bw::jts
