#pragma once

#include "ui/report/paper/page_blocks.h"
#include "ui/report/paper/strip.h"

namespace bw::ui_report::paper {

// A strip a row, the head again on every page. A row that continues the one above stays with it, and no
// single row is left alone on a page.
[[nodiscard]] Strips tableStrips(const Table& table, double width);

} // namespace bw::ui_report::paper
