#pragma once

#include "core/history/database.h"
#include "core/history/history_error.h"
#include "core/history/run_record.h"

#include <cstdint>

namespace bw::history {

// Moves the run's frames that begin before `until` from the frames table (one row a second, all series) into
// packs (one row per series and 64 s) and adds them to the levels (sums of 16, 256 and 4,096 s). Part of the
// caller's transaction, so that a reader sees each frame in exactly one place. `until` is a multiple of 64,
// or beyond the run's last frame.
[[nodiscard]] HistoryResult<void> packUntil(Database& database, RunId run, std::int64_t until);

} // namespace bw::history
