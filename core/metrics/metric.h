#pragma once

#include "core/base/id.h"

#include <cstddef>
#include <cstdint>
#include <deque>
#include <expected>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>

// What may be measured: k6's metrics, the generator's own, and those a plan adds.
namespace bw::metrics {

enum class MetricType : std::uint8_t { Counter, Gauge, Rate, Trend };

// What the values are: plain numbers, times (milliseconds to people), or bytes.
enum class MetricKind : std::uint8_t { Default, Time, Data };

using MetricId = Id<struct MetricIdTag, std::uint16_t>;

struct Metric {
    std::string_view name;
    MetricType type = MetricType::Counter;
    MetricKind kind = MetricKind::Default;
};

// The built-in metrics; an enumerator's number is its MetricId. Never written to a file: series are stored by
// name.
enum class Builtin : std::uint16_t {
    Vus,
    VusMax,
    Iterations,
    IterationDuration,
    DroppedIterations,
    Checks,
    GroupDuration,
    HttpReqs,
    HttpReqFailed,
    HttpReqDuration, // sending + waiting + receiving: the service time
    HttpReqBlocked,
    HttpReqLookingUp,
    HttpReqConnecting,
    HttpReqTlsHandshaking,
    HttpReqSending,
    HttpReqWaiting,
    HttpReqReceiving,
    HttpReqResponseTime, // done − intended
    WsSessions,
    WsConnecting,
    WsSessionDuration,
    WsMsgsSent,
    WsMsgsReceived,
    WsPing,
    WsMsgLatency,
    WsMsgsLost,
    WsSessionsOpen,
    WsExpectDuration, // until the message came that an expect step waits for
    GrpcReqDuration,
    DataSent,
    DataReceived,
    IterationStartDelay,   // how late an arrival started, open models only
    InterruptedIterations, // cut off by the end of the run or a ramp down
    GeneratorCpu,          // of this process, in cores
    GeneratorMemory,       // resident, in bytes
    GeneratorLateness,     // how late timers fired
    WorkerBusy,            // share of a second a worker did not wait, 0 to 1, tagged with the worker
    // Of the processes watched beside the load, tagged with what they are watched by.
    ProcessCpu,         // in cores
    ProcessMemory,      // resident, in bytes
    ProcessThreads,     // of all that are watched by that name
    ProcessDescriptors, // open files and sockets
    ProcessNetworkReceived,
    ProcessNetworkSent,
};

[[nodiscard]] constexpr MetricId id(Builtin metric) {
    return MetricId{static_cast<std::uint16_t>(metric)};
}

[[nodiscard]] std::span<const Metric> builtinMetrics();
[[nodiscard]] const Metric& builtinMetric(Builtin metric);
[[nodiscard]] std::optional<Builtin> findBuiltin(std::string_view name);

// "counter", "gauge", "rate", "trend": plan and history files write types so.
[[nodiscard]] std::string_view metricTypeName(MetricType type);
[[nodiscard]] std::optional<MetricType> metricTypeFromName(std::string_view name);
[[nodiscard]] std::string_view metricKindName(MetricKind kind);
[[nodiscard]] std::optional<MetricKind> metricKindFromName(std::string_view name);

// The metrics of one run: the built-in ones and the plan's own. Made when a plan is compiled, immutable while
// a run lasts and then read by any thread. Copies are equal and independent.
class MetricRegistry {
public:
    enum class Error {
        InvalidName,  // not [A-Za-z_][A-Za-z0-9_]{0,127}
        OtherType,    // the name is taken by a metric of another type or kind
        TooManyNames, // over 10,000
    };

    MetricRegistry();
    MetricRegistry(const MetricRegistry& other);
    MetricRegistry& operator=(const MetricRegistry& other);
    MetricRegistry(MetricRegistry&&) noexcept = default;
    MetricRegistry& operator=(MetricRegistry&&) noexcept = default;
    ~MetricRegistry() = default;

    // The metric's id; the same name, type and kind again gives the same id.
    [[nodiscard]] std::expected<MetricId, Error> add(std::string_view name, MetricType type,
                                                     MetricKind kind = MetricKind::Default);
    [[nodiscard]] std::optional<MetricId> find(std::string_view name) const;

    // Precondition: metric.value < size().
    [[nodiscard]] Metric operator[](MetricId metric) const;
    [[nodiscard]] std::size_t size() const { return m_entries.size(); }

private:
    struct Entry {
        std::string name;
        MetricType type;
        MetricKind kind;
    };

    std::deque<Entry> m_entries; // a deque, so that the index's views stay valid
    std::unordered_map<std::string_view, MetricId> m_index;
};

} // namespace bw::metrics
