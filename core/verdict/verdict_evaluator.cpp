#include "core/verdict/verdict_evaluator.h"

#include "core/verdict/budget_judge.h"
#include "core/verdict/check_counts.h"
#include "core/verdict/generator_watch.h"
#include "core/verdict/threshold_judge.h"
#include "core/verdict/view_set.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace bw::verdict {

class VerdictEvaluator::Parts {
public:
    Parts(const metrics::MetricRegistry& metrics, std::span<const testplan::ThresholdGroup> thresholdGroups,
          std::span<const JudgedBudget> judgedBudgets, const JudgingOptions& options)
        : thresholds(metrics, thresholdGroups, options.timeScale, views)
        , budgets(metrics, judgedBudgets, views)
        , generator(metrics, thresholdGroups, judgedBudgets, views) {}

    ViewSet views;
    ThresholdJudge thresholds;
    BudgetJudge budgets;
    CheckCounts checks;
    GeneratorWatch generator;
};

VerdictEvaluator::VerdictEvaluator(const metrics::MetricRegistry& metrics,
                                   std::span<const testplan::ThresholdGroup> thresholds,
                                   std::span<const JudgedBudget> budgets, const JudgingOptions& options)
    : m_parts(std::make_unique<Parts>(metrics, thresholds, budgets, options)) {}

VerdictEvaluator::VerdictEvaluator(VerdictEvaluator&&) noexcept = default;
VerdictEvaluator& VerdictEvaluator::operator=(VerdictEvaluator&&) noexcept = default;
VerdictEvaluator::~VerdictEvaluator() = default;

void VerdictEvaluator::add(const metrics::Frame& frame) {
    if (m_leftOut == 0) {
        addCounted(frame);
        return;
    }
    metrics::Frame moved{frame.second - m_leftOut, frame.width, std::exchange(m_onlyDefined, {}),
                         frame.entries};
    std::ranges::copy(frame.newSeries, std::back_inserter(moved.newSeries));
    addCounted(moved);
}

void VerdictEvaluator::leaveOut(const metrics::Frame& frame) {
    m_leftOut += frame.width;
    std::ranges::copy(frame.newSeries, std::back_inserter(m_onlyDefined));
}

void VerdictEvaluator::addCounted(const metrics::Frame& frame) {
    m_parts->views.add(frame);
    m_parts->budgets.add(frame);
    m_parts->checks.add(frame);
    m_parts->generator.add(frame);
}

Evaluation VerdictEvaluator::evaluate(Duration elapsed, Moment moment) {
    const Duration leftOut = std::min<Duration>(elapsed, std::chrono::seconds(m_leftOut));
    const Duration counted = elapsed - leftOut;
    // Frames lag behind the clock: a rate over time that they do not cover yet would be too low.
    const Duration judged = moment == Moment::Ended ? counted : std::min(counted, m_parts->views.covered());
    Evaluation evaluation;
    evaluation.elapsed = elapsed;
    evaluation.leftOut = leftOut;
    evaluation.thresholds = m_parts->thresholds.evaluate(m_parts->views, counted, judged, moment);
    evaluation.budgets = m_parts->budgets.evaluate(m_parts->views, judged, moment);
    evaluation.checks = m_parts->checks.results();
    evaluation.doubt = m_parts->generator.doubt(m_parts->views);
    return evaluation;
}

} // namespace bw::verdict
