#pragma once

#include "core/base/clock.h"
#include "core/metrics/frame.h"
#include "core/metrics/metric.h"
#include "core/testplan/threshold_spec.h"
#include "core/verdict/evaluation.h"
#include "core/verdict/judging.h"

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace bw::verdict {

// Judges one run as its frames come in. Thresholds mean what they mean in k6; where nothing was measured they
// do not pass (see testplan::WhenEmpty). Budget rows look at http_req_response_time, which counts from the
// moment a request was due, and at http_reqs and http_req_failed.
//
// Not thread-safe; lives on the controller's thread. add() costs a merge for every series that moved and
// every limit that looks at it, evaluate() reads sums. Memory: a sum for each distinct selector, for a
// windowed one up to 600.
class VerdictEvaluator {
public:
    // Everything is copied. A selector whose metric is not in the registry never has samples.
    VerdictEvaluator(const metrics::MetricRegistry& metrics,
                     std::span<const testplan::ThresholdGroup> thresholds,
                     std::span<const JudgedBudget> budgets, const JudgingOptions& options = {});
    VerdictEvaluator(VerdictEvaluator&&) noexcept;
    VerdictEvaluator& operator=(VerdictEvaluator&&) noexcept;
    ~VerdictEvaluator();

    // All frames of the run, in order, each once.
    void add(const metrics::Frame& frame);

    // A frame that was to be added in its turn, but whose time does not count: the run was paused. What comes
    // later is as if that time had never been.
    void leaveOut(const metrics::Frame& frame);

    // How things stand after `elapsed` of run time. While the run goes on, rates are over the time the frames
    // cover. A threshold that once asked for the abort of the run keeps saying so, with the figure it had
    // then.
    [[nodiscard]] Evaluation evaluate(Duration elapsed, Moment moment);

private:
    void addCounted(const metrics::Frame& frame);

    class Parts;
    std::unique_ptr<Parts> m_parts;
    std::int64_t m_leftOut = 0;                           // seconds
    std::vector<metrics::SeriesDefinition> m_onlyDefined; // by frames that were left out
};

} // namespace bw::verdict
