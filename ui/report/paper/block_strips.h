#pragma once

#include "ui/report/paper/page_blocks.h"
#include "ui/report/paper/strip.h"

namespace bw::ui_report::paper {

// The blocks laid out for a page whose text is so wide.
[[nodiscard]] Strips stripsOf(const std::vector<Block>& blocks, double width);

} // namespace bw::ui_report::paper
