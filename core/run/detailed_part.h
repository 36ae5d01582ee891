#pragma once

#include "core/history/history_store.h"
#include "core/metrics/heat_map.h"
#include "core/report/report_model.h"

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <vector>

namespace bw::run {

// The curves of some seconds of a stored run, finer than an overview of the whole has them.
struct DetailedPart {
    history::Window window; // that was asked for, within the run
    std::int64_t width = 1; // seconds of a row, but for the run's last and those that a slow disk made wider
    // Ascending and adjoining, beyond the window's ends where rows are wider; none when there is nothing
    // finer.
    report::Column<report::SecondRow> rows;
    // Beside the rows.
    std::map<std::string, report::Column<report::RequestMoment>> curves; // by request name
    std::vector<report::ProcessCurve> processes;
    std::vector<report::FailureCurve> failures;
    metrics::HeatMap heat; // of response times, in the rows
};

struct DetailQuestion {
    history::RunId run;
    history::Window window;
    std::int64_t finerThan = 1; // seconds of a row that are there already
    // Asked again and again, on the calling thread; false: another question took this one's place.
    std::function<bool()> isWanted{};
};

// At most as many rows of a window.
inline constexpr std::int64_t kMostDetail = 6000;

// As finely as can be read in a moment. Cancelled when it is wanted no more.
[[nodiscard]] history::HistoryResult<DetailedPart> loadDetail(const history::HistoryStore& store,
                                                              const DetailQuestion& question);

} // namespace bw::run
