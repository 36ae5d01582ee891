#include "core/verdict/threshold_judge.h"

#include "core/verdict/units.h"

namespace bw::verdict {

ThresholdJudge::ThresholdJudge(const metrics::MetricRegistry& metrics,
                               std::span<const testplan::ThresholdGroup> groups, double timeScale,
                               ViewSet& views) {
    for (std::size_t group = 0; group < groups.size(); ++group) {
        const auto& [source, selector, thresholds] = groups[group];
        const auto metric = metrics.find(selector.metric);
        for (std::size_t index = 0; index < thresholds.size(); ++index) {
            const testplan::ThresholdSpec& spec = thresholds[index];
            Judged threshold;
            threshold.result.group = group;
            threshold.result.index = index;
            threshold.result.selector = source;
            threshold.result.source = spec.source;
            threshold.result.expression = spec.expression;
            threshold.onFailure = spec.onFailure;
            threshold.whenEmpty = spec.whenEmpty;
            threshold.delay = scaledTime(spec.delayAbortEval.value, timeScale);
            if (metric) {
                threshold.result.type = metrics[*metric].type;
                threshold.result.kind = metrics[*metric].kind;
                threshold.view = views.watch({*metric, tagSet(selector.tags), {}}, threshold.result.type,
                                             ViewSpan::of(scaledTime(spec.window.value, timeScale),
                                                          scaledTime(spec.warmUp.value, timeScale)));
            }
            m_thresholds.push_back(std::move(threshold));
        }
    }
}

std::vector<ThresholdResult> ThresholdJudge::evaluate(const ViewSet& views, Duration elapsed, Duration judged,
                                                      Moment moment) {
    std::vector<ThresholdResult> results;
    results.reserve(m_thresholds.size());
    for (Judged& threshold : m_thresholds) {
        // One that had the run aborted has failed for good.
        if (threshold.result.abort == AbortState::None) {
            judge(threshold, views, judged, moment);
            const bool delayed = threshold.delay > Duration(0) && threshold.delay >= elapsed;
            if (moment == Moment::Running && threshold.result.state == ThresholdState::Fail &&
                threshold.onFailure == testplan::OnFailure::Abort && !delayed) {
                threshold.result.abort = AbortState::Due;
            }
        }
        results.push_back(threshold.result);
    }
    return results;
}

void ThresholdJudge::judge(Judged& threshold, const ViewSet& views, Duration judged, Moment moment) {
    ThresholdResult& result = threshold.result;
    const testplan::ThresholdExpression& wanted = result.expression;
    const bool measured = threshold.view && views[*threshold.view].samples() > 0;
    result.value = threshold.view ? views[*threshold.view].figure(wanted.method, wanted.percentile, judged)
                                  : std::nullopt;
    if (!measured &&
        (moment == Moment::Running || threshold.whenEmpty == testplan::WhenEmpty::Inconclusive)) {
        result.value.reset();
        result.state = moment == Moment::Running ? ThresholdState::NotYet : ThresholdState::NoSamples;
    } else if (!measured && result.type == metrics::MetricType::Rate) {
        result.value.reset(); // as in k6: no rate, no failure
        result.state = ThresholdState::Pass;
    } else if (!measured && !threshold.view) {
        result.value.reset();
        result.state = ThresholdState::NoSamples;
    } else if (!result.value) {
        result.state = ThresholdState::NoSamples; // a method that the type does not know
    } else {
        result.state = testplan::holds(*result.value, wanted.op, wanted.number) ? ThresholdState::Pass
                                                                                : ThresholdState::Fail;
    }
}

} // namespace bw::verdict
