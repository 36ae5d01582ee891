#pragma once

#include "core/expr/value.h"

#include <cstdint>
#include <optional>
#include <string_view>

namespace bw::engine {

// When a message says it was sent, in nanoseconds since 1970: a number of milliseconds, microseconds or
// nanoseconds (told apart by its size: any moment from 1973 to 5138 is clear), the same as text, or ISO 8601
// with seconds and a zone
// ("2026-11-30T06:00:00.123Z", "+09:00"). Nothing for what is none of these.
[[nodiscard]] std::optional<std::int64_t> messageTime(const expr::Value& value);

// ISO 8601 alone.
[[nodiscard]] std::optional<std::int64_t> isoTime(std::string_view text);

} // namespace bw::engine
