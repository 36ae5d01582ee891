#pragma once

#include "app/jts-sim/sim/service_line.h"

namespace bw::jts {

class JsonWriter;

// The connections to a database that is not there: a request that needs one holds it for a fixed time, waits
// in line while all are in use, and fails when that takes too long. Not thread-safe.
class ConnectionPool {
public:
    struct Limits {
        std::size_t connections = 1;
        Duration hold{0};
        Duration timeout{0};
    };

    explicit ConnectionPool(const Limits& limits)
        : m_limits(limits)
        , m_line(limits.connections) {}

    enum class Outcome : std::uint8_t { Served, TimedOut };
    struct Use {
        Outcome outcome = Outcome::Served;
        Instant until; // the connection is given back, or the request gives up
    };
    // A request needs a connection at `at`, which is not before `now`; neither may go back.
    [[nodiscard]] Use use(Instant now, Instant at);

    // {"connections", "inUse", "waiting", "served", "timedOut"}
    void appendJson(JsonWriter& json, Instant now);

private:
    Limits m_limits;
    ServiceLine m_line;
    std::int64_t m_served = 0;
    std::int64_t m_timedOut = 0;
};

} // namespace bw::jts
