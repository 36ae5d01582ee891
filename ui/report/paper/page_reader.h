#pragma once

#include "ui/report/paper/page_blocks.h"

#include <QString>

#include <vector>

namespace bw::ui_report::paper {

// The blocks of a page that this module wrote (its <main>), so that a report says the same on paper as on the
// screen and each of its parts is written once. Knows the elements and classes the module uses; what text
// there is in others is kept as a paragraph. Pictures become SVG in print's colours, in the subset QtSvg
// draws.
[[nodiscard]] std::vector<Block> readPage(const QString& page);

} // namespace bw::ui_report::paper
