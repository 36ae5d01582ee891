#pragma once

#include "core/history/run_record.h"

#include <QString>

namespace bw::format {

// What happened to a run at a moment, short enough for a line through a chart: "the computer slept for 4
// min".
[[nodiscard]] QString markText(const history::MarkRecord& mark);

} // namespace bw::format
