#pragma once

#include "app/jts-sim/sim/bottleneck_settings.h"
#include "core/base/clock.h"
#include "core/base/result.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace bw::jts {

enum class FaultErrorKind : std::uint8_t {
    UnknownName,
    BadValue,  // no duration, no share from 0 to 1, no "lognormal:median,sigma", out of its range
    BadPrefix, // does not begin with '/', too long, or the fault is the whole server's
    TooMany,
};

struct FaultError {
    FaultErrorKind kind = FaultErrorKind::UnknownName;
    std::string name; // as it was given
};

// A delay before the answer: fixed, or log-normal around a median.
struct LatencyFault {
    Duration median{0};
    double sigma = 0; // of the logarithm; 0 is fixed
};

// How an exchange is broken, when a share strikes.
enum class FaultKind : std::uint8_t { Error, Reset, Garbage, Truncate, Hang };
inline constexpr std::size_t faultKindCount = 5;

// What befalls requests whose path begins with a prefix.
struct FaultRule {
    std::string prefix;
    std::optional<LatencyFault> latency;
    std::array<std::optional<double>, faultKindCount> shares; // by FaultKind
};

// What befalls one request.
struct FaultsOfPath {
    LatencyFault latency;
    std::array<double, faultKindCount> shares{};
};

// Every fault that is set. A value; the server swaps whole sets.
//
// Names: latency, errorRate, reset, garbage, truncate, hang, each also for one prefix as NAME@/api/orders;
// and stall (the whole server stands still for that long), alone once, with stall.every again and again;
// and what BottleneckSettings knows, which is the whole server's, too.
// Without a prefix a fault strikes everything under /api. Of several rules the longest prefix that names the
// fault counts.
class FaultSet {
public:
    // Sets one by name and text; an empty text, "0" or "off" takes it away.
    [[nodiscard]] Result<void, FaultError> set(std::string_view name, std::string_view value);

    [[nodiscard]] FaultsOfPath ofPath(std::string_view path) const;

    [[nodiscard]] bool isEmpty() const {
        return m_rules.empty() && m_stall == Duration(0) && m_bottlenecks.isEmpty();
    }
    [[nodiscard]] Duration stall() const { return m_stall; }
    [[nodiscard]] Duration stallEvery() const { return m_stallEvery; }
    [[nodiscard]] const BottleneckSettings& bottlenecks() const { return m_bottlenecks; }
    void forgetStall() { m_stall = Duration(0); }

    // {"latency": "5ms", "errorRate@/api/orders": 0.01}
    void appendJson(std::string& out) const;

private:
    [[nodiscard]] Result<void, FaultError> setStall(std::string_view name, std::string_view value);
    [[nodiscard]] Result<void, FaultError> setBottleneck(std::string_view name, std::string_view value);
    [[nodiscard]] Result<FaultRule*, FaultError> ruleFor(std::string_view prefix, std::string_view name);

    std::vector<FaultRule> m_rules;
    Duration m_stall{0};
    Duration m_stallEvery{0};
    BottleneckSettings m_bottlenecks;
};

} // namespace bw::jts
