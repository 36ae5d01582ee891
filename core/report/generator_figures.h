#pragma once

#include "core/metrics/totals.h"
#include "core/report/report_model.h"

namespace bw::report {

// How the generator did in all that was added to the totals.
[[nodiscard]] GeneratorFigures generatorFigures(const metrics::Totals& totals);

} // namespace bw::report
