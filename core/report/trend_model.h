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
    double tolerance = 0;        // how far from it a value may move to the worse, as a Regression's
    std::optional<double> limit; // the budget's, as the run that was asked about had it
};

struct TrendModel {
    std::string planName;
    std::string environment;
    std::vector<history::RunSummary> runs; // the oldest first
    int leftOut = 0;                       // runs of the plan that made another load
    std::vector<TrendRow> rows;            // by subject and statistic
};

// Where a value stops being a regression: the baseline moved by the tolerance to the worse; none without a
// baseline.
[[nodiscard]] std::optional<double> toleratedTo(const TrendRow& row);

// For scripts: {"plan", "environment", "runs": [{"id", "started_ns", "build"}], "leftOut", "rows":
// [{"metric", "name", "statistic", "trend", "baseline", "tolerance", "limit", "values": [...]}]}, indented,
// with a line's end.
[[nodiscard]] std::string trendJson(const TrendModel& model);

} // namespace bw::report
