#pragma once

#include "core/history/run_record.h"
#include "core/report/report_model.h"

#include <span>
#include <vector>

namespace bw::run {

// What is told of a run's marks until `end`, by time: a pause and its end are one.
[[nodiscard]] std::vector<report::MarkRow> markRows(std::span<const history::MarkRecord> marks, Duration end);

} // namespace bw::run
