#include "core/run/stored_trend.h"

#include "core/analysis/regression.h"
#include "core/run/measured_run.h"
#include "core/run/runs_alike.h"
#include "core/verdict/verdict_json.h"

#include <algorithm>
#include <map>

namespace bw::run {
namespace {

using history::HistoryReader;
using history::HistoryResult;
using history::RunDetail;
using history::RunSummary;
using report::TrendModel;
using report::TrendRow;

constexpr std::size_t kMostRuns = 100;
constexpr std::size_t kTrendRuns = 10;

// The newest of them, the oldest first.
HistoryResult<void> findRuns(HistoryReader& reader, const RunDetail& like, TrendModel& model) {
    auto done = forEachRunOfPlan(reader, like, [&](RunSummary& run, const RunDetail* alike) {
        if (alike == nullptr) {
            ++model.leftOut;
        } else {
            model.runs.push_back(std::move(run));
        }
        return model.runs.size() < kMostRuns;
    });
    std::ranges::reverse(model.runs);
    return done;
}

// Of the run that is the baseline, or the last good ones.
std::optional<double> baselineOf(const history::Baseline& baseline, const TrendModel& model,
                                 const TrendRow& row) {
    std::vector<double> values;
    for (std::size_t i = model.runs.size(); i-- > 0;) {
        const RunSummary& run = model.runs[i];
        const bool isMeant = baseline.run
                                 ? run.id == *baseline.run
                                 : isGood(run) && static_cast<int>(values.size()) < baseline.goodRuns;
        if (isMeant && row.values[i]) {
            values.push_back(*row.values[i]);
        }
    }
    return values.empty() ? std::nullopt : std::optional(analysis::median(std::move(values)));
}

void judge(TrendRow& row) {
    std::vector<double> last;
    for (auto value = row.values.rbegin(); value != row.values.rend() && last.size() < kTrendRuns; ++value) {
        if (*value) {
            last.push_back(**value);
        }
    }
    std::ranges::reverse(last);
    row.trend = analysis::trendOf(last, row.statistic, row.better,
                                  analysis::Tolerances().of(row.subject, row.statistic) / 2);
}

using Figure = std::pair<analysis::Subject, analysis::Statistic>;

std::optional<analysis::Statistic> statisticOf(verdict::LimitKind kind) {
    switch (kind) {
    case verdict::LimitKind::P50:
        return analysis::Statistic::P50;
    case verdict::LimitKind::P95:
        return analysis::Statistic::P95;
    case verdict::LimitKind::P99:
        return analysis::Statistic::P99;
    case verdict::LimitKind::ErrorRate:
        return analysis::Statistic::Share;
    default:
        return std::nullopt;
    }
}

// What the run's budgets allowed its requests.
std::map<Figure, double> limitsOf(const std::string& verdictJson) {
    constexpr std::string_view kName = "name:";
    std::map<Figure, double> limits;
    const auto verdict = verdict::verdictFromJson(verdictJson);
    if (!verdict) {
        return limits;
    }
    for (const verdict::BudgetResult& budget : verdict->evaluation.budgets) {
        for (const verdict::BudgetRowResult& row : budget.rows) {
            if (!row.subject.starts_with(kName)) {
                continue;
            }
            for (const verdict::LimitResult& limit : row.limits) {
                const auto statistic = statisticOf(limit.kind);
                const metrics::Builtin metric = limit.kind == verdict::LimitKind::ErrorRate
                                                    ? metrics::Builtin::HttpReqFailed
                                                    : metrics::Builtin::HttpReqDuration;
                if (statistic) {
                    limits.emplace(Figure{{std::string(metrics::builtinMetric(metric).name),
                                           row.subject.substr(kName.size())},
                                          *statistic},
                                   limit.limit);
                }
            }
        }
    }
    return limits;
}

HistoryResult<void> measure(HistoryReader& reader, TrendModel& model) {
    std::map<Figure, TrendRow> rows;
    for (std::size_t i = 0; i < model.runs.size(); ++i) {
        const auto measured = measureRun(reader, model.runs[i], {}, MeasureDetail::Whole);
        if (!measured) {
            return std::unexpected(measured.error());
        }
        for (const analysis::MeasuredSeries& series : measured->series) {
            if (metrics::sampleCount(series.whole) == 0) {
                continue;
            }
            for (const analysis::Statistic statistic : analysis::statisticsOf(series.whole)) {
                TrendRow& row = rows[{series.subject, statistic}];
                row.subject = series.subject;
                row.statistic = statistic;
                row.better = series.better;
                row.values.resize(model.runs.size());
                row.values[i] = analysis::valueOf(series.whole, statistic, measured->seconds);
            }
        }
    }
    for (auto& [key, row] : rows) {
        judge(row);
        model.rows.push_back(std::move(row));
    }
    return {};
}

} // namespace

HistoryResult<TrendModel> loadTrend(const history::HistoryStore& store, history::RunId run) {
    auto reader = store.reader();
    if (!reader) {
        return std::unexpected(std::move(reader.error()));
    }
    const auto detail = reader->run(run);
    if (!detail) {
        return std::unexpected(detail.error());
    }
    TrendModel model;
    model.planName = detail->summary.planName;
    model.environment = detail->summary.environment;
    if (auto found = findRuns(*reader, *detail, model); !found) {
        return std::unexpected(std::move(found.error()));
    }
    if (auto measured = measure(*reader, model); !measured) {
        return std::unexpected(std::move(measured.error()));
    }
    const auto baselines = reader->baselines();
    if (!baselines) {
        return std::unexpected(baselines.error());
    }
    for (const history::Baseline& baseline : *baselines) {
        if (baseline.planName == model.planName && baseline.environment == model.environment) {
            const analysis::Tolerances tolerances(baseline.tolerances);
            for (TrendRow& row : model.rows) {
                row.baseline = baselineOf(baseline, model, row);
                row.tolerance = tolerances.of(row.subject, row.statistic);
            }
        }
    }
    const std::map<Figure, double> limits = limitsOf(detail->verdictJson);
    for (TrendRow& row : model.rows) {
        if (const auto limit = limits.find({row.subject, row.statistic}); limit != limits.end()) {
            row.limit = limit->second;
        }
    }
    return model;
}

} // namespace bw::run
