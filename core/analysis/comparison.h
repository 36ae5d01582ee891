#pragma once

#include "core/analysis/measured_run.h"

#include <cstdint>
#include <span>
#include <vector>

namespace bw::analysis {

struct CompareOptions {
    double confidence = 0.95;  // of the intervals, and of all findings together
    double leastEffect = 0.05; // a smaller ratio is no finding, however sure
    double leastShare = 0.002; // the same for shares, as a difference
    // An interval that reaches farther than so many times the least effect leaves the question open.
    double relevantEffects = 2;
    std::uint64_t seed = 1; // of the bootstrap
};

enum class Finding : std::uint8_t {
    Better,
    Worse,
    NoDifference,  // none shown, and a relevant one would have been
    NeedsMoreRuns, // a relevant difference is neither shown nor excluded
    NotComparable, // one side has no samples, or too few: 20, for P95 100, for P99 and shares 500
};

struct ComparedRow {
    Subject subject;
    Statistic statistic = Statistic::P50;
    Better better = Better::Lower;
    Finding finding = Finding::NotComparable;
    // Of each side: the median of its runs.
    double before = 0;
    double after = 0;
    // after / before − 1; of a Share the difference after − before. Interval without correction for the
    // number of rows.
    double effect = 0;
    double low = 0;
    double high = 0;
    double adjusted = 1; // p-value, after Holm's correction over all rows
};

struct Comparison {
    // The intervals know how runs of one program differ: from several runs a side, or from history. Without
    // that they say what one run says of itself, and findings are indications only.
    bool knowsRunToRun = false;
    int otherRuns = 0; // of the history that helped
    std::vector<ComparedRow> rows;
};

// Compares two sides of at least one run each; the runs of a side are taken for one program's. `history`:
// other runs of the same plan in the same place, in order of time. Those of one build tell about noise; where
// builds ran once only, the median difference of each to the next does, as if most builds perform like the
// one before. Rows are subjects of either side, by subject and statistic.
//
// Each run's value varies within the run (block bootstrap) and from run to run; the variance of the latter is
// pooled over the runs of one program on each side and in history, and never taken for less than what is seen
// within the runs. Sides are compared by Student's t with the pooled degrees of freedom, on the scale of
// scale.h; findings are Holm's at 1 − confidence, and at least the least effect.
[[nodiscard]] Comparison compare(std::span<const MeasuredRun> before, std::span<const MeasuredRun> after,
                                 std::span<const MeasuredRun> history, const CompareOptions& options);

} // namespace bw::analysis
