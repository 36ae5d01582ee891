#pragma once

#include "core/history/database.h"
#include "core/history/run_record.h"

// Where the values of a run are: runs.packed_until and runs.seconds against packs and frames. All of it is
// part of the caller's transaction.
namespace bw::history {

// Whether both tell the truth: packs hold what begins before packed_until, frames the rest, and no value lies
// beyond seconds.
[[nodiscard]] HistoryResult<bool> extentHolds(Database& database, RunId run);

// Makes it so by what packs and frames hold. A frame of a second that is packed joins the packs; Damaged when
// they have another value there already. The levels have to be made again afterwards.
[[nodiscard]] HistoryResult<void> mendExtent(Database& database, RunId run);

} // namespace bw::history
