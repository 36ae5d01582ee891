#include "core/metrics/metric.h"

#include <algorithm>
#include <array>

namespace bw::metrics {

namespace {

using enum MetricType;
using enum MetricKind;

// In the order of Builtin.
constexpr std::array kBuiltins = std::to_array<Metric>({
    {"vus", Gauge, Default},
    {"vus_max", Gauge, Default},
    {"iterations", Counter, Default},
    {"iteration_duration", Trend, Time},
    {"dropped_iterations", Counter, Default},
    {"checks", Rate, Default},
    {"group_duration", Trend, Time},
    {"http_reqs", Counter, Default},
    {"http_req_failed", Rate, Default},
    {"http_req_duration", Trend, Time},
    {"http_req_blocked", Trend, Time},
    {"http_req_looking_up", Trend, Time},
    {"http_req_connecting", Trend, Time},
    {"http_req_tls_handshaking", Trend, Time},
    {"http_req_sending", Trend, Time},
    {"http_req_waiting", Trend, Time},
    {"http_req_receiving", Trend, Time},
    {"http_req_response_time", Trend, Time},
    {"ws_sessions", Counter, Default},
    {"ws_connecting", Trend, Time},
    {"ws_session_duration", Trend, Time},
    {"ws_msgs_sent", Counter, Default},
    {"ws_msgs_received", Counter, Default},
    {"ws_ping", Trend, Time},
    {"ws_msg_latency", Trend, Time},
    {"ws_msgs_lost", Counter, Default},
    {"ws_sessions_open", Gauge, Default},
    {"ws_expect_duration", Trend, Time},
    {"grpc_req_duration", Trend, Time},
    {"data_sent", Counter, Data},
    {"data_received", Counter, Data},
    {"iteration_start_delay", Trend, Time},
    {"interrupted_iterations", Counter, Default},
    {"generator_cpu", Gauge, Default},
    {"generator_memory", Gauge, Data},
    {"generator_lateness", Trend, Time},
    {"worker_busy", Gauge, Default},
    {"process_cpu", Gauge, Default},
    {"process_memory", Gauge, Data},
    {"process_threads", Gauge, Default},
    {"process_descriptors", Gauge, Default},
    {"process_network_received", Counter, Data},
    {"process_network_sent", Counter, Data},
});

static_assert(kBuiltins[static_cast<std::size_t>(Builtin::HttpReqResponseTime)].name ==
              "http_req_response_time");
static_assert(kBuiltins[static_cast<std::size_t>(Builtin::WorkerBusy)].name == "worker_busy");
static_assert(kBuiltins[static_cast<std::size_t>(Builtin::ProcessNetworkSent)].name ==
              "process_network_sent");
static_assert(kBuiltins.size() == static_cast<std::size_t>(Builtin::ProcessNetworkSent) + 1);

constexpr std::array<std::string_view, 4> kTypeNames{"counter", "gauge", "rate", "trend"};
constexpr std::array<std::string_view, 3> kKindNames{"default", "time", "data"};
constexpr std::size_t kMaxMetrics = 10'000;
constexpr std::size_t kMaxNameLength = 128;

template <class Enum, std::size_t Size>
std::optional<Enum> fromName(const std::array<std::string_view, Size>& names, std::string_view name) {
    const auto found = std::ranges::find(names, name);
    if (found == names.end())
        return std::nullopt;
    return static_cast<Enum>(found - names.begin());
}

bool isMetricName(std::string_view name) {
    const auto isLetter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; };
    const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
    return !name.empty() && name.size() <= kMaxNameLength && isLetter(name.front()) &&
           std::ranges::all_of(name, [&](char c) { return isLetter(c) || isDigit(c); });
}

} // namespace

std::span<const Metric> builtinMetrics() {
    return kBuiltins;
}

const Metric& builtinMetric(Builtin metric) {
    return kBuiltins[static_cast<std::size_t>(metric)];
}

std::optional<Builtin> findBuiltin(std::string_view name) {
    const auto found = std::ranges::find(kBuiltins, name, &Metric::name);
    if (found == kBuiltins.end())
        return std::nullopt;
    return static_cast<Builtin>(found - kBuiltins.begin());
}

std::string_view metricTypeName(MetricType type) {
    return kTypeNames[static_cast<std::size_t>(type)];
}

std::optional<MetricType> metricTypeFromName(std::string_view name) {
    return fromName<MetricType>(kTypeNames, name);
}

std::string_view metricKindName(MetricKind kind) {
    return kKindNames[static_cast<std::size_t>(kind)];
}

std::optional<MetricKind> metricKindFromName(std::string_view name) {
    return fromName<MetricKind>(kKindNames, name);
}

MetricRegistry::MetricRegistry() {
    for (const Metric& metric : kBuiltins) [[maybe_unused]]
        const auto added = add(metric.name, metric.type, metric.kind);
}

MetricRegistry::MetricRegistry(const MetricRegistry& other)
    : m_entries(other.m_entries) {
    for (std::size_t i = 0; i < m_entries.size(); ++i)
        m_index.emplace(m_entries[i].name, MetricId{static_cast<std::uint16_t>(i)});
}

MetricRegistry& MetricRegistry::operator=(const MetricRegistry& other) {
    if (this != &other)
        *this = MetricRegistry(other);
    return *this;
}

std::expected<MetricId, MetricRegistry::Error> MetricRegistry::add(std::string_view name, MetricType type,
                                                                   MetricKind kind) {
    if (const auto known = find(name)) {
        const Entry& entry = m_entries[known->value];
        if (entry.type != type || entry.kind != kind)
            return std::unexpected(Error::OtherType);
        return *known;
    }
    if (!isMetricName(name))
        return std::unexpected(Error::InvalidName);
    if (m_entries.size() >= kMaxMetrics)
        return std::unexpected(Error::TooManyNames);
    const MetricId added{static_cast<std::uint16_t>(m_entries.size())};
    m_entries.push_back({std::string(name), type, kind});
    m_index.emplace(m_entries.back().name, added);
    return added;
}

std::optional<MetricId> MetricRegistry::find(std::string_view name) const {
    const auto found = m_index.find(name);
    return found == m_index.end() ? std::nullopt : std::optional(found->second);
}

Metric MetricRegistry::operator[](MetricId metric) const {
    const Entry& entry = m_entries[metric.value];
    return {entry.name, entry.type, entry.kind};
}

} // namespace bw::metrics
