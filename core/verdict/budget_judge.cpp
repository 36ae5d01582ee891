#include "core/verdict/budget_judge.h"

#include "core/verdict/units.h"

#include <algorithm>
#include <array>

namespace bw::verdict {
namespace {

using metrics::Builtin;
using metrics::MetricType;
using testplan::Comparison;

// The gravest first; a row that passes in part and is not measured in part does not pass.
BudgetState combined(std::span<const BudgetState> states) {
    for (const BudgetState state : {BudgetState::Fail, BudgetState::NoSamples, BudgetState::NotYet,
                                    BudgetState::NotMeasured, BudgetState::Pass, BudgetState::NotExercised}) {
        if (std::ranges::find(states, state) != states.end()) {
            return state;
        }
    }
    return BudgetState::NotMeasured; // no limits
}

template <class Results>
BudgetState stateOf(const Results& results) {
    std::vector<BudgetState> states;
    states.reserve(results.size());
    for (const auto& result : results) {
        states.push_back(result.state);
    }
    return combined(states);
}

BudgetState missing(Moment moment, BudgetState ended) {
    return moment == Moment::Running ? BudgetState::NotYet : ended;
}

LimitResult unmeasured(LimitKind kind, Comparison op, double limit, BudgetState state) {
    LimitResult result;
    result.kind = kind;
    result.op = op;
    result.limit = limit;
    result.state = state;
    return result;
}

// A limit whose figure was measured.
LimitResult measured(LimitKind kind, double value, Comparison op, double limit) {
    LimitResult result = unmeasured(
        kind, op, limit, testplan::holds(value, op, limit) ? BudgetState::Pass : BudgetState::Fail);
    result.value = value;
    return result;
}

void judgeLatency(BudgetRowResult& result, const testplan::RequestRow& spec, const SeriesView& latency,
                  Moment moment) {
    struct Asked {
        LimitKind kind;
        double percentile;
        const std::optional<testplan::DurationText>& limit;
    };
    for (const Asked& asked : {Asked{LimitKind::P50, 50, spec.p50}, Asked{LimitKind::P95, 95, spec.p95},
                               Asked{LimitKind::P99, 99, spec.p99}}) {
        if (!asked.limit) {
            continue;
        }
        const double limit = milliseconds(asked.limit->value);
        const auto value = latency.figure(testplan::Aggregation::Percentile, asked.percentile, {});
        // Requests, but not one answer: the limit cannot be kept, nor can it be said to be broken.
        result.limits.push_back(
            latency.samples() > 0
                ? measured(asked.kind, value.value_or(0), Comparison::Less, limit)
                : unmeasured(asked.kind, Comparison::Less, limit, missing(moment, BudgetState::NoSamples)));
    }
}

void judgeErrors(BudgetRowResult& result, const testplan::RequestRow& spec, const SeriesView& failed) {
    if (!spec.errorRate) {
        return;
    }
    // Nothing is below 0: a limit of 0 wants no failure at all.
    const double limit = spec.errorRate->value;
    const Comparison op = limit == 0 ? Comparison::LessOrEqual : Comparison::Less;
    const auto share = failed.figure(testplan::Aggregation::Rate, 0, {});
    result.limits.push_back(measured(LimitKind::ErrorRate, share.value_or(0), op, limit));
}

void judgeWithin(BudgetRowResult& result, const testplan::RequestRow& spec, const SeriesView& answered) {
    const metrics::SeriesValue sum = answered.sum();
    for (const testplan::WithinLimit& within : spec.within) {
        const auto inTime = std::get<metrics::Histogram>(sum).countAtMost(within.time.value);
        const double share = static_cast<double>(inTime) / static_cast<double>(result.requests);
        result.limits.push_back(
            measured(LimitKind::Within, share, Comparison::GreaterOrEqual, within.share.value));
        result.limits.back().time = within.time.value;
    }
}

// The row's limits when not one request was made.
void leaveOpen(BudgetRowResult& result, const testplan::RequestRow& spec, BudgetState state) {
    const auto add = [&](LimitKind kind, Comparison op, double limit, Duration time = {}) {
        result.limits.push_back(unmeasured(kind, op, limit, state));
        result.limits.back().time = time;
    };
    const auto addTime = [&](LimitKind kind, const std::optional<testplan::DurationText>& limit) {
        if (limit) {
            add(kind, Comparison::Less, milliseconds(limit->value));
        }
    };
    addTime(LimitKind::P50, spec.p50);
    addTime(LimitKind::P95, spec.p95);
    addTime(LimitKind::P99, spec.p99);
    if (spec.errorRate) {
        add(LimitKind::ErrorRate, Comparison::Less, spec.errorRate->value);
    }
    if (spec.throughput) {
        add(LimitKind::Throughput, Comparison::GreaterOrEqual, spec.throughput->value);
    }
    for (const testplan::WithinLimit& within : spec.within) {
        add(LimitKind::Within, Comparison::GreaterOrEqual, within.share.value, within.time.value);
    }
    result.state = state;
}

// What every request carries, whatever the plan says.
const std::set<std::string, std::less<>> requestsOwnTags = {
    "error_code", "expected_response", "group", "method", "name", "proto", "scenario", "status"};

enum class GaugeFigure { Mean, Highest };

void judgeGauge(BudgetRowResult& result, LimitKind kind, const std::optional<testplan::UnitLimit>& limit,
                const SeriesView& view, GaugeFigure figure, Moment moment) {
    if (!limit) {
        return;
    }
    if (view.samples() == 0) {
        result.limits.push_back(
            unmeasured(kind, limit->op, limit->value, missing(moment, BudgetState::NotMeasured)));
        return;
    }
    const metrics::SeriesValue sum = view.sum();
    const auto& gauge = std::get<metrics::GaugeValue>(sum);
    result.limits.push_back(
        measured(kind, figure == GaugeFigure::Mean ? gauge.mean() : gauge.max, limit->op, limit->value));
}

} // namespace

BudgetJudge::BudgetJudge(const metrics::MetricRegistry& metrics, std::span<const JudgedBudget> budgets,
                         ViewSet& views)
    : m_requestTags(requestsOwnTags) {
    const auto viewOf = [&](std::string_view name, MetricType type, metrics::TagSet tags) {
        const auto metric = metrics.find(name);
        return metric && metrics[*metric].type == type
                   ? std::optional(views.watch({*metric, std::move(tags), {}}, type))
                   : std::nullopt;
    };
    for (const JudgedBudget& budget : budgets) {
        Table table{budget.spec.name, {}};
        for (const testplan::BudgetRow& row : budget.spec.rows) {
            if (const auto* requests = std::get_if<testplan::RequestRow>(&row)) {
                table.rows.emplace_back(prepare(*requests, budget.origin, views));
            } else if (const auto* rate = std::get_if<testplan::MetricRow>(&row)) {
                table.rows.emplace_back(Rate{*rate, viewOf(rate->metric, MetricType::Counter, {})});
            } else if (const auto* process = std::get_if<testplan::ProcessRow>(&row)) {
                const metrics::TagSet tags{{"process", process->process}};
                const auto gauge = [&](Builtin metric) {
                    return views.watch({id(metric), tags, {}}, MetricType::Gauge);
                };
                table.rows.emplace_back(
                    Process{*process, gauge(Builtin::ProcessCpu), gauge(Builtin::ProcessMemory)});
            }
        }
        m_tables.push_back(std::move(table));
    }
}

BudgetJudge::Requests BudgetJudge::prepare(const testplan::RequestRow& row, BudgetOrigin origin,
                                           ViewSet& views) {
    const metrics::TagSet tags = tagSet(row.tags);
    const metrics::TagSet unexpected{{"expected_response", "false"}};
    return {.spec = row,
            .origin = origin,
            .count = views.watch({id(Builtin::HttpReqs), tags, {}}, MetricType::Counter),
            .failed = views.watch({id(Builtin::HttpReqFailed), tags, {}}, MetricType::Rate),
            .latency = views.watch({id(Builtin::HttpReqResponseTime), tags, {}}, MetricType::Trend),
            .answered = views.watch({id(Builtin::HttpReqResponseTime), tags, unexpected}, MetricType::Trend),
            .throughput = m_throughput.watch(tags)};
}

void BudgetJudge::add(const metrics::Frame& frame) {
    m_throughput.add(frame);
    for (const metrics::SeriesDefinition& added : frame.newSeries) {
        if (added.series.metric == id(Builtin::HttpReqs)) {
            for (const auto& [key, value] : added.series.tags) {
                m_requestTags.insert(key);
            }
        }
    }
}

// Of a shared table, a row whose tag no request of this run carries at all ("query") is of another kind of
// thing: nothing here measures it. Where only the value is another one, the run left it out.
BudgetState BudgetJudge::withoutRequests(const Requests& row) const {
    if (row.origin == BudgetOrigin::Own) {
        return BudgetState::NoSamples;
    }
    const bool isCarried = std::ranges::all_of(
        row.spec.tags, [&](const auto& tag) { return m_requestTags.contains(tag.first); });
    return isCarried ? BudgetState::NotExercised : BudgetState::NotMeasured;
}

std::vector<BudgetResult> BudgetJudge::evaluate(const ViewSet& views, Duration judged, Moment moment) const {
    std::vector<BudgetResult> results;
    for (const Table& table : m_tables) {
        BudgetResult result{table.name, {}, {}};
        for (const auto& row : table.rows) {
            result.rows.push_back(std::visit(
                [&](const auto& kind) {
                    BudgetRowResult judgedRow = judge(kind, views, judged, moment);
                    judgedRow.state = stateOf(judgedRow.limits);
                    return judgedRow;
                },
                row));
        }
        result.state = stateOf(result.rows);
        results.push_back(std::move(result));
    }
    return results;
}

BudgetRowResult BudgetJudge::judge(const Requests& row, const ViewSet& views, Duration judged,
                                   Moment moment) const {
    BudgetRowResult result;
    result.subject = row.spec.select;
    const auto count = views[row.count].figure(testplan::Aggregation::Count, 0, {});
    result.requests = static_cast<std::uint64_t>(count.value_or(0));
    if (result.requests == 0) {
        leaveOpen(result, row.spec, missing(moment, withoutRequests(row)));
        return result;
    }
    judgeLatency(result, row.spec, views[row.latency], moment);
    judgeErrors(result, row.spec, views[row.failed]);
    if (row.spec.throughput) {
        result.limits.push_back(throughputOf(row, judged));
    }
    judgeWithin(result, row.spec, views[row.answered]);
    return result;
}

LimitResult BudgetJudge::throughputOf(const Requests& row, Duration judged) const {
    const double limit = row.spec.throughput->value;
    const Throughput throughput = m_throughput.judge(row.throughput, limit, judged);
    LimitResult result =
        unmeasured(LimitKind::Throughput, Comparison::GreaterOrEqual, limit, BudgetState::NotExercised);
    result.offered = throughput.offered;
    if (throughput.served) {
        result.value = throughput.served;
        result.state = *throughput.served >= limit * (1 - ThroughputMeter::kTolerance) ? BudgetState::Pass
                                                                                       : BudgetState::Fail;
    }
    return result;
}

BudgetRowResult BudgetJudge::judge(const Rate& row, const ViewSet& views, Duration judged,
                                   Moment moment) const {
    BudgetRowResult result;
    result.subject = row.spec.metric;
    const auto& [op, limit, unit, text] = row.spec.rate;
    if (row.view && views[*row.view].samples() > 0) {
        const auto rate = views[*row.view].figure(testplan::Aggregation::Rate, 0, judged);
        result.limits.push_back(measured(LimitKind::MetricRate, rate.value_or(0), op, limit));
    } else {
        result.limits.push_back(
            unmeasured(LimitKind::MetricRate, op, limit, missing(moment, BudgetState::NotMeasured)));
    }
    return result;
}

BudgetRowResult BudgetJudge::judge(const Process& row, const ViewSet& views, Duration, Moment moment) const {
    BudgetRowResult result;
    result.subject = row.spec.process;
    judgeGauge(result, LimitKind::Cpu, row.spec.cpu, views[row.cpu], GaugeFigure::Mean, moment);
    judgeGauge(result, LimitKind::Memory, row.spec.memory, views[row.memory], GaugeFigure::Highest, moment);
    return result;
}

} // namespace bw::verdict
