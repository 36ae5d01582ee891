#pragma once

#include "app/jts-sim/sim/bottleneck_settings.h"
#include "app/jts-sim/sim/bounded_queue.h"
#include "app/jts-sim/sim/broker_gateway.h"
#include "app/jts-sim/sim/connection_pool.h"
#include "app/jts-sim/sim/latency_leak.h"
#include "app/jts-sim/sim/memory_leak.h"
#include "app/jts-sim/sim/throughput_ceiling.h"

#include <atomic>
#include <mutex>
#include <optional>

namespace bw::jts {

// Why a request is turned away.
enum class Refusal : std::uint8_t { None, BrokerLimit, QueueFull, CeilingWait, PoolTimeout };

// A request at the server's door.
struct Arrival {
    Instant at;
    std::string_view path;
    std::string_view apiKey = {}; // empty without one
    Duration latency{0};          // that it takes anyway
};

// What becomes of it.
struct Passage {
    Duration delay{0}; // from its arrival to its answer
    Refusal refusal = Refusal::None;
    Duration retryAfter{0}; // when there is a moment from which another try makes sense
};

// What the whole server has too little of, for all its threads. A request for orders first needs a token
// (broker). Then every request gets a worker (queue), then its turn (ceiling), then a connection (pool); each
// stage holds what the earlier ones gave. What is worked on may leave something behind (the leaks).
// Thread-safe.
class Bottlenecks {
public:
    // Switches them; one whose settings did not change goes on as it was, another begins afresh. Answers
    // under way keep the moments that they were given.
    void apply(const BottleneckSettings& settings);

    // One atomic read.
    [[nodiscard]] bool isOn() const { return m_isOn.load(std::memory_order_relaxed); }

    [[nodiscard]] Passage pass(const Arrival& arrival);

    // {"pool": {…}, "queue": {…}, "ceiling": {…}, …}, those that are on.
    void appendJson(std::string& out, Instant now);

private:
    [[nodiscard]] Passage throughQueue(const Arrival& arrival, Instant now);
    [[nodiscard]] Passage throughWork(const Arrival& arrival, Instant now, Instant start);
    [[nodiscard]] Instant latest(Instant now);

    std::mutex m_lock;
    std::atomic<bool> m_isOn = false;
    Instant m_latest; // threads come a little out of order; the lines must not see it
    BottleneckSettings m_settings;
    std::optional<BrokerGateway> m_broker;
    std::optional<ConnectionPool> m_pool;
    std::optional<BoundedQueue> m_queue;
    std::optional<ThroughputCeiling> m_ceiling;
    std::optional<MemoryLeak> m_memoryLeak;
    std::optional<LatencyLeak> m_latencyLeak;
};

} // namespace bw::jts
