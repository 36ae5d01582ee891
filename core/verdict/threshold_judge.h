#pragma once

#include "core/metrics/metric.h"
#include "core/testplan/threshold_spec.h"
#include "core/verdict/evaluation.h"
#include "core/verdict/judging.h"
#include "core/verdict/view_set.h"

#include <optional>
#include <span>
#include <vector>

namespace bw::verdict {

// The plan's thresholds over the views of a run. Not thread-safe.
class ThresholdJudge {
public:
    ThresholdJudge(const metrics::MetricRegistry& metrics, std::span<const testplan::ThresholdGroup> groups,
                   double timeScale, ViewSet& views);

    // `judged` is the run time that rates are over.
    [[nodiscard]] std::vector<ThresholdResult> evaluate(const ViewSet& views, Duration elapsed,
                                                        Duration judged, Moment moment);

private:
    struct Judged {
        ThresholdResult result; // of the last evaluation
        std::optional<ViewId> view;
        testplan::OnFailure onFailure = testplan::OnFailure::GoOn;
        testplan::WhenEmpty whenEmpty = testplan::WhenEmpty::Inconclusive;
        Duration delay{};
    };

    static void judge(Judged& threshold, const ViewSet& views, Duration judged, Moment moment);

    std::vector<Judged> m_thresholds;
};

} // namespace bw::verdict
