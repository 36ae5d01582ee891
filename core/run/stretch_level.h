#pragma once

#include "core/history/history_reader.h"

#include <cstddef>
#include <cstdint>
#include <optional>

// How finely a stretch of a stored run can be drawn without a wait.
namespace bw::run {

// The finest level at which so many seconds of so many series are few enough values to be read in a moment,
// and at most so many of each series; none: as recorded.
[[nodiscard]] std::optional<history::Level> levelFor(std::int64_t seconds, std::size_t series,
                                                     std::int64_t mostOfEach = INT64_MAX);

} // namespace bw::run
