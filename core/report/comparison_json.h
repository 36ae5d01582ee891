#pragma once

#include "core/report/comparison_model.h"

#include <string>
#include <string_view>

namespace bw::report {

// For scripts: {"conclusion", "indicationOnly", "before", "after": [run numbers], "obstacles": [{"kind",
// "run"}], "otherRuns", "rows": [{"metric", "name", "statistic", "finding", "before", "after", "effect",
// "low", "high", "p"}]}, indented, with a line's end. Names are the ones below; times are milliseconds.
[[nodiscard]] std::string comparisonJson(const ComparisonModel& model);

// "p(95)", "rate", "per_second": as thresholds write them where they do.
[[nodiscard]] std::string_view statisticName(analysis::Statistic statistic);
// "worse", "no_difference", ...
[[nodiscard]] std::string_view findingName(analysis::Finding finding);
[[nodiscard]] std::string_view obstacleName(ObstacleKind kind);
[[nodiscard]] std::string_view conclusionName(Conclusion conclusion);

} // namespace bw::report
