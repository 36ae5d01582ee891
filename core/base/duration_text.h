#pragma once

#include "core/base/clock.h"

#include <optional>
#include <string>
#include <string_view>

namespace bw {

// Reads a duration as plans and command lines write it: Go's syntax plus days ("1d12h", "1m30s", "1.5s",
// "250ms", "10us", "-3s"), or a bare number, which is milliseconds ("250", "0.5"). A fraction of a day
// ("2.1d") is refused, as k6 does. Empty when the text is no duration or lies outside ±292 years.
[[nodiscard]] std::optional<Duration> parseDuration(std::string_view text);

// The shortest text that reads back as the same duration: "1h30m", "1.5s", "250ms", "0s".
[[nodiscard]] std::string durationText(Duration duration);

} // namespace bw
