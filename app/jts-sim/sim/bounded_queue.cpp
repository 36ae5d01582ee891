#include "app/jts-sim/sim/bounded_queue.h"

#include "app/jts-sim/sim/json_writer.h"

namespace bw::jts {

std::optional<Instant> BoundedQueue::enter(Instant now) {
    const ServiceLine::Occupancy occupancy = m_line.occupancy(now);
    const Instant start = m_line.startOf(now);
    if (start > now && occupancy.waiting >= m_limits.places) {
        ++m_refused;
        return std::nullopt;
    }
    ++m_taken;
    return start;
}

void BoundedQueue::appendJson(JsonWriter& json, Instant now) {
    const ServiceLine::Occupancy occupancy = m_line.occupancy(now);
    json.beginObject()
        .integer("workers", static_cast<std::int64_t>(m_limits.workers))
        .integer("working", static_cast<std::int64_t>(occupancy.working))
        .integer("waiting", static_cast<std::int64_t>(occupancy.waiting))
        .integer("taken", m_taken)
        .integer("refused", m_refused)
        .endObject();
}

} // namespace bw::jts
