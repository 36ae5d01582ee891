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

} // namespace bw::report
