#pragma once

#include "core/history/database.h"
#include "core/history/history_error.h"
#include "core/history/run_record.h"

#include <string_view>
#include <vector>

namespace bw::history {

// HistoryReader::search(). Goes through the texts of all runs: no index has to be kept while runs are
// written, and 10,000 runs take a few tenths of a second.
[[nodiscard]] HistoryResult<std::vector<RunId>> searchRuns(Database& database, std::string_view words);

} // namespace bw::history
