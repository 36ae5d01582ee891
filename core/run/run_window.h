#pragma once

#include "core/history/history_store.h"
#include "core/metrics/histogram.h"
#include "core/report/report_model.h"

#include <map>
#include <string>

namespace bw::run {

// Some seconds of a stored run, as if they had been the whole of it.
struct RunWindow {
    history::Window window; // within the run
    // Figures, requests, sessions and errors; no curves, nothing judged.
    report::ReportModel model;
    // Response times by request name, and of all under "".
    std::map<std::string, metrics::Histogram> times;
};

// Out of the kept sums, so that it is as quick in a day as in a minute.
[[nodiscard]] history::HistoryResult<RunWindow> loadWindow(const history::HistoryStore& store,
                                                           history::RunId run, history::Window window);

} // namespace bw::run
