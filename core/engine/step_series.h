#pragma once

#include "core/engine/http_series.h"
#include "core/engine/sample_writer.h"
#include "core/runplan/run_plan.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace bw::engine {

// The series of everything but HTTP exchanges: checks, groups, iterations, bytes, the plan's own metrics.
// Looked up once, found by number afterwards. One per worker; not thread-safe.
class StepSeries {
public:
    StepSeries(const runplan::RunPlan& plan, std::span<const PhaseTags> phases, SampleWriter& writer);

    // The check with that index of the step at `site`.
    void check(std::uint32_t phase, std::uint32_t site, std::span<const runplan::Check> checks,
               std::string_view group, std::size_t index, bool passed);
    // A step that is a check itself.
    void check(std::uint32_t phase, std::uint32_t site, std::string_view name, std::string_view group,
               bool passed);
    void group(std::uint32_t phase, const runplan::GroupStep& step, Duration took);
    void metric(std::uint32_t phase, const runplan::MetricStep& step, std::string_view group,
                std::span<const metrics::TagView> dynamicTags, double value);

    // Of a whole iteration, by scenario.
    void iteration(std::uint32_t phase, Duration took);
    void startDelay(std::uint32_t phase, Duration late);
    void dropped(std::uint32_t phase, std::uint64_t count);
    void interrupted(std::uint32_t phase);
    void bytes(std::uint32_t phase, std::uint64_t sent, std::uint64_t received);

private:
    // A series is made when it first moves, so that a run lists only what happened in it.
    struct OfPhase {
        std::optional<metrics::LocalSeriesId> iterations;
        std::optional<metrics::LocalSeriesId> iterationDuration;
        std::optional<metrics::LocalSeriesId> startDelay;
        std::optional<metrics::LocalSeriesId> dropped;
        std::optional<metrics::LocalSeriesId> interrupted;
        std::optional<metrics::LocalSeriesId> sent;
        std::optional<metrics::LocalSeriesId> received;
    };

    using Cell = std::vector<metrics::LocalSeriesId>;

    metrics::LocalSeriesId checkSeries(std::uint32_t phase, std::string_view name, std::string_view group);
    metrics::LocalSeriesId known(std::optional<metrics::LocalSeriesId>& series, std::uint32_t phase,
                                 metrics::Builtin metric);

    std::span<const PhaseTags> m_phases;
    SampleWriter& m_writer;
    std::uint32_t m_sites;
    std::vector<OfPhase> m_ofPhase;
    std::vector<Cell> m_cells; // by phase × site: a check each, or one
    std::vector<metrics::TagView> m_tags;
};

} // namespace bw::engine
