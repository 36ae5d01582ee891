#pragma once

#include "core/testplan/problem.h"

#include <QString>

namespace bw::format {

// A problem of a plan with its place: `scenarios.market_open.stages[2].duration: "5x" is not a duration`.
// Where the text is no JSON, its line and column are the place.
[[nodiscard]] QString problemText(const testplan::Problem& problem);

// The same without the place, for a list that has a column for it.
[[nodiscard]] QString problemSentence(const testplan::Problem& problem);

} // namespace bw::format
