#pragma once

#include "core/history/run_record.h"
#include "ui/bridge/run_picture.h"

#include <span>
#include <vector>

namespace bw::bridge {

// What charts show of a run's marks until `end`: a pause and its end are one.
[[nodiscard]] std::vector<RunMark> marksOf(std::span<const history::MarkRecord> marks, Duration end);

// What a person did is no warning.
[[nodiscard]] LogLevel levelOf(const history::MarkRecord& mark);

} // namespace bw::bridge
