#include "app/jts-sim/sim/latency_leak.h"

#include "app/jts-sim/sim/json_writer.h"

#include <algorithm>

namespace bw::jts {

Duration LatencyLeak::delay() const {
    // In floating point: an hour a thousand times a large count leaves 64 bits.
    const double grown =
        static_cast<double>(m_limits.perThousand.count()) / 1000 * static_cast<double>(m_requests);
    return Duration(static_cast<std::int64_t>(std::min(grown, static_cast<double>(m_limits.most.count()))));
}

Duration LatencyLeak::grow() {
    const Duration paid = delay();
    ++m_requests;
    return paid;
}

void LatencyLeak::appendJson(JsonWriter& json) const {
    const std::chrono::duration<double, std::milli> next = delay();
    json.beginObject().integer("requests", m_requests).number("delay_ms", next.count()).endObject();
}

} // namespace bw::jts
