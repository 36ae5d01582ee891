#pragma once

#include "core/metrics/metric.h"
#include "core/testplan/threshold_spec.h"
#include "core/verdict/evaluation.h"
#include "core/verdict/judging.h"
#include "core/verdict/view_set.h"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace bw::verdict {

// Whether the generator itself was the limit: worker_busy of every worker and second, and
// iteration_start_delay against the run's time limits. Where no limit is on a time, lateness decides nothing
// and raises no doubt. Not thread-safe.
class GeneratorWatch {
public:
    GeneratorWatch(const metrics::MetricRegistry& metrics,
                   std::span<const testplan::ThresholdGroup> thresholds,
                   std::span<const JudgedBudget> budgets, ViewSet& views);

    void add(const metrics::Frame& frame);

    [[nodiscard]] GeneratorDoubt doubt(const ViewSet& views) const;

private:
    void limitBy(double milliseconds);

    std::vector<BusyWorker> m_workers;
    std::vector<std::uint32_t> m_places; // by series: place in m_workers + 1
    std::optional<double> m_tightest;    // ms
    ViewId m_startDelay;
};

} // namespace bw::verdict
