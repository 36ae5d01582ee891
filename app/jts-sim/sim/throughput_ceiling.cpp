#include "app/jts-sim/sim/throughput_ceiling.h"

#include "app/jts-sim/sim/json_writer.h"

namespace bw::jts {

std::optional<Instant> ThroughputCeiling::pass(Instant now, Instant at) {
    (void)m_line.occupancy(now);
    const Instant start = m_line.startOf(at);
    if (m_line.isFull() || start - at > m_limits.longestWait) {
        ++m_refused;
        return std::nullopt;
    }
    m_line.serve(at, start, start + m_limits.interval);
    ++m_passed;
    return start;
}

Duration ThroughputCeiling::untilPlace(Instant at) const {
    return m_line.startOf(at) - at - m_limits.longestWait;
}

void ThroughputCeiling::appendJson(JsonWriter& json, Instant now) {
    const ServiceLine::Occupancy occupancy = m_line.occupancy(now);
    const std::chrono::duration<double, std::milli> delay = m_line.startOf(now) - now;
    json.beginObject()
        .integer("passed", m_passed)
        .integer("waiting", static_cast<std::int64_t>(occupancy.waiting))
        .number("delay_ms", delay.count())
        .integer("refused", m_refused)
        .endObject();
}

} // namespace bw::jts
