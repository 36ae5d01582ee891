#pragma once

#include "core/base/clock.h"
#include "core/engine/outbox.h"
#include "core/metrics/sample.h"

#include <cstdint>
#include <string>
#include <utility>
#include <variant>
#include <vector>

// What an iteration did, for a person to look at: filled only when somebody asked for it. Texts are masked,
// and cut at kTraceBody bytes; bytes that are no text are shown as U+FFFD.
namespace bw::engine {

inline constexpr std::size_t kTraceBody = std::size_t{1} << 20;
inline constexpr std::size_t kTraceMessage = std::size_t{64} << 10;

// A request and its answer as they were sent and received. Of a redirect every hop is one.
struct TracedExchange {
    std::string method;
    std::string url;
    std::string requestHead; // with its first line
    std::string requestBody;
    std::uint64_t requestBytes = 0;  // of the whole body
    std::string responseHead;        // empty without an answer
    std::string responseBody;        // decoded
    std::uint64_t responseBytes = 0; // of the whole body
    bool isCut = false;              // responseBody is the beginning of it
    std::string proto;
    metrics::Sample sample;
    bool isExpected = false; // the status is one the plan expects
    bool isReused = false;   // the connection was open before
    std::string tlsVersion;  // "tls1.3"; empty without TLS
    std::string tlsCipher;
    int systemError = 0;
    std::string detail;
};

struct TracedCheck {
    std::string name;
    bool passed = false;
    std::string actual; // what it looked at, as JSON; empty when it is more than one test
};
struct TracedValue {
    std::string name;
    std::string value; // as JSON
};
// Of the step's last exchange.
struct TracedResults {
    std::vector<TracedCheck> checks;
    std::vector<TracedValue> values;
};

// A WebSocket message.
struct TracedMessage {
    enum class Way : std::uint8_t { Sent, Received } way = Way::Received;
    std::string text;
    std::uint64_t bytes = 0;
};

// A session is over.
struct TracedClose {
    metrics::Outcome outcome = metrics::Outcome::Ok;
    std::uint16_t code = 0; // of the close frame, when there was one
};

// A message that was expected came, or did not.
struct TracedExpect {
    bool came = false;
    Duration waited{};
};

// What a step added to a metric of the plan's own.
struct TracedMetric {
    std::string metric;
    double value = 0;
};

struct Trace {
    Duration at{};
    std::uint32_t site = 0; // the step's; RunPlan::places says where it stands
    std::string name;       // the step's
    std::variant<TracedExchange, TracedResults, TracedMessage, TracedClose, TracedExpect, TracedMetric> what;
};

using TraceBox = Outbox<Trace>;

} // namespace bw::engine
