#pragma once

#include "core/metrics/metric.h"
#include "core/metrics/totals.h"
#include "core/report/report_model.h"

#include <QString>

#include <cstdint>

namespace bw::format {

enum class SummaryStyle : std::uint8_t {
    Plain,
    Coloured, // with ANSI sequences, for a terminal
};

// What ends a run on the terminal: k6's blocks (thresholds, total results, custom, HTTP, execution, network)
// and the budgets, with values rounded where k6 cuts them off; the verdict in one sentence comes last.
// Control characters in names are shown as U+FFFD.
[[nodiscard]] QString summaryText(const report::ReportModel& model, const metrics::Totals& totals,
                                  const metrics::MetricRegistry& metrics,
                                  SummaryStyle style = SummaryStyle::Plain);

} // namespace bw::format
