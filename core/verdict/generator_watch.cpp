#include "core/verdict/generator_watch.h"

#include "core/verdict/units.h"

#include <algorithm>
#include <cmath>
#include <variant>

namespace bw::verdict {
namespace {

using metrics::Builtin;

constexpr double busyShare = 0.95;        // of a second
constexpr double busySecondsShare = 0.05; // of a worker's seconds
constexpr double leastBound = 1;          // ms
constexpr double boundShare = 0.05;       // of the tightest limit

// A limit that lateness of the generator could break: an upper one on a time that the target has part in.
bool boundsTime(const metrics::Metric& metric, const testplan::ThresholdExpression& expression) {
    const bool upper =
        expression.op == testplan::Comparison::Less || expression.op == testplan::Comparison::LessOrEqual;
    const bool ownTime = metric.name == metrics::builtinMetric(Builtin::IterationStartDelay).name ||
                         metric.name == metrics::builtinMetric(Builtin::GeneratorLateness).name;
    return upper && !ownTime && metric.type == metrics::MetricType::Trend &&
           metric.kind == metrics::MetricKind::Time;
}

} // namespace

GeneratorWatch::GeneratorWatch(const metrics::MetricRegistry& metrics,
                               std::span<const testplan::ThresholdGroup> thresholds,
                               std::span<const JudgedBudget> budgets, ViewSet& views)
    : m_startDelay(views.watch({id(Builtin::IterationStartDelay), {}, {}}, metrics::MetricType::Trend)) {
    for (const testplan::ThresholdGroup& group : thresholds) {
        const auto metric = metrics.find(group.selector.metric);
        for (const testplan::ThresholdSpec& spec : group.thresholds) {
            if (metric && boundsTime(metrics[*metric], spec.expression)) {
                limitBy(spec.expression.number);
            }
        }
    }
    for (const JudgedBudget& budget : budgets) {
        for (const testplan::BudgetRow& row : budget.spec.rows) {
            const auto* requests = std::get_if<testplan::RequestRow>(&row);
            if (requests == nullptr) {
                continue;
            }
            for (const auto* limit : {&requests->p50, &requests->p95, &requests->p99}) {
                if (*limit) {
                    limitBy(milliseconds((*limit)->value));
                }
            }
            for (const testplan::WithinLimit& within : requests->within) {
                limitBy(milliseconds(within.time.value));
            }
        }
    }
}

void GeneratorWatch::limitBy(double milliseconds) {
    if (std::isfinite(milliseconds)) {
        m_tightest = std::min(m_tightest.value_or(milliseconds), milliseconds);
    }
}

void GeneratorWatch::add(const metrics::Frame& frame) {
    for (const metrics::SeriesDefinition& added : frame.newSeries) {
        if (added.series.metric == id(Builtin::WorkerBusy)) {
            const std::string* worker = added.series.tags.find("worker");
            m_workers.push_back({worker == nullptr ? std::string() : *worker, 0, 0});
            m_places.resize(std::max<std::size_t>(m_places.size(), added.id.value + std::size_t{1}));
            m_places[added.id.value] = static_cast<std::uint32_t>(m_workers.size());
        }
    }
    for (const metrics::FrameEntry& entry : frame.entries) {
        const std::size_t series = entry.series.value;
        const auto* busy = std::get_if<metrics::GaugeValue>(&entry.value);
        if (busy == nullptr || series >= m_places.size() || m_places[series] == 0) {
            continue;
        }
        const auto seconds = static_cast<std::uint64_t>(frame.width);
        BusyWorker& worker = m_workers[m_places[series] - 1];
        worker.seconds += seconds;
        worker.busySeconds += busy->mean() > busyShare ? seconds : 0;
    }
}

GeneratorDoubt GeneratorWatch::doubt(const ViewSet& views) const {
    GeneratorDoubt doubt;
    for (const BusyWorker& worker : m_workers) {
        if (static_cast<double>(worker.busySeconds) >
            busySecondsShare * static_cast<double>(worker.seconds)) {
            doubt.busy.push_back(worker);
        }
    }
    const SeriesView& delay = views[m_startDelay];
    if (m_tightest && delay.samples() > 0) {
        const double bound = std::max(leastBound, boundShare * *m_tightest);
        const double p99 = delay.figure(testplan::Aggregation::Percentile, 99, {}).value_or(0);
        if (p99 > bound) {
            doubt.late = LateStarts{p99, bound};
        }
    }
    return doubt;
}

} // namespace bw::verdict
