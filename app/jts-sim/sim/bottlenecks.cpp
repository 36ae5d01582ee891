#include "app/jts-sim/sim/bottlenecks.h"

#include "app/jts-sim/sim/json_writer.h"

namespace bw::jts {

namespace {

// What is served from memory; everything else stands in the database.
bool needsDatabase(std::string_view path) {
    return !path.starts_with("/api/market-data") && !path.starts_with("/api/auth");
}

bool isBrokers(std::string_view path) {
    constexpr std::string_view kGroup = "/api/orders";
    return path.starts_with(kGroup) && (path.size() == kGroup.size() || path[kGroup.size()] == '/');
}

} // namespace

void Bottlenecks::apply(const BottleneckSettings& settings) {
    using enum Setting;
    const std::scoped_lock lock(m_lock);
    const auto renew = [&](auto& part, const auto& limits, Setting on, auto... parameters) {
        if (settings.agreesWith(m_settings, on, parameters...)) {
            return;
        }
        part.reset();
        if (settings.isOn(on)) {
            part.emplace(limits);
        }
    };
    renew(m_pool,
          ConnectionPool::Limits{.connections = settings.count(Pool),
                                 .hold = settings.span(PoolHold),
                                 .timeout = settings.span(PoolTimeout)},
          Pool, PoolHold, PoolTimeout);
    renew(m_queue,
          BoundedQueue::Limits{.workers = settings.count(Queue),
                               .places = settings.count(QueueWaiting),
                               .work = settings.span(QueueWork)},
          Queue, QueueWaiting, QueueWork);
    renew(m_ceiling,
          ThroughputCeiling::Limits{.interval = settings.interval(Ceiling),
                                    .longestWait = settings.span(CeilingWait)},
          Ceiling, CeilingWait);
    renew(m_memoryLeak,
          MemoryLeak::Limits{.each = settings.count(Setting::MemoryLeak),
                             .most = settings.count(MemoryLeakMost)},
          Setting::MemoryLeak, MemoryLeakMost);
    renew(m_latencyLeak,
          LatencyLeak::Limits{.perThousand = settings.span(Setting::LatencyLeak),
                              .most = settings.span(LatencyLeakMost)},
          Setting::LatencyLeak, LatencyLeakMost);
    renew(m_broker,
          BrokerGateway::Limits{.interval = settings.interval(Broker), .burst = settings.count(BrokerBurst)},
          Broker, BrokerBurst);
    m_settings = settings;
    m_isOn.store(m_broker || m_pool || m_queue || m_ceiling || m_memoryLeak || m_latencyLeak,
                 std::memory_order_relaxed);
}

Passage Bottlenecks::pass(const Arrival& arrival) {
    const std::scoped_lock lock(m_lock);
    const Instant now = latest(arrival.at);
    if (m_broker && isBrokers(arrival.path)) {
        if (const Duration missing = m_broker->take(arrival.apiKey, now); missing > Duration(0)) {
            return {.delay = Duration(0), .refusal = Refusal::BrokerLimit, .retryAfter = missing};
        }
    }
    return throughQueue(arrival, now);
}

Passage Bottlenecks::throughQueue(const Arrival& arrival, Instant now) {
    if (!m_queue) {
        return throughWork(arrival, now, now);
    }
    const auto start = m_queue->enter(now);
    if (!start) {
        return {
            .delay = now - arrival.at, .refusal = Refusal::QueueFull, .retryAfter = m_queue->untilPlace(now)};
    }
    Passage passage = throughWork(arrival, now, *start);
    passage.delay += m_queue->work();
    m_queue->leave(now, *start, arrival.at + passage.delay);
    return passage;
}

Passage Bottlenecks::throughWork(const Arrival& arrival, Instant now, Instant start) {
    Instant at = start;
    if (m_ceiling) {
        const auto turn = m_ceiling->pass(now, at);
        if (!turn) {
            return {.delay = at - arrival.at,
                    .refusal = Refusal::CeilingWait,
                    .retryAfter = m_ceiling->untilPlace(at)};
        }
        at = *turn;
    }
    if (m_pool && needsDatabase(arrival.path)) {
        const ConnectionPool::Use use = m_pool->use(now, at);
        at = use.until;
        if (use.outcome == ConnectionPool::Outcome::TimedOut) {
            return {.delay = at - arrival.at, .refusal = Refusal::PoolTimeout};
        }
    }
    if (m_memoryLeak) {
        m_memoryLeak->grow();
    }
    if (m_latencyLeak) {
        at += m_latencyLeak->grow();
    }
    return {.delay = at - arrival.at + arrival.latency};
}

void Bottlenecks::appendJson(std::string& out, Instant now) {
    const std::scoped_lock lock(m_lock);
    now = latest(now);
    JsonWriter json(out);
    json.beginObject();
    if (m_broker) {
        m_broker->appendJson(json.key("broker"));
    }
    if (m_pool) {
        m_pool->appendJson(json.key("pool"), now);
    }
    if (m_queue) {
        m_queue->appendJson(json.key("queue"), now);
    }
    if (m_ceiling) {
        m_ceiling->appendJson(json.key("ceiling"), now);
    }
    if (m_memoryLeak) {
        m_memoryLeak->appendJson(json.key("memoryLeak"));
    }
    if (m_latencyLeak) {
        m_latencyLeak->appendJson(json.key("latencyLeak"));
    }
    json.endObject();
}

Instant Bottlenecks::latest(Instant now) {
    m_latest = std::max(m_latest, now);
    return m_latest;
}

} // namespace bw::jts
