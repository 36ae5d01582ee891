#pragma once

#include "core/history/run_record.h"
#include "ui/bridge/run_picture.h"

namespace bw::bridge {

// What a person did is no warning.
[[nodiscard]] LogLevel levelOf(const history::MarkRecord& mark);

} // namespace bw::bridge
