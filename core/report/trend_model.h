#pragma once

#include "core/analysis/trend.h"
#include "core/history/baseline.h"
#include "core/history/run_record.h"

#include <optional>
#include <string>
#include <vector>

// How the figures of a plan went from run to run: plain values.
namespace bw::report {

struct TrendRow {
    analysis::Subject subject;
    analysis::Statistic statistic = analysis::Statistic::P50;
    analysis::Better better = analysis::Better::Lower;
    std::vector<std::optional<double>> values;        // beside the runs; none where nothing was measured
    analysis::Trend trend = analysis::Trend::Unknown; // over the last ten
    std::optional<double> baseline;                   // the median of the baseline's runs
};

struct TrendModel {
    std::string planName;
    std::string environment;
    std::vector<history::RunSummary> runs; // the oldest first
    int leftOut = 0;                       // runs of the plan that made another load
    std::vector<TrendRow> rows;            // by subject and statistic
};

// For scripts: {"plan", "environment", "runs": [{"id", "started_ns", "build"}], "leftOut", "rows":
// [{"metric", "name", "statistic", "trend", "baseline", "values": [...]}]}, indented, with a line's end.
[[nodiscard]] std::string trendJson(const TrendModel& model);

} // namespace bw::report
