#pragma once

#include "core/history/history_store.h"

#include <cstdint>

namespace bw::run {

enum class ExportFormat : std::uint8_t {
    Json,   // everything (core/history/README.md has its form)
    Csv,    // a line for each second
    K6Json, // a line for each sample (stored_points.h)
};

// A stored run as text, piece by piece. A sink that says no ends it, as Cancelled.
[[nodiscard]] history::HistoryResult<void> writeRun(const history::HistoryStore& store, history::RunId run,
                                                    ExportFormat format,
                                                    const history::HistoryReader::Sink& sink);

} // namespace bw::run
