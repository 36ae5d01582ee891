#pragma once

#include "core/metrics/totals.h"
#include "core/report/report_model.h"

#include <vector>

namespace bw::report {

// What a run's WebSocket sessions did, by the step's name; rates over so many seconds.
[[nodiscard]] std::vector<SessionRow> sessionRows(const metrics::Totals& totals, double seconds);

} // namespace bw::report
