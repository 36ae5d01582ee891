#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace bw::jts {

class JsonWriter;

// What can be scarce in the simulated server, and its parameters. One without a dot in its name is the
// switch.
enum class Setting : std::uint8_t {
    Pool, // connections
    PoolHold,
    PoolTimeout,
    Queue, // requests in work at once
    QueueWaiting,
    QueueWork,
    Ceiling, // requests a second
    CeilingWait,
    MemoryLeak, // bytes a request
    MemoryLeakMost,
    LatencyLeak, // a thousand requests
    LatencyLeakMost,
    Broker, // requests a second for each API key
    BrokerBurst,
};
inline constexpr std::size_t settingCount = 14;

enum class SettingError : std::uint8_t { UnknownName, BadValue };

// Which bottlenecks are on, and how narrow they are. A value; everything is off at first.
class BottleneckSettings {
public:
    // Is it one of ours?
    [[nodiscard]] static bool knows(std::string_view name);

    // What a name takes, in words: "a whole number from 1 to 10000". Empty for a name that is none.
    [[nodiscard]] static std::string expected(std::string_view name);

    // "off" or an empty text takes a switch away, "0" too, and gives a parameter its default back.
    [[nodiscard]] Result<void, SettingError> set(std::string_view name, std::string_view value);

    [[nodiscard]] bool isOn(Setting bottleneck) const { return m_values[index(bottleneck)].has_value(); }
    [[nodiscard]] bool isEmpty() const { return *this == BottleneckSettings(); }

    // As it was set, or its default. Each for settings of its kind.
    [[nodiscard]] std::size_t count(Setting setting) const; // also bytes
    [[nodiscard]] Duration span(Setting setting) const;
    [[nodiscard]] Duration interval(Setting rate) const; // between two, at that rate

    // The same value for every one of `settings`?
    template <class... Settings>
    [[nodiscard]] bool agreesWith(const BottleneckSettings& other, Settings... settings) const {
        return ((m_values[index(settings)] == other.m_values[index(settings)]) && ...);
    }

    // Members of the object that is being written, for what was set.
    void appendMembers(JsonWriter& json) const;

    friend bool operator==(const BottleneckSettings&, const BottleneckSettings&) = default;

private:
    [[nodiscard]] static std::size_t index(Setting setting) { return static_cast<std::size_t>(setting); }
    [[nodiscard]] double value(Setting setting) const;

    // Counts and bytes as they are, rates a second, spans in nanoseconds (exact up to 104 days).
    std::array<std::optional<double>, settingCount> m_values;
};

} // namespace bw::jts
