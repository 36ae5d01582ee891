#include "core/report/comparison_model.h"

#include <algorithm>

namespace bw::report {

Conclusion conclusionOf(const ComparisonModel& model) {
    const auto has = [&](analysis::Finding finding) {
        return std::ranges::find(model.comparison.rows, finding, &analysis::ComparedRow::finding) !=
               model.comparison.rows.end();
    };
    if (!model.obstacles.empty()) {
        return Conclusion::NotComparable;
    }
    if (has(analysis::Finding::Worse)) {
        return Conclusion::Worse;
    }
    if (has(analysis::Finding::Better)) {
        return Conclusion::Better;
    }
    return has(analysis::Finding::NeedsMoreRuns) ? Conclusion::NeedsMoreRuns : Conclusion::NoDifference;
}

std::vector<history::RunId> idsOf(const std::vector<history::RunSummary>& runs) {
    std::vector<history::RunId> ids;
    for (const history::RunSummary& run : runs) {
        ids.push_back(run.id);
    }
    return ids;
}

} // namespace bw::report
