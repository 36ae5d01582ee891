#include "core/run/baseline_check.h"

#include "core/run/measured_run.h"
#include "core/run/runs_alike.h"
#include "core/run/stored_comparison.h"

#include <algorithm>

namespace bw::run {
namespace {

using history::Baseline;
using history::HistoryReader;
using history::HistoryResult;
using history::RunDetail;
using history::RunId;
using history::RunSummary;

constexpr std::size_t kTrendRuns = 10;

// Of the same plan, load and environment that began before, the newest first: as many as a trend and the
// baseline's good runs need.
HistoryResult<std::vector<RunSummary>> runsBefore(HistoryReader& reader, const RunDetail& run,
                                                  const Baseline& baseline) {
    std::vector<RunSummary> before;
    int good = 0;
    auto done = forEachRunOfPlan(reader, run, [&](RunSummary& one, const RunDetail* alike) {
        if (alike != nullptr && one.id < run.summary.id) {
            good += isGood(one) ? 1 : 0;
            before.push_back(std::move(one));
        }
        return before.size() < kTrendRuns - 1 || (!baseline.run && good < baseline.goodRuns);
    });
    if (!done) {
        return std::unexpected(std::move(done.error()));
    }
    return before;
}

std::vector<RunId> baselineRuns(const Baseline& baseline, const std::vector<RunSummary>& before) {
    if (baseline.run) {
        return {*baseline.run};
    }
    std::vector<RunId> runs;
    for (const RunSummary& run : before) {
        if (isGood(run) && static_cast<int>(runs.size()) < baseline.goodRuns) {
            runs.push_back(run.id);
        }
    }
    return runs;
}

// How each regressed figure went, over the runs before and this one.
HistoryResult<void> addTrends(HistoryReader& reader, const RunSummary& run,
                              const std::vector<RunSummary>& before,
                              std::vector<analysis::Regression>& regressions) {
    std::vector<analysis::MeasuredRun> measured; // the oldest first
    const std::size_t count = std::min(before.size(), kTrendRuns - 1);
    for (std::size_t i = 0; i <= count; ++i) {
        const RunSummary& one = i < count ? before[count - 1 - i] : run;
        auto values = measureRun(reader, one, {}, MeasureDetail::Whole);
        if (!values) {
            return std::unexpected(std::move(values.error()));
        }
        measured.push_back(std::move(*values));
    }
    for (analysis::Regression& regression : regressions) {
        std::vector<double> values;
        for (const analysis::MeasuredRun& one : measured) {
            const auto series =
                std::ranges::find(one.series, regression.row.subject, &analysis::MeasuredSeries::subject);
            if (series != one.series.end()) {
                values.push_back(analysis::valueOf(series->whole, regression.row.statistic, one.seconds));
            }
        }
        regression.trend = analysis::trendOf(values, regression.row.statistic, regression.row.better,
                                             regression.tolerance / 2);
    }
    return {};
}

} // namespace

HistoryResult<std::optional<report::RegressionModel>> checkAgainstBaseline(const history::HistoryStore& store,
                                                                           RunId id) {
    auto reader = store.reader();
    if (!reader) {
        return std::unexpected(std::move(reader.error()));
    }
    auto detail = reader->run(id);
    if (!detail) {
        return std::unexpected(std::move(detail.error()));
    }
    auto baselines = reader->baselines();
    if (!baselines) {
        return std::unexpected(std::move(baselines.error()));
    }
    const RunSummary& run = detail->summary;
    const auto baseline = std::ranges::find_if(*baselines, [&](const Baseline& one) {
        return one.planName == run.planName && one.environment == run.environment;
    });
    if (baseline == baselines->end()) {
        return std::nullopt;
    }
    const auto before = runsBefore(*reader, *detail, *baseline);
    if (!before) {
        return std::unexpected(before.error());
    }
    const std::vector<RunId> held = baselineRuns(*baseline, *before);
    if (held.empty()) {
        return std::nullopt;
    }
    auto comparison = compareRuns(store, {.before = held, .after = {id}});
    if (!comparison) {
        return std::unexpected(std::move(comparison.error()));
    }
    report::RegressionModel model;
    model.baseline = std::move(*baseline);
    model.regressions =
        analysis::regressionsOf(comparison->comparison, analysis::Tolerances(model.baseline.tolerances));
    model.comparison = std::move(*comparison);
    if (auto added = addTrends(*reader, run, *before, model.regressions); !added) {
        return std::unexpected(std::move(added.error()));
    }
    return model;
}

} // namespace bw::run
