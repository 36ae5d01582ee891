#pragma once

#include "core/history/history_store.h"

#include <cstdint>
#include <string>

namespace bw::app {

enum class ExportFormat : std::uint8_t { Json, Csv, K6Json };

// Writes a run to a file, which stands whole or not at all afterwards; "-" is standard output. JSON has
// everything, CSV a line for each second, K6Json a line for each sample (core/run/stored_points.h). Tells
// what went wrong; returns the exit code.
[[nodiscard]] int exportRun(const history::HistoryStore& store, history::RunId run, ExportFormat format,
                            const std::string& path);

} // namespace bw::app
