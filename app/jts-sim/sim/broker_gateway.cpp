#include "app/jts-sim/sim/broker_gateway.h"

#include "app/jts-sim/sim/json_writer.h"

#include <algorithm>

namespace bw::jts {

Duration BrokerGateway::take(std::string_view key, Instant now) {
    Bucket& bucket = bucketOf(key, now);
    const Instant fullAt = std::max(bucket.fullAt, now);
    // It holds a whole token when no more than burst - 1 are missing.
    const Duration missing = m_limits.interval * static_cast<std::int64_t>(m_limits.burst - 1);
    if (fullAt - now > missing) {
        ++m_refused;
        return fullAt - now - missing;
    }
    bucket.fullAt = fullAt + m_limits.interval;
    ++m_passed;
    return Duration(0);
}

BrokerGateway::Bucket& BrokerGateway::bucketOf(std::string_view key, Instant now) {
    if (key.empty() || key.size() > kLongestKey) {
        return m_shared;
    }
    if (const auto found = m_byKey.find(key); found != m_byKey.end()) {
        m_buckets.splice(m_buckets.begin(), m_buckets, found->second);
        return m_buckets.front();
    }
    if (m_buckets.size() >= kMostKeys) {
        if (m_buckets.back().fullAt > now) {
            return m_shared;
        }
        m_byKey.erase(m_buckets.back().key);
        m_buckets.pop_back();
    }
    m_buckets.push_front({.key = std::string(key), .fullAt = now});
    m_byKey.emplace(m_buckets.front().key, m_buckets.begin());
    return m_buckets.front();
}

void BrokerGateway::appendJson(JsonWriter& json) const {
    json.beginObject()
        .integer("keys", static_cast<std::int64_t>(m_buckets.size()))
        .integer("passed", m_passed)
        .integer("refused", m_refused)
        .endObject();
}

} // namespace bw::jts
