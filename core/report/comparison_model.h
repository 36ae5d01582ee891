#pragma once

#include "core/analysis/comparison.h"
#include "core/history/run_record.h"

#include <cstdint>
#include <vector>

// What is said of two sides of runs: plain values.
namespace bw::report {

// Why runs are no fair comparison.
enum class ObstacleKind : std::uint8_t {
    OtherPlan,        // other flows: other requests are made
    OtherLoad,        // the same flows under other scenarios, or with another duration, VUs or time scale
    GeneratorLimited, // the run's figures are the generator's rather than the target's
    NotWhole,         // it was interrupted or aborted, or still goes on
};

struct Obstacle {
    ObstacleKind kind = ObstacleKind::OtherPlan;
    history::RunId run; // which one; of the first two, one that differs from the first run
    friend bool operator==(const Obstacle&, const Obstacle&) = default;
};

struct ComparisonModel {
    std::vector<history::RunSummary> before; // "A"
    std::vector<history::RunSummary> after;  // "B"
    std::vector<Obstacle> obstacles;         // some: the findings are not to be trusted
    analysis::Comparison comparison;
};

enum class Conclusion : std::uint8_t {
    NotComparable, // there are obstacles
    Worse,         // something is, whatever else
    Better,        // something is, and nothing worse
    NeedsMoreRuns, // a relevant difference is neither shown nor excluded somewhere
    NoDifference,
};
[[nodiscard]] Conclusion conclusionOf(const ComparisonModel& model);

[[nodiscard]] std::vector<history::RunId> idsOf(const std::vector<history::RunSummary>& runs);

} // namespace bw::report
